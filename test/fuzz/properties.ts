// All that must hold for any input, by name. With the material at hand its files are cut and damaged too.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { fixed } from '../../server/src/cli/check/fix';
import { detect } from '../../server/src/model/detect';
import { readBaseline } from '../../server/src/diagnostics/baseline';
import { networkOptions, readSettings } from '../../server/src/workspace/settings';
import { material, root } from '../support/check-text';
import { answers } from './answers';
import { bytes, bytesAreTaken } from './bytes';
import { aPairIsTold, couples } from './pair';
import type { Property } from './property';
import { assertEdits, assertWhole, edit } from './syntax';
import { made, recipes, textsBelow } from './texts';
import { walk, walks } from './walk';

export function properties({
  large,
  material: withMaterial,
}: {
  readonly large: boolean;
  readonly material: boolean;
}): readonly Property<never>[] {
  const examples = textsBelow(join(root, 'examples'))
    .filter(({ name }) => name.endsWith('.cfg'))
    .map(({ name, text }) => ({ name: `file:///${name.slice(root.length + 1)}`, text }));
  const corpus = join(material, 'corpus');
  const real = [...examples, ...(withMaterial && existsSync(corpus) ? textsBelow(corpus) : [])].map((one) => one.text);
  const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 });
  const recipe = recipes(real, large);
  const pairs = examples.flatMap((one, index) => (index % 2 === 0 ? [[one, examples[index + 1]!]] : []));
  const sets = pairs.map((pair, index) => [
    ...pair,
    { name: 'file:///copy/Other.cfg', text: pair[1]!.text },
    pairs[(index + 1) % pairs.length]![0]!,
  ]);

  return [
    property('whole', recipe, (input) => assertWhole(made(input))),
    property(
      'edits',
      fc.record({ text: recipes(real, false), edits: fc.array(edit, { maxLength: 6 }) }),
      ({ text, edits }) => assertEdits(made(text), edits),
    ),
    property('walk', walks(sets, large ? 60 : 20), walk),
    property(
      'answers',
      fc.record({ text: recipe, beside: fc.nat(examples.length - 1), places }),
      ({ text, beside, places: at }) => answers(made(text), examples[beside]!, at),
    ),
    property('pair', couples(recipes([...examples.map((one) => one.text), ...real], false)), aPairIsTold),
    property('bytes', bytes(real, large), bytesAreTaken),
    property(
      'fixes',
      fc.record({
        texts: fc.array(
          recipes(
            examples.map((one) => one.text),
            false,
          ),
          { minLength: 2, maxLength: 2 },
        ),
        unsafe: fc.boolean(),
      }),
      ({ texts, unsafe }) => {
        const sources = texts.map((one, index) => ({
          path: `${index}.cfg`,
          bytes: new Uint8Array(),
          decoded: { text: made(one), encoding: 'utf-8' as const },
        }));
        const { applied, changed } = fixed(
          sources,
          {
            report: (rule, error) => {
              throw new Error(`rule ${rule} threw`, { cause: error });
            },
          },
          unsafe,
        );
        assert.ok(changed.length === 0 || applied.length > 0, 'nothing changes without a fix');
      },
    ),
    property(
      'settings',
      fc.record({
        text: fc.oneof(fc.json(), settingsText, fc.string({ unit: 'binary' })),
        paths: fc.array(fc.string({ unit: 'grapheme', maxLength: 40 })),
      }),
      ({ text, paths }) => {
        networkOptions(
          readSettings(text),
          paths.map((path) => ({ file: path, path })),
        );
        readBaseline(text);
        detect(text);
      },
    ),
  ];
}

const glob = fc
  .array(
    fc.constantFrom(
      '**',
      '*',
      '?',
      '/',
      '[a-z]',
      '[',
      ']',
      '{',
      '}',
      ',',
      'a',
      '.',
      '..',
      'x/',
      '\\',
      'c:',
      '!',
      '(',
      ')',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const settingsText = fc
  .record({ networks: fc.array(fc.array(glob)), pairs: fc.array(fc.array(glob, { minLength: 2, maxLength: 2 })) })
  .map((settings) => JSON.stringify(settings));

function property<Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  holds: (input: Input) => void | Promise<void>,
): Property<never> {
  return { name, inputs, holds } as unknown as Property<never>;
}
