// The host's side of a page beside the editors: one panel for each subject (a pair of files), a strict content policy, typed
// messages. A page is drawn anew from what was last shown, so a hidden one keeps nothing and a reloaded window brings it back.
import * as vscode from 'vscode';

/** What a page says to the host besides its own messages. */
type FromPage<Message> = { readonly ready: true } | { readonly message: Message };

/** What the host says to a page: page.ts keeps the subject, so that the panel can be restored from it. */
export interface ToPage<Subject, Shown> {
  readonly subject: Subject;
  readonly shown: Shown;
}

/** A page in a panel of VS Code. */
export interface Panel<Shown> {
  readonly webviewPanel: vscode.WebviewPanel;
  /** Draws this, now and whenever the page comes back. */
  show(shown: Shown): void;
}

/** A kind of panel. `Subject` is plain data that names what a panel is about; it is kept over a reload. */
export interface Kind<Subject, Shown, Message> {
  /** The view type; `onWebviewPanel:TYPE` stands among the activation events. */
  readonly type: string;
  /** dist/webview/PAGE.js and PAGE.css, made from client/src/webview/PAGE/page.ts and page.css. */
  readonly page: string;
  /** Subjects with the same key share a panel. */
  key(subject: Subject): string;
  title(subject: Subject): string;
  /** What was kept over a reload is only as good as its shape. */
  isSubject(kept: unknown): kept is Subject;
  /** A panel is there, new or restored: shows something in it and answers what the page says. */
  attach(panel: Panel<Shown>, subject: Subject): { heard(message: Message): void; dispose(): void };
}

/** All panels of one kind. */
export interface Panels<Subject> {
  /** Opens the panel of this subject to the right of all editors, or brings the one that is open to the front. */
  open(subject: Subject): void;
}

/** Registers a kind of panel, restores those of before a reload, and closes all at the end of the extension. */
export function panels<Subject, Shown, Message>(
  context: vscode.ExtensionContext,
  kind: Kind<Subject, Shown, Message>,
): Panels<Subject> {
  const files = vscode.Uri.joinPath(context.extensionUri, 'dist/webview');
  const options: vscode.WebviewOptions = { enableScripts: true, localResourceRoots: [files] };
  const open = new Map<string, vscode.WebviewPanel>();

  function attach(webviewPanel: vscode.WebviewPanel, subject: Subject): void {
    const key = kind.key(subject);
    const { webview } = webviewPanel;
    webviewPanel.title = kind.title(subject);
    webviewPanel.iconPath = vscode.Uri.joinPath(context.extensionUri, 'docs/images/icon.png');
    open.set(key, webviewPanel);
    const connected = connect(webviewPanel, kind, subject);
    webviewPanel.onDidDispose(() => {
      connected.dispose();
      if (open.get(key) === webviewPanel) open.delete(key);
    });
    webview.options = options;
    webview.html = html(webview, files, kind.page, kind.title(subject));
  }

  context.subscriptions.push(
    vscode.window.registerWebviewPanelSerializer(kind.type, {
      async deserializeWebviewPanel(panel, kept: { subject?: unknown } | undefined) {
        const subject = kept?.subject;
        if (kind.isSubject(subject) && !open.has(kind.key(subject))) attach(panel, subject);
        else panel.dispose();
      },
    }),
    { dispose: () => open.forEach((panel) => panel.dispose()) },
  );

  return {
    open(subject) {
      const known = open.get(kind.key(subject));
      if (known) return known.reveal(undefined, false);
      const column = Math.min(
        9,
        1 + Math.max(0, ...vscode.window.visibleTextEditors.map((editor) => editor.viewColumn ?? 0)),
      );
      attach(
        vscode.window.createWebviewPanel(kind.type, kind.title(subject), { viewColumn: column }, options),
        subject,
      );
    },
  };
}

/** Messages both ways. What is shown before the page is ready is sent when it is. */
function connect<Subject, Shown, Message>(
  webviewPanel: vscode.WebviewPanel,
  kind: Kind<Subject, Shown, Message>,
  subject: Subject,
): { dispose(): void } {
  const { webview } = webviewPanel;
  let ready = false;
  let last: ToPage<Subject, Shown> | undefined;
  const post = (): void => {
    if (ready && last) void webview.postMessage(last);
  };
  const show = (shown: Shown): void => {
    last = { subject, shown };
    post();
  };
  const attached = kind.attach({ webviewPanel, show }, subject);
  const hearing = webview.onDidReceiveMessage((received: FromPage<Message>) => {
    if ('ready' in received) {
      ready = true;
      post();
    } else attached.heard(received.message);
  });
  return {
    dispose() {
      hearing.dispose();
      attached.dispose();
    },
  };
}

/** Nothing but our own script and style is loaded, and nothing is fetched. */
function html(webview: vscode.Webview, files: vscode.Uri, page: string, title: string): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(18))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const uri = (name: string): string => escaped(webview.asWebviewUri(vscode.Uri.joinPath(files, name)).toString());
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${uri(`${page}.css`)}">
</head>
<body>
<main id="page"></main>
<script nonce="${nonce}" src="${uri(`${page}.js`)}"></script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
