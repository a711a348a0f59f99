// Language servers of other languages beside ours in the same minutes: each gets a file of its own language with as many lines, a
// fault is typed and taken back, and the time to the diagnostics that follow is told. They are installed on first use, beside the
// project and not as a part of it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LanguageClient } from '../language-client';
import manifest from '../../package.json';
import { build, floorCommand, root } from './built';
import { middle, ms, share, table, times } from './figures';
import { carrier } from './text';

const rounds = Number(process.env.VRP_BENCH_PEER_ROUNDS ?? 10);
const sizes = (process.env.VRP_BENCH_PEER_LINES ?? '10000,100000').split(',').map(Number);
const home = join(root, '.workbench/bench-peers');
const patience = 120_000;

interface Peer {
  readonly title: string;
  /** The package it comes from; ours and the floor have none. */
  readonly from?: string;
  readonly command: readonly string[];
  readonly file: string;
  readonly language: string;
  text(lines: number): string;
  /** A row of the middle, and what stands at its end when it is right and when it is wrong. */
  readonly row: RegExp;
  readonly wrong: string;
}

export async function bench(): Promise<void> {
  build();
  install('bash-language-server', 'vscode-langservers-extracted', 'yaml-language-server');
  const bin = (name: string) => join(home, 'node_modules/.bin', name);
  const peers: readonly Peer[] = [
    { title: 'vrp', command: [process.execPath, join(root, 'dist/server.js'), '--stdio'], file: 'device.cfg', language: 'vrp', text: (lines) => carrier(0, lines), row: /preempt-mode timer delay \d+$/, wrong: '0000' },
    { title: 'the floor', command: floorCommand(), file: 'device.cfg', language: 'vrp', text: (lines) => carrier(0, lines), row: /preempt-mode timer delay \d+$/, wrong: '0000' },
    { title: 'json', from: 'vscode-langservers-extracted', command: [bin('vscode-json-language-server'), '--stdio'], file: 'data.json', language: 'json', text: json, row: /"mtu": \d+$/, wrong: ' 7' },
    { title: 'css', from: 'vscode-langservers-extracted', command: [bin('vscode-css-language-server'), '--stdio'], file: 'style.css', language: 'css', text: css, row: /margin: \d+px$/, wrong: ' {' },
    { title: 'yaml', from: 'yaml-language-server', command: [bin('yaml-language-server'), '--stdio'], file: 'data.yaml', language: 'yaml', text: yaml, row: /mtu: \d+$/, wrong: ': 7' },
    { title: 'bash', from: 'bash-language-server', command: [bin('bash-language-server'), 'start'], file: 'script.sh', language: 'shellscript', text: bash, row: /mtu=\d+$/, wrong: ' ))' },
  ];
  const out: string[][] = [['server', 'version', 'lines', 'open to answer', 'fault p50', 'p95', 'of ours']];
  for (const lines of sizes) {
    let ours = NaN;
    for (const peer of peers) {
      const version = peer.from === undefined ? manifest.version : versionOf(peer.from);
      try {
        const { opened, faults } = await measured(peer, lines);
        if (peer.title === 'vrp') ours = middle(faults);
        out.push([peer.title, version, String(lines), opened === undefined ? '-' : ms(opened), ms(middle(faults)), ms(share(faults, 0.95)), times(middle(faults) / ours)]);
        console.log(`  ${out.at(-1)!.join('  ')}`);   // a slow one must not keep back what is known
      } catch (error) {
        out.push([peer.title, version, String(lines), '-', '-', '-', (error as Error).message.split('\n')[0]!.slice(0, 60)]);
        console.log(`  ${out.at(-1)!.join('  ')}`);
      }
    }
  }
  table(out);
}

async function measured(peer: Peer, lines: number): Promise<{ opened: number | undefined; faults: number[] }> {
  const text = peer.text(lines);
  const rows = text.split('\n');
  const hits = rows.flatMap((one, row) => (peer.row.test(one) ? [row] : []));
  const row = hits[hits.length >> 1]!;
  const end = rows[row]!.length;
  const client = await LanguageClient.start({ command: peer.command });
  try {
    const uri = client.uri(peer.file);
    const start = performance.now();
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: peer.language, version: 1, text } });
    await client.until(() => client.diagnostics.has(uri) || client.statuses.has(uri), 'the file is checked', peer.title === 'bash' ? 3000 : patience).catch(() => undefined);
    const opened = client.diagnostics.has(uri) || client.statuses.has(uri) ? performance.now() - start : undefined;
    const faults: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const begin = performance.now();
      client.notify('textDocument/didChange', { textDocument: { uri, version: 2 * round + 2 }, contentChanges: [{ range: { start: { line: row, character: end }, end: { line: row, character: end } }, text: peer.wrong }] });
      await client.until(() => (client.diagnostics.get(uri)?.length ?? 0) > 0, 'the fault is reported', patience);
      faults.push(performance.now() - begin);
      client.notify('textDocument/didChange', { textDocument: { uri, version: 2 * round + 3 }, contentChanges: [{ range: { start: { line: row, character: end }, end: { line: row, character: end + peer.wrong.length } }, text: '' }] });
      await client.until(() => (client.diagnostics.get(uri)?.length ?? 0) === 0, 'the fault is cleared', patience);
    }
    return { opened, faults };
  } finally {
    await client.stop();
  }
}

function install(...packages: string[]): void {
  if (packages.every((name) => existsSync(join(home, 'node_modules', name)))) return;
  mkdirSync(home, { recursive: true });
  if (!existsSync(join(home, 'package.json'))) writeFileSync(join(home, 'package.json'), '{"private":true}\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], { cwd: home, stdio: 'inherit' });
}

function versionOf(name: string): string {
  return (JSON.parse(readFileSync(join(home, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Blocks of ten lines, as a carrier's file has them. */
function blocks(lines: number, block: (n: number) => readonly string[]): string[] {
  const rows: string[] = [];
  for (let n = 0; rows.length < lines; n++) rows.push(...block(n));
  return rows;
}

function json(lines: number): string {
  const rows = blocks(lines, (n) => [`  "port-${n}": {`, `    "description": "customer ${n}",`, '    "enabled": true,', `    "vlan": ${n % 4000},`, `    "address": "10.0.${n & 255}.1",`, '    "mask": 24,', '    "arp": 1200,', '    "urpf": "strict",', '    "mtu": 1500', '  },']);
  return `{\n${rows.join('\n')}\n  "last": 0\n}\n`;
}

function yaml(lines: number): string {
  return `${blocks(lines, (n) => [`port-${n}:`, `  description: customer ${n}`, '  enabled: true', `  vlan: ${n % 4000}`, `  address: 10.0.${n & 255}.1`, '  mask: 24', '  arp: 1200', '  urpf: strict', '  queue: 4', '  mtu: 1500']).join('\n')}\n`;
}

function css(lines: number): string {
  return `${blocks(lines, (n) => [`.port-${n} {`, '  color: red;', '  display: block;', `  width: ${n % 400}px;`, '  height: 10px;', '  padding: 2px;', '  border: 1px solid black;', '  overflow: hidden;', '  margin: 4px', '}']).join('\n')}\n`;
}

function bash(lines: number): string {
  return `#!/bin/bash\n${blocks(lines, (n) => [`port_${n}() {`, `  local description="customer ${n}"`, '  local enabled=true', `  local vlan=${n % 4000}`, '  if [ "$enabled" = true ]; then', '    echo "$description" "$vlan"', '  fi', '  local mask=24', '  mtu=1500', '}']).join('\n')}\n`;
}
