// The parts of the program that its verdicts rest on, and the tests nearest to each.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface Area {
  readonly name: string;
  readonly files: readonly string[];
  /** What is tried for a change of this file. */
  tests(file: string): Tests;
}

/** Test files in the order in which they are tried, till one notices. */
export interface Tests {
  readonly files: readonly string[];
  /** Only tests with such names, where this is given. */
  readonly names?: string;
}

export function areas(root: string): Area[] {
  const under = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .sort();
  const fixed = (name: string, files: readonly string[], tests: readonly string[]): Area => ({
    name,
    files,
    tests: () => ({ files: tests }),
  });
  const rules = under('server/src/rules').filter(
    (file) => !/\/(?:shared|testing)\/|\/(?:registry|index)\.ts$/.test(file),
  );
  const pairing = under('server/src/model/pairing');
  const matching = pairing.filter((file) => /\/(?:matching|couple|similarity)\.ts$/.test(file));
  return [
    {
      name: 'rules',
      files: rules,
      tests: (file) => ({
        names: `^(?:${basename(file, '.ts')}|branches|together): `,
        files: [
          'test/rules/rules.test.ts',
          'test/rules/findings.test.ts',
          'test/rules/branches.test.ts',
          'test/rules/together.test.ts',
          'test/rules/drawn-examples.test.ts',
        ],
      }),
    },
    fixed(
      'pairing',
      pairing.filter((file) => !matching.includes(file)),
      [
        'test/model/pairing/answers.test.ts',
        'test/model/pairing/network.test.ts',
        'test/model/pairing/copies.test.ts',
        'test/model/pairing/weights.test.ts',
        'test/model/pairing/drawn-networks.test.ts',
        'test/model/pairing/after-edits.test.ts',
      ],
    ),
    fixed('matching', matching, [
      'test/model/pairing/answers.test.ts',
      'test/model/pairing/network.test.ts',
      'test/model/pairing/weights.test.ts',
      'test/model/model.test.ts',
      'test/model/pairing/drawn-networks.test.ts',
      'test/model/pairing/after-edits.test.ts',
    ]),
    fixed(
      'correspondence',
      ['correspondence', 'view-pairs', 'line-alignment', 'line-policy'].map((name) => `server/src/compare/${name}.ts`),
      [
        'test/model/pairing/answers.test.ts',
        'test/compare/view-pairs.test.ts',
        'test/compare/correspondence.test.ts',
        'test/compare/mapped-peer.test.ts',
        'test/compare/drawn-pairs.test.ts',
        'test/compare/pair-table/table.test.ts',
        'test/compare/pair-table/comparison.test.ts',
        'test/compare/mirror.test.ts',
      ],
    ),
    fixed(
      'rehearsal',
      [...under('server/src/failover/simulation'), ...under('server/src/failover/judgement')],
      [
        'test/failover/answers.test.ts',
        'test/failover/simulation/timers.test.ts',
        'test/failover/simulation/branches.test.ts',
        'test/failover/rfc9568.test.ts',
        'test/failover/e-trunk.test.ts',
        'test/failover/examples.test.ts',
        'test/failover/rehearse.test.ts',
        'test/failover/over-time.test.ts',
        'test/failover/courses.test.ts',
        'test/failover/way-back.test.ts',
        'test/failover/maintenance.test.ts',
        'test/failover/translated-users.test.ts',
        'test/failover/unplayed-users.test.ts',
        'test/failover/judgement/equivalent-routers.test.ts',
        'test/failover/drawn-orders.test.ts',
      ],
    ),
    fixed('syntax', under('server/src/syntax'), [
      'test/syntax/answers.test.ts',
      'test/syntax/syntax.test.ts',
      'test/syntax/piece-table.test.ts',
      'test/syntax/drawn-texts.test.ts',
    ]),
  ];
}
