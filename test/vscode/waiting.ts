// A window whose folder holds no configuration: the extension waits, without its client and without a server, until one comes.
import { readFileSync, readdirSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Activation } from '../../client/src/activation';
import { fileUri, pause, rules, until } from './editor';

suite('a folder without VRP', () => {
  const extension = vscode.extensions.getExtension<Activation>('vrp-tools.vrp-hot-backup')!;
  const [north, south] = [fileUri('configs/North.cfg'), fileUri('configs/South.cfg')];

  test('activation takes less than 300 ms, loads one file and starts no server', async () => {
    await until('the activation', () => extension.isActive);
    const { milliseconds, foldersProbed, isStarted } = extension.exports;
    await foldersProbed;
    await vscode.window.showTextDocument(fileUri('notes.txt'));
    await pause(1000);
    if (isStarted()) throw new Error('the client was started');
    const modules = Object.keys(require.cache).filter((path) => path.startsWith(extension.extensionPath));
    console.log(`VRP-SUITE activation ${milliseconds.toFixed(1)} ms, files loaded: ${modules.length}`);
    if (milliseconds >= 300) throw new Error(`activation took ${milliseconds} ms`);
    if (modules.length !== 1 || !modules[0]!.endsWith('extension.js')) throw new Error(modules.join(', '));
    if (servers().length > 0) throw new Error(servers().join('\n'));
  });

  test('configurations that come are a pair, though nobody opens them', async () => {
    const begun = performance.now();
    for (const uri of [north, south]) {
      const text = await vscode.workspace.fs.readFile(
        fileUri(`${uri.path.slice(uri.path.lastIndexOf('/') + 1)}.kept.md`),
      );
      await vscode.workspace.fs.writeFile(uri, text);
    }
    const api = await extension.exports.started;
    await api.ready;
    await until(
      'the pair',
      () => api.pairs.of(north),
      (found) => found.length === 1,
    );
    await until(
      'findings',
      () => rules(south),
      (found) => found.includes('rbs-port-mismatch'),
    );
    console.log(`VRP-SUITE from the first file to findings in both: ${(performance.now() - begun).toFixed(0)} ms`);
    if (process.platform === 'linux' && servers().length !== 1) throw new Error(servers().join('\n'));
  });
});

/** The processes of the language server that the extension has started on this machine, by their command lines. */
function servers(): string[] {
  if (process.platform !== 'linux') return [];
  const server = vscode.extensions.getExtension('vrp-tools.vrp-hot-backup')!.extensionPath + '/dist/server.js';
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(commandLine)
    .filter((line) => line.includes(server));
}

function commandLine(process: string): string {
  try {
    return readFileSync(`/proc/${process}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It has ended.
    return '';
  }
}
