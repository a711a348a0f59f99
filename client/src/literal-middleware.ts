// What the server sends as plain text and VS Code would read as more, made to show as it stands. The server does not do this: other
// editors show these texts as they are.
import type { CompletionItem, CompletionList } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { isPlainTarget, linkTooltip, withoutIcons } from './literal';

/**
 * Middleware that shows names from configurations as they are: no `$(icon)` in titles and labels, no link to a command.
 */
export const showingLiterally = {
  async resolveCodeLens(lens, token, next) {
    const resolved = await next(lens, token);
    if (resolved?.command) resolved.command = { ...resolved.command, title: withoutIcons(resolved.command.title) };
    return resolved;
  },
  async provideCompletionItem(document, position, context, token, next) {
    const list = await next(document, position, context, token);
    for (const item of itemsOf(list)) showLabelLiterally(item);
    return list;
  },
  async provideDocumentLinks(document, token, next) {
    const links = (await next(document, token)) ?? [];
    for (const link of links) if (link.tooltip !== undefined) link.tooltip = linkTooltip(link.tooltip);
    return links.filter((link) => link.target !== undefined && isPlainTarget(link.target.toString(true)));
  },
  async provideWorkspaceSymbols(query, token, next) {
    const symbols = await next(query, token);
    for (const symbol of symbols ?? []) symbol.name = withoutIcons(symbol.name);
    return symbols;
  },
} satisfies Middleware;

function itemsOf(list: CompletionItem[] | CompletionList | null | undefined): CompletionItem[] {
  if (!list) return [];
  return Array.isArray(list) ? list : list.items;
}

/** What is matched and inserted stays what it was. */
function showLabelLiterally(item: CompletionItem): void {
  const text = typeof item.label === 'string' ? item.label : item.label.label;
  const label = withoutIcons(text);
  if (label === text) return;
  item.filterText ??= text;
  item.insertText ??= text;
  item.label = typeof item.label === 'string' ? label : { ...item.label, label };
}
