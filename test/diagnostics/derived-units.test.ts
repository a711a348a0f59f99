// Units that follow from several objects are judged again where `touched` says so, and nowhere else. So after random edits each unit
// whose key it does not name must be made of the very objects that it was made of before.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import type { Rule, UnitCheck } from '../../server/src/diagnostics/rule';
import type { Device } from '../../server/src/model/device';
import type { Pair } from '../../server/src/model/pairing/pair';
import { rules } from '../../server/src/rules/registry';
import { Workspace } from '../../server/src/workspace/workspace';
import { shapes } from '../bench/shapes';
import { read, type NamedText } from '../support/check-text';
import { isLong } from '../support/long';
import { loadSyntax } from '../support/wasm';

type Units = UnitCheck<Device | Pair, unknown>['units'];

/** The sources of units of rules of this scope, each once. */
function sourcesOf(scope: Rule['scope']): ReadonlySet<Units> {
  const ofScope = rules.filter((rule) => rule.scope === scope);
  return new Set(
    ofScope.flatMap((rule) =>
      ('parts' in rule && rule.parts ? rule.parts : [rule]).flatMap((part) =>
        'each' in part && part.each ? [(part.each as UnitCheck<Device | Pair, unknown>).units] : [],
      ),
    ),
  );
}

const sources = { device: sourcesOf('device'), pair: sourcesOf('pair') };

type Found = ReadonlyMap<Units, ReadonlyMap<string, object>>;

function unitsOf(scope: Device | Pair, of: ReadonlySet<Units>): Found {
  return new Map(
    [...of].map((units) => [
      units,
      new Map(
        [...units.keys(scope)].flatMap((key) => {
          const unit = units.at(scope, key);
          return unit ? [[key, unit] as const] : [];
        }),
      ),
    ]),
  );
}

/** Made of the same objects, or the very same. */
function isSame(one: object | undefined, other: object | undefined): boolean {
  if (one === other || !one || !other) return one === other;
  const keys = Object.keys(one) as (keyof typeof one)[];
  return keys.every((key) => {
    const [left, right] = [one[key], other[key]] as unknown[];
    if (Array.isArray(left) && Array.isArray(right))
      return left.length === right.length && left.every((value, index) => value === right[index]);
    return left === right;
  });
}

function verify(before: Device | Pair, known: Found, after: Device | Pair, of: ReadonlySet<Units>): Found {
  const now = unitsOf(after, of);
  for (const units of of) {
    const touched = new Set(units.touched(before, after));
    const [old, fresh] = [known.get(units)!, now.get(units)!];
    for (const key of new Set([...old.keys(), ...fresh.keys()]))
      assert.ok(touched.has(key) || isSame(old.get(key), fresh.get(key)), `${key} is another unit and was not touched`);
  }
  return now;
}

const example = (folder: string, ...names: string[]): NamedText[] =>
  names.map((name) => ({ name: `${name}.cfg`, text: read(`examples/${folder}/${name}.cfg`) }));

const texts: readonly (readonly NamedText[])[] = [
  ...shapes.map((shape) => ([0, 1] as const).map((own) => ({ name: `${own}.cfg`, text: shape.text(own, 140) }))),
  example('nd', 'Campus-East', 'Campus-West'),
  example('dhcp-server', 'Metro-1', 'Metro-2'),
];

const edit = fc.record({
  file: fc.nat(1),
  row: fc.nat(2000),
  kind: fc.constantFrom('drop', 'number', 'copy', 'shut'),
  other: fc.nat(2000),
});

before(loadSyntax);

test('units that an edit does not touch are made of the same objects as before', () => {
  assert.ok(sources.device.size >= 3 && sources.pair.size >= 4);
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 5, maxLength: 20 }), (files, edits) => {
      const workspace = new Workspace({ rules: [] });
      for (const { name, text } of files) workspace.open(name, text);
      const scopes = () => {
        workspace.check();
        const { devices, pairs } = workspace.network();
        return { devices: files.map(({ name }) => devices.find(({ file }) => file === name)), pair: pairs[0] };
      };
      const rows = files.map(({ text }) => text.split('\n'));
      let last = scopes();
      let ofPair = last.pair && unitsOf(last.pair, sources.pair);
      let ofDevices = last.devices.map((device) => device && unitsOf(device, sources.device));
      for (const { file, row, kind, other } of edits) {
        const own = rows[file]!;
        const at = row % own.length;
        const text = own[at]!;
        const written = {
          drop: '',
          number: text.replace(/\d+(?!.*\d)/, (digits) => String((Number(digits) + 1 + (other % 3)) % 256)),
          copy: own[other % own.length]!,
          shut: ' shutdown',
        }[kind];
        own[at] = written;
        const range = { start: { line: at, character: 0 }, end: { line: at, character: text.length } };
        workspace.change(files[file]!.name, range, written);
        const now = scopes();
        ofPair =
          last.pair && now.pair && ofPair
            ? verify(last.pair, ofPair, now.pair, sources.pair)
            : now.pair && unitsOf(now.pair, sources.pair);
        ofDevices = now.devices.map((device, index) => {
          const [old, known] = [last.devices[index], ofDevices[index]];
          if (!device) return undefined;
          return old && known ? verify(old, known, device, sources.device) : unitsOf(device, sources.device);
        });
        last = now;
      }
    }),
    { numRuns: isLong ? 1000 : 150, seed: 3 },
  );
});
