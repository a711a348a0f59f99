// A session as a model: what an editor and the disk do to a server in any order. The model knows what is open and what is on
// disk; the server must answer every request once, send nothing that the protocol does not know, and be in the end what a server
// is that starts on the same folder with the same documents open.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { requests } from '../../../server/src/lsp/protocol';
import { edited } from '../../support/check-text';
import { edit as changeOf, change, type Change } from '../../fuzz/walk';
import { LanguageClient, type Message } from '../../support/language-client';
import type { Held } from './schema';

export type Step =
  | { readonly kind: 'open' | 'close' | 'delete' | 'save'; readonly file: number }
  | { readonly kind: 'change'; readonly file: number; readonly changes: readonly Change[] }
  | { readonly kind: 'write'; readonly file: number; readonly change: Change; readonly told: boolean }
  | { readonly kind: 'rename'; readonly file: number; readonly to: number }
  | {
      readonly kind: 'ask';
      readonly file: number;
      readonly method: number;
      readonly at: number;
      readonly column: number;
      readonly odd: number;
      readonly cancel: Cancel;
    }
  | { readonly kind: 'configure'; readonly exclude: readonly string[] }
  | { readonly kind: 'side'; readonly settings: number }
  | { readonly kind: 'folders'; readonly gone: boolean }
  | { readonly kind: 'wait' };

type Cancel = 'no' | 'at once' | 'twice' | 'later';

/** `North.cfg` and `South.cfg` are a pair, `sub/South.cfg` would be another, the rest is no configuration or none yet. */
export const names = [
  'North.cfg',
  'South.cfg',
  'sub/South.cfg',
  'sub/East side.cfg',
  'notes.txt',
  'Untitled.cfg',
] as const;
const settings = [
  '{}',
  '{"pairs": [["North.cfg", "sub/South.cfg"]]}',
  '{"networks": [["sub/**"], ["*.cfg"]]}',
  '{ not json',
  '',
];
const accepted = [
  '',
  '{"schemaVersion": 1, "accepted": [{"fingerprint": "0123456789abcdef", "rule": "rbs-port-mismatch", "reason": "x"}]}',
  '[]',
];

/** Those of the protocol file: one that is added is asked too. */
const ownRequests = Object.values(requests);

export const methods = [
  'completion',
  'hover',
  'signatureHelp',
  'definition',
  'references',
  'documentHighlight',
  'documentSymbol',
  'foldingRange',
  'selectionRange',
  'semanticTokens/full',
  'semanticTokens/full/delta',
  'semanticTokens/range',
  'documentLink',
  'inlayHint',
  'codeLens',
  'codeAction',
  'formatting',
  'onTypeFormatting',
  'prepareRename',
  'rename',
]
  .map((name) => `textDocument/${name}`)
  .concat('workspace/symbol', ...ownRequests);

const file = fc.nat(names.length - 1);
const fraction = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      file,
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      file,
      method: fc.nat(methods.length - 1),
      at: fraction,
      column: fraction,
      odd: fc.nat(14),
      cancel: fc.constantFrom<Cancel[]>('no', 'no', 'no', 'at once', 'twice', 'later'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('open' as const, 'open' as const, 'close' as const, 'delete' as const, 'save' as const),
      file,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      file,
      change,
      told: fc.constantFrom(true, true, true, false),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), file, to: file }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('configure' as const),
      exclude: fc.constantFrom([], ['**/sub/**'], ['**/North.cfg'], ['**/*.cfg']),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('side' as const), settings: fc.nat(14) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('folders' as const), gone: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'wait' as const }) },
);

const oddPositions: readonly unknown[] = [
  { line: -1, character: -1 },
  { line: 1e9, character: 1e9 },
  { line: 0.5, character: 1.5 },
  { line: 2 ** 40, character: 0 },
  { line: 0, character: 2 ** 33 },
  { line: null, character: '3' },
];

export interface Walked {
  readonly steps: number;
  readonly requests: number;
  readonly messages: number;
}

/** Runs the steps against a server of its own. `first` are the texts the files have in the beginning. */
export async function session(
  steps: readonly Step[],
  first: ReadonlyMap<string, string>,
  held: Held,
  command?: readonly string[],
): Promise<Walked> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vrp-session-')));
  const wrong: string[] = [];
  const asked = new Map<number, string>();
  const answers = new Map<number, number>();
  let messages = 0;
  let excluded: readonly string[] = [];
  const configuration = (section: string) =>
    section === 'vrp.workspace' ? { include: ['**/*'], exclude: excluded } : null;

  function hear(message: Message): void {
    messages++;
    const odd = held.message(message);
    if (odd !== undefined) wrong.push(odd);
    if (message.method !== undefined) {
      const problem = held.sent(message.method, message.params);
      if (problem !== undefined) wrong.push(problem);
      return;
    }
    const id = Number(message.id);
    const method = asked.get(id);
    if (method === undefined) return void wrong.push(`an answer to ${String(message.id)}, which was not asked`);
    answers.set(id, (answers.get(id) ?? 0) + 1);
    if (message.error) {
      // Cancelled; a rename or edit that is refused with a reason.
      if (![-32800, -32803].includes(message.error.code))
        wrong.push(`${method}: error ${message.error.code} ${message.error.message}`);
    } else {
      const problem = held.result(method, message.result);
      if (problem !== undefined) wrong.push(problem);
    }
  }

  const disk = new Map<string, string>();
  const write = (name: string, text: string) => {
    disk.set(name, text);
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const [name, text] of first) write(name, text);
  const options = {
    folder,
    configuration,
    ...(command ? { command } : {}),
    initializationOptions: { commands: true, views: true },
    asked: (id: number, method: string) => {
      asked.set(id, method);
    },
  };
  const client = await LanguageClient.start({ ...options, hear });
  const open = new Map<string, string>();
  /** What the server last called the scenarios of its pairs. */
  let keys: readonly string[] = [];
  const untold = new Set<string>();
  /** The folder of the workspace, which a step may close and another opens again. */
  const workspaceFolder = { closed: false };
  const reported = (changes: readonly { name: string; type: 1 | 2 | 3 }[]) => {
    for (const { name } of changes) untold.delete(name);
    client.notify('workspace/didChangeWatchedFiles', {
      changes: changes.map(({ name, type }) => ({ uri: client.uri(name), type })),
    });
  };
  const pending: Promise<unknown>[] = [];
  const texts = () => names.map((name) => open.get(name) ?? disk.get(name) ?? '');

  async function take(one: Step): Promise<void> {
    const name = 'file' in one ? names[one.file]! : '';
    switch (one.kind) {
      case 'open': {
        if (open.has(name)) return;
        const text = disk.get(name) ?? '#\nsysname Fresh\n#\n';
        open.set(name, text);
        return client.open(name, text, name === 'notes.txt' ? 'plaintext' : 'vrp');
      }
      case 'close':
        return void (open.delete(name) && client.close(name));
      case 'save':
        return client.notify('textDocument/didSave', { textDocument: { uri: client.uri(name) } });
      case 'change': {
        let text = open.get(name);
        if (text === undefined) return;
        const edits = one.changes.map((each) => {
          const { range, newText } = changeOf(text!, each, texts());
          text = range ? edited(text!, [{ range, newText }]) : newText;
          return { range, text: newText };
        });
        open.set(name, text);
        return client.change(name, ...edits);
      }
      case 'write': {
        const before = disk.get(name) ?? '#\nsysname Fresh\n#\n';
        const { range, newText } = changeOf(before, one.change, texts());
        const type = disk.has(name) ? 2 : 1;
        write(name, range ? edited(before, [{ range, newText }]) : newText);
        if (one.told) reported([{ name, type }]);
        else untold.add(name);
        return;
      }
      case 'delete':
        if (!disk.delete(name)) return;
        rmSync(join(folder, name));
        return reported([{ name, type: 3 }]);
      case 'rename': {
        const to = names[one.to]!;
        if (to === name || !disk.has(name)) return;
        mkdirSync(dirname(join(folder, to)), { recursive: true });
        renameSync(join(folder, name), join(folder, to));
        disk.set(to, disk.get(name)!);
        disk.delete(name);
        return reported([
          { name, type: 3 },
          { name: to, type: 1 },
        ]);
      }
      case 'configure':
        excluded = one.exclude;
        return client.notify('workspace/didChangeConfiguration', {
          settings: { vrp: { workspace: configuration('vrp.workspace') } },
        });
      case 'side': {
        const which = one.settings % 2 === 0 ? '.vrp.json' : '.vrp-baseline.json';
        const choice = which === '.vrp.json' ? settings : accepted;
        const text = choice[one.settings % choice.length]!;
        const had = disk.has(which);
        if (text === '') {
          if (!had) return;
          disk.delete(which);
          rmSync(join(folder, which));
          return reported([{ name: which, type: 3 }]);
        }
        write(which, text);
        return reported([{ name: which, type: had ? 2 : 1 }]);
      }
      case 'folders':
        if (workspaceFolder.closed === one.gone) return;
        workspaceFolder.closed = one.gone;
        client.folders = one.gone ? [] : undefined;
        return client.notify('workspace/didChangeWorkspaceFolders', {
          event: one.gone ? { added: [], removed: client.own } : { added: client.own, removed: [] },
        });
      case 'ask':
        return void ask(one);
      case 'wait':
        return void (await Promise.all(pending.splice(0)));
    }
  }

  function ask({ method, file: number, at, column, odd, cancel }: Extract<Step, { kind: 'ask' }>): void {
    const name = names[number]!;
    const rows = (open.get(name) ?? '').split(/\r\n|\r|\n/);
    const line = Math.floor(at * rows.length);
    const position = oddPositions[odd] ?? { line, character: Math.floor(column * (rows[line]!.length + 1)) };
    const uri = odd === 10 ? 'file:///nowhere/at all.cfg' : client.uri(name);
    const range = { start: position, end: position };
    const textDocument = { uri };
    const id = client.nextRequest;
    const other = client.uri(names[(number + 1) % 4]!);
    const own = {
      uri,
      a: uri,
      b: other,
      uris: [uri, other],
      peerUri: other,
      ...(odd % 4 === 0 ? { peer: other } : {}),
      ...(odd % 3 === 0 ? { events: ['device-down:BRAS-North@0', 'rbs-down@3', 'nothing@'].slice(0, odd % 5) } : {}),
      frame: odd - 2,
      format: ['svg', 'markdown', 'csv', 'html', 'json', 'pdf'][odd % 6],
      scenario: ['mld', 'nd', 'dhcp-server', 'none'][odd % 4],
      key: keys[odd % keys.length] ?? '',
      guide: `00${odd % 6} step 1.${odd}`,
      device: odd % 2 === 0 ? 'a' : undefined,
      answers: odd % 2 === 0 ? {} : { vrid: 7, 'device-a': names[0], x: null },
      value: '1',
      parameter: 'vrid',
      rule: 'rbs-port-mismatch',
      reason: 'seen',
      whole: odd % 2 === 0,
      fingerprint: '0123456789abcdef',
      moment: odd,
    };
    pending.push(
      client
        .request(methods[method]!, {
          textDocument,
          position,
          range,
          positions: [position],
          context: { includeDeclaration: odd % 2 === 0, diagnostics: [], triggerKind: 1 },
          query: name.slice(0, odd),
          newName: odd % 3 === 0 ? 'other' : 'not a name',
          options: { tabSize: 1, insertSpaces: true },
          ch: '\n',
          previousResultId: String(odd),
          ...own,
        })
        .then(({ result }) => {
          if (methods[method] === 'vrp/scenarios' && result)
            keys = (result as { scenarios: { key: string }[] }[]).flatMap((pair) =>
              pair.scenarios.map((one) => one.key),
            );
          if (methods[method] === 'textDocument/completion' && result) {
            const item = (result as { items: unknown[] }).items[odd];
            if (item) pending.push(client.request('completionItem/resolve', item));
          } else if (methods[method] === 'textDocument/codeLens') {
            const lens = (result as unknown[] | null)?.[odd];
            if (lens) pending.push(client.request('codeLens/resolve', lens));
          }
        }),
    );
    const send = () => client.notify('$/cancelRequest', { id });
    if (cancel === 'at once' || cancel === 'twice') send();
    if (cancel === 'twice') send();
    if (cancel === 'later') setTimeout(send, odd);
  }

  const shown = (languageClient: LanguageClient) =>
    Object.fromEntries(
      [...languageClient.diagnostics]
        .filter(([, list]) => list.length > 0)
        .sort(([x], [y]) => (x < y ? -1 : 1))
        .map(([uri, list]) => [uri.slice(languageClient.uri('').length), list]),
    );
  const statuses = (languageClient: LanguageClient) =>
    Object.fromEntries(
      [...languageClient.statuses]
        .filter(
          ([uri]) =>
            uri !== languageClient.uri('notes.txt') &&
            open.has(decodeURIComponent(uri.slice(languageClient.uri('').length + 1))),
        )
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    );
  let cold: LanguageClient | undefined;
  try {
    for (const one of steps) await take(one);
    // What changed on disk and was not told is told now, as a watcher does sooner or later.
    reported([...untold].map((name) => ({ name, type: 2 as const })));
    if (workspaceFolder.closed) await take({ kind: 'folders', gone: false });
    while (pending.length > 0) await Promise.all(pending.splice(0));
    cold = await LanguageClient.start(options);
    for (const [name, text] of open) cold.open(name, text, name === 'notes.txt' ? 'plaintext' : 'vrp');
    await awaited(cold);
    await awaited(client);
    const both = () =>
      [shown(client), statuses(client), shown(cold!), statuses(cold!)].map((one) => JSON.stringify(one));
    const agree = () => {
      const [ownValue, myStatus, fresh, freshStatus] = both();
      return ownValue === fresh && myStatus === freshStatus;
    };
    for (let patience = 0; patience < 1500 && !agree(); patience++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(shown(client), shown(cold), 'what is shown in the end is what a cold start shows');
    assert.deepEqual(statuses(client), statuses(cold), 'and so are the states');
    for (const [id, method] of asked)
      if (method !== '') assert.equal(answers.get(id) ?? 0, 1, `${method} (${id}) is answered once`);
    assert.deepEqual(wrong.slice(0, 5), [], 'every message keeps to the protocol');
    assert.doesNotMatch(client.log, /failed/, 'nothing threw');
    assert.ok(!client.exited);
    return { steps: steps.length, requests: asked.size, messages };
  } finally {
    await cold?.stop();
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that was sent is taken in: files are read in turns of their own, findings come a turn later. */
async function awaited(client: LanguageClient): Promise<void> {
  const progress = (kind: string) =>
    client.heard.filter(
      ({ method, params }) => method === '$/progress' && (params as { value: { kind: string } }).value.kind === kind,
    ).length;
  for (let round = 0; round < 3; round++) {
    await client.until(() => progress('begin') > 0 && progress('begin') === progress('end'), 'the folders are read');
    await client.ask('workspace/symbol', { query: 'x' });
  }
}
