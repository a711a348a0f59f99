// Texts of files, file names and devices where VS Code reads more than text: in some labels `$(name)` is drawn as an icon, in
// messages and prompts `[title](command:...)` is a link, and the hover over a document link is Markdown that is trusted with
// every command. What is made here shows as it stands.
import { linkTitle } from '../../server/src/text/markdown';

/** For labels with icons: status bar, quick picks, lenses, suggestions, symbols in a list. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}

/** For notifications: a link there has no escape, so a blank keeps its halves apart. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

/** For what stands below a quick input: it has links and icons. */
export function inQuickInput(text: string): string {
  return withoutIcons(withoutLinks(text));
}

/** For the tooltip of a document link, which VS Code puts into trusted Markdown as it is. */
export function linkTooltip(text: string): string {
  return linkTitle(text);
}

/**
 * Whether VS Code's hover over a link to this uri is that link and nothing else. It writes the uri decoded into the same Markdown
 * and escapes closing brackets alone, so that a backslash, a bracket or an odd blank in the name of a file would set free the rest.
 */
export function isPlainTarget(uri: string): boolean {
  return /^[\p{L}\p{N}/:.,;=@+~_#%&'$ -]*$/u.test(uri);
}
