// Every way to run the command line over a folder of configurations, found in its own help: a command or a format that is added
// is run too.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rules } from '../../server/src/rules/registry';
import { vrp } from './check-text';

export interface Output {
  readonly command: string;
  readonly format: string;
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What it wrote, by name. */
  readonly files: ReadonlyMap<string, string>;
}

interface Command {
  readonly name: string;
  readonly formats: readonly string[];
  /** Options that take no value. */
  readonly flags: readonly string[];
  readonly help: string;
}

/** Options that take a value, and what they are given; `%` is the folder that is looked at, where each file below is written first. */
const values: Readonly<Record<string, readonly string[]>> = {
  '--fail-level': ['information'],
  '--select': ['rbs-port-mismatch'],
  '--ignore': ['rbs-port-mismatch'],
  '--exclude': ['*.bak'],
  '--encoding': ['utf-8', 'latin-1', 'gb18030'],
  '--jobs': ['2'],
  '--max-findings': ['1'],
  '--output': ['gitlab=%/report.json', 'markdown=%/report.md'],
  '--cache': ['%/kept'],
  '--config': ['%/settings.json', '%/broken.json'],
  '--baseline': ['%/baseline.json', '%/broken.json'],
  '--answers': ['%/answers.json', '%/broken.json'],
  '--event': ['device-down:NAME@0', 'rbs-down@0', 'nothing@0'],
  '--fail-on': ['users-lost'],
  '--maintenance': ['NAME'],
  '--restart': ['600'],
  '--max-hit': ['10'],
  '--delays': ['10'],
};
/** Those that are given below. */
const elsewhere = new Set(['--format', '--out', '--update-baseline', '--help', '--version']);
const beside: Readonly<Record<string, string>> = {
  'settings.json': '{"networks": [["**/*"]], "pairs": []}',
  'broken.json': 'password cipher hush-json',
  'answers.json': '{"vrid": 20}',
  'baseline.json':
    '{"schemaVersion": 1, "accepted": [{"fingerprint": "0123456789abcdef", "rule": "rbs-port-mismatch", "reason": "seen\\n::error::x \\u001b[31m", "devices": []}]}',
};

export async function commands(): Promise<Command[]> {
  const names = [...(await vrp(['--help'])).out.split('Commands:')[1]!.matchAll(/^ {2}(\w[\w-]*)/gm)]
    .map((hit) => hit[1]!)
    .filter((name) => name !== 'help');
  return Promise.all(
    names.map(async (name) => {
      const help = (await vrp([name, '--help'])).out.replace(/\n {10,}/g, ' ');
      const formats = /--format <\w+>.*?\(choices: ([^)]*?)(?:, default|\))/.exec(help)?.[1]?.match(/[\w-]+/g) ?? [];
      const flags = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)(?= {2})/gm)]
        .map((hit) => hit[1]!)
        .filter((flag) => flag !== '--help');
      for (const [, option] of help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+) [<[]/gm))
        assert.ok(
          option! in values || elsewhere.has(option!),
          `vrp ${name} ${option} is not run here: say what it takes`,
        );
      return { name, formats, flags, help };
    }),
  );
}

/** All of them over a fresh copy of `folder`, which holds configurations of pairs: `pairs` names two files of each. With `few` each command and each format once. */
export async function* everyOutput(
  folder: string,
  pairs: readonly (readonly [string, string])[],
  { few = false } = {},
): AsyncGenerator<Output> {
  for (const { name, formats, flags, help } of await commands()) {
    const subjects = (copy: string): string[][] => {
      switch (name) {
        case 'check':
          return [[copy, '--baseline', join(copy, 'accepted.json'), '--update-baseline', 'seen'], [copy]];
        case 'pairs':
          return [[copy]];
        case 'diff':
        case 'failover':
          return pairs.map((pair) => pair.map((file) => join(copy, file)));
        case 'lab':
          return pairs.map((pair, index) => [
            ...pair.map((file) => join(copy, file)),
            '--out',
            join(copy, `lab-${index}`),
          ]);
        case 'redact':
          return [[copy, '--out', join(copy, 'made')]];
        case 'explain':
          return rules.slice(0, 3).map((rule) => [rule.id]);
        case 'completion':
          return ['bash', 'zsh', 'fish'].map((shell) => [shell]);
        case 'rules':
        case 'lsp':
          return [[]];
        case 'new':
          return ['mld', 'dhcp-server'].map((scenario) => [scenario, '--defaults', '--out', join(copy, 'made')]);
        default:
          return assert.fail(`vrp ${name} is not run here: say what it takes`);
      }
    };
    // The server has a test of its own.
    if (name === 'lsp') continue;
    const given = Object.entries(values)
      .filter(([option]) => help.includes(`${option} <`) || help.includes(`${option} [`))
      .flatMap(([option, list]) => list.map((value) => [option, value]));
    const ways: string[][] = few
      ? [[], ...formats.map((format) => ['--format', format])]
      : [[], ...formats.map((format) => ['--format', format]), ...flags.map((flag) => [flag]), ...given];
    if (name === 'check')
      ways.push(
        ...(few
          ? [['--fix', '--unsafe-fixes', '--dry-run']]
          : [
              ['--fix', '--dry-run', '--unsafe-fixes'],
              ['--fix', '--unsafe-fixes'],
              ...formats.map((format) => [
                '--format',
                format,
                '--fail-level',
                'information',
                '--select',
                rules.map((rule) => rule.id).join(),
              ]),
            ]),
      );
    for (const way of ways) {
      const copy = mkdtempSync(join(tmpdir(), 'vrp-output-'));
      try {
        cpSync(folder, copy, { recursive: true });
        if (way.some((one) => one.includes('%')))
          for (const [file, text] of Object.entries(beside)) writeFileSync(join(copy, file), text);
        const before = contents(copy);
        for (const subject of subjects(copy)) {
          // It would write into the folder the tests run in.
          if (way.includes('--prune-baseline') && !subject.includes('--baseline')) continue;
          const device =
            /^sysname (.*)$/m.exec(
              subject
                .map((path) => (path.startsWith(copy) && path.endsWith('.cfg') ? readFileSync(path, 'utf8') : ''))
                .join(''),
            )?.[1] ?? '';
          const args = [name, ...subject, ...way.map((one) => one.replace('%', copy).replace('NAME', device))];
          const { code, out, err } = await vrp(args);
          const files = new Map([...contents(copy)].filter(([path]) => !before.has(path)));
          yield {
            command: args.join(' ').replaceAll(copy, ''),
            format: /--format (\w+)/.exec(args.join(' '))?.[1] ?? 'text',
            code,
            out: out.replaceAll(copy, ''),
            err: err.replaceAll(copy, ''),
            files,
          };
          for (const path of files.keys()) rmSync(join(copy, path));
        }
      } finally {
        rmSync(copy, { recursive: true, force: true });
      }
    }
  }
}

function contents(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );
}
