// A workspace that is edited, asked, closed and settled in any order must be, whenever it is looked at, what a cold one is that
// reads the same texts at once. The steps are plain data: a failing walk can be kept as JSON and walked again.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { Workspace, type BaselineEntry, type ShownFinding } from '../../server/src/workspace/workspace';
import type { NetworkOptions } from '../../server/src/model/pairing/find-pairs';
import type { Range } from '../../server/src/text/range';
import { edited, type NamedText } from '../support/check-text';

export interface Walk {
  readonly files: readonly NamedText[];
  readonly steps: readonly Step[];
}

/** `file` and the numbers of a change are taken modulo what is there when the step is walked. */
export type Step =
  | { readonly kind: 'change'; readonly file: number; readonly change: Change }
  | { readonly kind: 'open' | 'close' | 'remove'; readonly file: number }
  | { readonly kind: 'disk'; readonly file: number; readonly change: Change }
  | { readonly kind: 'ask'; readonly file: number; readonly what: 'snapshot' | 'findings' | 'check' | 'fixes' }
  | { readonly kind: 'settle'; readonly pair: boolean; readonly accept: number }
  | { readonly kind: 'compare' };

export type Change =
  | { readonly kind: 'number'; readonly at: number; readonly to: string }
  | { readonly kind: 'drop' | 'twice' | 'join' | 'swap'; readonly at: number }
  | { readonly kind: 'line'; readonly at: number; readonly text: string; readonly eol: string }
  | { readonly kind: 'paste'; readonly at: number; readonly from: number; readonly line: number; readonly rows: number }
  | {
      readonly kind: 'type';
      readonly at: number;
      readonly column: number;
      readonly length: number;
      readonly text: string;
    }
  | { readonly kind: 'all'; readonly from: number };

export function walk({ files, steps }: Walk): void {
  const live = workspace();
  const disk = new Map(files.map(({ name, text }) => [name, text]));
  const open = new Map<string, string>();
  const published = new Map<string, readonly ShownFinding[]>();
  let network: NetworkOptions = {};
  let baseline: readonly BaselineEntry[] = [];
  const names = files.map((file) => file.name);
  const current = (name: string) => open.get(name) ?? disk.get(name);
  const publish = () => {
    for (const [file, list] of live.check())
      if (list.length > 0) published.set(file, list);
      else published.delete(file);
  };
  for (const { name, text } of files) live.setClosed(name, text);

  try {
    for (const step of steps) take(step);
    compare();
  } finally {
    for (const name of open.keys()) live.removeClosed(name);
  }

  function take(step: Step): void {
    const name = 'file' in step ? names[step.file % names.length]! : '';
    switch (step.kind) {
      case 'change': {
        const text = current(name);
        if (text === undefined) return;
        if (!open.has(name)) live.open(name, text);
        const { range, newText } = edit(
          text,
          step.change,
          names.map((one) => current(one) ?? ''),
        );
        live.change(name, range, newText);
        open.set(name, range ? edited(text, [{ range, newText }]) : newText);
        assert.equal(live.text(name), open.get(name), 'the text is what the changes make it');
        return;
      }
      case 'open':
        open.set(name, current(name) ?? '');
        return live.open(name, open.get(name)!);
      case 'close':
        if (!open.delete(name)) return;
        return live.close(name, disk.get(name));
      case 'remove':
        disk.delete(name);
        if (!open.has(name)) live.removeClosed(name);
        return;
      case 'disk': {
        const text = disk.get(name) ?? files.find((file) => file.name === name)!.text;
        const { range, newText } = edit(
          text,
          step.change,
          names.map((one) => current(one) ?? ''),
        );
        disk.set(name, range ? edited(text, [{ range, newText }]) : newText);
        if (!open.has(name)) live.setClosed(name, disk.get(name)!);
        return;
      }
      case 'ask':
        if (step.what === 'snapshot') live.snapshot(name);
        else if (step.what === 'findings') live.findings(name);
        else if (step.what === 'fixes') live.fixes(name, everywhere);
        else publish();
        return;
      case 'settle': {
        const findings = live.allFindings();
        network = step.pair && names.length > 2 ? { namedPairs: [[names[0]!, names[2]!]] } : {};
        baseline = findings
          .filter((_, index) => step.accept > 0 && index % step.accept === 0)
          .map((finding) => ({ fingerprint: live.fingerprintOf(finding), rule: finding.rule, reason: 'seen' }));
        return live.setOptions({ network, baseline });
      }
      case 'compare':
        return compare();
    }
  }

  function compare(): void {
    const cold = workspace();
    try {
      for (const name of names) {
        if (open.has(name)) cold.open(name, open.get(name)!);
        else if (disk.has(name)) cold.setClosed(name, disk.get(name)!);
      }
      cold.setOptions({ network, baseline });
      publish();
      // What a person would see, first: it reads best when it differs.
      const reported = (one: Workspace) =>
        one
          .allFindings()
          .map(
            (found) =>
              `${found.file}:${found.range.start.line}:${found.range.start.character} ${found.rule} ${found.severity} ${found.fixable} ${found.message} ${found.peer ? `${found.peer.file}:${found.peer.range.start.line} ${found.peer.message}` : ''}`,
          );
      assert.deepEqual(reported(live), reported(cold), 'the findings');
      assert.deepEqual(live.network().pairs.map(pairText), cold.network().pairs.map(pairText), 'the pairs');
      same(live.network().ambiguities, cold.network().ambiguities, 'the ambiguities');
      assert.deepEqual([...live.fileNames()].sort(), [...cold.fileNames()].sort());
      for (const name of cold.fileNames()) {
        const [snapshot, fresh] = [live.snapshot(name)!, cold.snapshot(name)!];
        same(snapshot.device, fresh.device, `the device of ${name}`);
        same(snapshot.facts, fresh.facts, `the facts of ${name}`);
        same(snapshot.peers, fresh.peers, `the pairs of ${name}`);
        same(live.findings(name), cold.findings(name), `the findings of ${name}`);
        same(published.get(name) ?? [], cold.findings(name), `what was published for ${name}`);
        same(live.fixes(name, everywhere), cold.fixes(name, everywhere), `the fixes of ${name}`);
      }
      for (const name of published.keys()) assert.ok(cold.has(name), `nothing is published for ${name}, which is gone`);
      same(
        live.allFindings().map((finding) => live.fingerprintOf(finding)),
        cold.allFindings().map((finding) => cold.fingerprintOf(finding)),
        'the fingerprints',
      );
      same(live.unusedBaseline(), cold.unusedBaseline(), 'what the baseline accepts in vain');
    } finally {
      for (const name of cold.fileNames()) cold.removeClosed(name);
    }
  }
}

const everywhere: Range = { start: { line: 0, character: 0 }, end: { line: 1e9, character: 0 } };

function workspace(): Workspace {
  return new Workspace({
    strict: true,
    report: (rule, error) => {
      throw new Error(`rule ${rule} threw`, { cause: error });
    },
  });
}

function pairText(pair: {
  a: { file: string; name: string };
  b: { file: string; name: string };
  why: readonly { text: string }[];
}): string {
  return `${pair.a.file} ${pair.a.name} - ${pair.b.file} ${pair.b.name}: ${pair.why.map((one) => one.text).join('; ')}`;
}

function same(live: unknown, cold: unknown, what: string): void {
  const [own, fresh] = [plain(live), plain(cold)];
  if (isDeepStrictEqual(own, fresh)) return;
  assert.fail(`${what} differ: ${difference(own, fresh, '') ?? 'somewhere'}`);
}

/** The same with every map a plain one: what an edit patched is equal when it holds the same in the same order. */
function plain(value: unknown, seen = new Map<object, unknown>()): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known) return known;
  if ('entries' in value && 'get' in value) {
    const map = new Map<unknown, unknown>();
    seen.set(value, map);
    for (const [key, one] of (value as ReadonlyMap<unknown, unknown>).entries()) map.set(key, plain(one, seen));
    return map;
  }
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    seen.set(value, list);
    for (const one of value) list.push(plain(one, seen));
    return list;
  }
  const copy: Record<string, unknown> = {};
  seen.set(value, copy);
  for (const [key, one] of Object.entries(value)) copy[key] = plain(one, seen);
  return copy;
}

/** The path to the first difference, for a person. */
function difference(own: unknown, fresh: unknown, path: string, depth = 0): string | undefined {
  if (isDeepStrictEqual(own, fresh)) return undefined;
  if (depth < 12 && typeof own === 'object' && typeof fresh === 'object' && own && fresh) {
    const entries = (value: object) => (value instanceof Map ? [...value] : Object.entries(value));
    const [one, two] = [new Map<unknown, unknown>(entries(own)), new Map<unknown, unknown>(entries(fresh))];
    for (const key of new Set([...one.keys(), ...two.keys()])) {
      const found = difference(one.get(key), two.get(key), `${path}.${String(key)}`, depth + 1);
      if (found) return found;
    }
  }
  const short = (value: unknown) =>
    (typeof value === 'object' && value ? Object.keys(value).join() : String(value)).slice(0, 200);
  return `${path}: ${short(own)} instead of ${short(fresh)}`;
}

/** A change as an editor sends it. */
export function edit(
  text: string,
  change: Change,
  all: readonly string[],
): { range: Range | undefined; newText: string } {
  const rows = text.split(/\r\n|\r|\n/);
  const row = 'at' in change ? Math.floor(change.at * rows.length) : 0;
  const at = (line: number, character: number) => ({ line, character });
  const whole = (first: number, behind: number): Range => ({ start: at(first, 0), end: at(behind, 0) });
  switch (change.kind) {
    case 'number': {
      const numbers = [...text.matchAll(/\d+/g)];
      const hit = numbers[Math.floor(change.at * numbers.length)];
      if (!hit) return { range: whole(0, 0), newText: change.to };
      const line = text.slice(0, hit.index).split(/\r\n|\r|\n/).length - 1;
      const column =
        hit.index - Math.max(text.lastIndexOf('\n', hit.index - 1), text.lastIndexOf('\r', hit.index - 1)) - 1;
      return { range: { start: at(line, column), end: at(line, column + hit[0].length) }, newText: change.to };
    }
    case 'drop':
      return { range: whole(row, row + 1), newText: '' };
    case 'twice':
      return { range: whole(row, row), newText: `${rows[row]}\n` };
    case 'join':
      return { range: { start: at(row, rows[row]!.length), end: at(row + 1, 0) }, newText: '' };
    case 'swap':
      return { range: whole(row, row + 2), newText: `${rows[row + 1] ?? ''}\n${rows[row]}\n` };
    case 'line':
      return { range: whole(row, row), newText: change.text + change.eol };
    case 'paste': {
      const other = (all[change.from % all.length] ?? '').split('\n');
      const first = Math.floor(change.line * other.length);
      return {
        range: whole(row, row),
        newText: other
          .slice(first, first + change.rows)
          .map((line) => `${line}\n`)
          .join(''),
      };
    }
    case 'type': {
      const column = Math.floor(change.column * ((rows[row] ?? '').length + 1));
      return { range: { start: at(row, column), end: at(row, column + change.length) }, newText: change.text };
    }
    case 'all':
      return { range: undefined, newText: all[change.from % all.length] ?? '' };
  }
}

/** Lines that open, close, hide, undo and accept: what a change of one line can do to those around it. */
export const lines = [
  '#',
  ' #',
  '# vrp-ignore rbs-port-mismatch -- known',
  '# vrp-ignore rbs-unused',
  '# a remark',
  'return',
  'quit',
  'system-view',
  'commit',
  '',
  '   ',
  'sysname North',
  'sysname Other',
  'undo shutdown',
  ' shutdown',
  ' undo peer',
  ' undo backup-id',
  'undo vrrp vrid 1',
  ' undo vrrp6 vrid 1',
  'interface GigabitEthernet0/1/2',
  'interface GigabitEthernet0/2/4',
  'interface Eth-Trunk 10.1',
  'interface LoopBack0',
  ' ip address 10.0.0.1 255.255.255.0',
  ' ipv6 address 2001:DB8:50::1 64',
  'remote-backup-service s1',
  ' peer 10.0.0.2 source 10.0.0.1 port 7011',
  ' peer-ipv6 2001:DB8:C0::1 source-ipv6 2001:DB8:C0::2 port 7011',
  'remote-backup-profile p1',
  ' backup-id 21 remote-backup-service s1',
  ' vrrp vrid 1 virtual-ip 10.0.0.50',
  ' vrrp6 vrid 1 virtual-ip FE80::1 link-local',
  ' vrrp6 vrid 1 priority 120',
  ' vrrp-id 1 interface GigabitEthernet0/1/2',
  ' service-type bras',
  ' peer-backup hot',
  'header login information "',
  '"',
  ' public-key-code begin',
  ' public-key-code end',
  '[~North-rm-backup-srv-s1] peer 10.0.0.2 source 10.0.0.1 port 7012',
  '<North>system-view',
  '#interface GigabitEthernet0/2/4',
  'return#',
  'ip pool p1 bas local',
  'ipv6 pool p2 bas delegation',
  'service-location 1',
  ' vrrp vrid 3 interface GigabitEthernet0/2/5',
  'service-instance-group g1',
  'ds-lite instance d1 id 1',
  ' description 公网 "x',
  ' {{ name }}',
  'e-trunk 1',
] as const;

const fraction = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const eol = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
export const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('number' as const),
      at: fraction,
      to: fc.oneof(fc.nat(300).map(String), fc.constantFrom('', '7011', '99999', '1', '0')),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('drop' as const, 'twice' as const, 'join' as const, 'swap' as const),
      at: fraction,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('line' as const), at: fraction, text: fc.constantFrom(...lines), eol }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('paste' as const),
      at: fraction,
      from: fc.nat(3),
      line: fraction,
      rows: fc.integer({ min: 1, max: 12 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      at: fraction,
      column: fraction,
      length: fc.oneof(fc.constant(0), fc.nat(40)),
      text: fc.oneof(
        fc.constantFrom('', 'a', ' ', '#', '"', '\n', '\r', '1', '\n#\n', '\ufeff'),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('all' as const), from: fc.nat(3) }) },
);

const file = fc.nat(3);
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('change' as const), file, change }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('open' as const, 'close' as const), file }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), file }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('disk' as const), file, change }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      file,
      what: fc.constantFrom('snapshot' as const, 'findings' as const, 'check' as const, 'fixes' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settle' as const), pair: fc.boolean(), accept: fc.nat(4) }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'compare' as const }) },
);

/** Walks over sets of files: two devices that are a pair, and beside them others that may become one. */
export function walks(sets: readonly (readonly NamedText[])[], most: number): fc.Arbitrary<Walk> {
  return fc.record({ files: fc.constantFrom(...sets), steps: fc.array(step, { maxLength: most, size: 'max' }) });
}
