// The pages of the guide that the extension brings: a citation is a link, and the page opens in VS Code's own preview, offline.
import * as vscode from 'vscode';
import type { GuidePage } from '../../server/src/lsp/protocol';
import { commandLink } from '../../server/src/text/markdown';

/** The command that opens a page of the guide; its argument is a `GuidePage`. */
export const openGuideCommand = 'vrp.openGuide';

/** Registers it. Without a page that is one it opens the first page of the guide. */
export function guideCommand(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand(openGuideCommand, async (given?: unknown) => {
    const page = isGuidePage(given) ? given : { file: 'docs/guide/README.md', anchor: '' };
    const uri = vscode.Uri.joinPath(context.extensionUri, page.file).with({ fragment: page.anchor });
    try {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    } catch {
      // Without the Markdown extension of VS Code the page is shown as text.
      await vscode.window.showTextDocument(uri.with({ fragment: '' }));
    }
  });
}

/** A link to a page, for Markdown that trusts the command. */
export function guideMarkdown(words: string, page: GuidePage): string {
  return commandLink(words, openGuideCommand, [page]);
}

/** What comes with a link is only as good as its shape: nothing but a page of the guide is opened. */
function isGuidePage(given: unknown): given is GuidePage {
  const { file, anchor } = (given ?? {}) as Partial<GuidePage>;
  return (
    typeof file === 'string' &&
    /^docs\/guide\/[a-z0-9-]+\.md$/.test(file) &&
    typeof anchor === 'string' &&
    /^[a-z0-9-]*$/.test(anchor)
  );
}
