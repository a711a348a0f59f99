// What a scenario writes is what a careful engineer would type: no finding at all, no line that only says what holds anyway (but
// for the mode, which the guide writes), and every line needed: without it at least a warning tells what is missing.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { entry, matchLine } from '../../server/src/catalogue/index';
import { scenario as scenarioOf, scenarios } from '../../server/src/scenarios/index';
import { answered, scaffold, type ScaffoldedFile } from '../../server/src/scenarios/scaffold';
import { words } from '../../server/src/text/words';
import { workspaceOf } from '../support/check-text';
import { isLong } from '../support/long';
import { validAnswers, variants, walkedVariants } from '../support/scenario-answers';

/** Lines whose absence is no fault, or is only advised against, and why that is so. */
const notNeeded: readonly {
  readonly line: RegExp;
  readonly side?: 'a' | 'b';
  readonly scenario?: string;
  readonly reason: string;
}[] = [
  { line: /^sysname | description /, reason: 'free text' },
  {
    line: /^ undo shutdown$/,
    reason: 'only a written shutdown takes a port down (docs/decisions/interface-down.md)',
  },
  {
    line: /^interface |^ eth-trunk /,
    reason: 'an excerpt may leave a port out: information at most (docs/decisions/excerpts-and-whole-files.md)',
  },
  { line: /^aaa$/, reason: 'the lines below keep their indent, and are read as what AAA holds' },
  { line: /^ area 0\.0\.0\.0$/, reason: 'the lines of the interfaces name their area' },
  {
    line: /^ (?:isis (?:ipv6 )?enable|pim (?:ipv6 )?sm|ospf enable )/,
    reason:
      'beside the uplink: the channel is on a link, or its address is announced by another line, and whether users are announced no file has to tell',
  },
  {
    line: /^ (?:gateway|section|prefix) /,
    side: 'b',
    reason:
      'what only backs up a pool leases for the other device and may leave its contents out (docs/decisions/pools.md)',
  },
  {
    line: /^ *(?:authentication-mode|accounting-mode|authentication-method|ppp authentication-mode) /,
    reason:
      'the line of one device may say what holds on the other: no source names the default (docs/decisions/absence-is-not-a-finding.md)',
  },
  { line: /^ share-mode$/, reason: 'a policy is shared where nothing is written' },
  {
    line: /^ priority /,
    reason: 'without it the E-Trunk has a priority of its own: which device is meant to be master no file tells',
  },
  {
    line: /^ dhcpv6 relay pd-route degrade-cost /,
    reason: 'routes that cost the same on both devices are used all the same: information',
  },
  { line: /^ntp-service /, reason: 'clocks that differ lose no user: information' },
  {
    line: /^ peer-backup hot$/,
    reason: 'hot is what the profile does without the line: information (docs/decisions/absence-is-not-a-finding.md)',
  },
  {
    line: /^ vrrp6? vrid \d+ track (?:ipv6 )?interface /,
    side: 'b',
    reason:
      'a backup has no role to hand over; the line waits for the day the roles change (docs/decisions/absence-is-not-a-finding.md)',
  },
  ...['igmp', 'mld'].map((scenario) => ({
    line: /^ vrrp6? vrid 2 track /,
    side: 'a' as const,
    scenario,
    reason: 'a management group that watches two ports hands the role over for the other one without this line',
  })),
  {
    line: /^ admin-vrrp /,
    scenario: 'arp',
    reason: 'nothing follows the group: as a management group it does what an ordinary one does',
  },
  {
    line: /^ vrrp vrid \d+ track service-location /,
    side: 'b',
    reason:
      "tracking the board is optional on the backup (the DS-Lite procedure and the vendor's examples): information",
  },
  {
    line: /^ vrrp vrid \d+ preempt-mode /,
    side: 'a',
    scenario: 'ds-lite',
    reason: 'the DS-Lite procedure gives no figure: information (docs/decisions/preempt-delay-by-service.md)',
  },
  {
    line: /^ vrrp recover-delay /,
    side: 'a',
    scenario: 'ds-lite',
    reason:
      "from the vendor's chapter on CGN, not from the DS-Lite procedure: information (docs/decisions/service-board-backup.md)",
  },
  ...['ds-lite', 'nat', 'nat64'].flatMap((scenario) => [
    {
      line: /^ vrrp vrid 2 track service-location /,
      side: 'a' as const,
      scenario,
      reason: 'of boards that share a load the first device is the backup of the second group',
    },
    {
      line: /^ (?:vrrp vrid 2 preempt-mode|vrrp recover-delay) /,
      side: 'b' as const,
      scenario,
      reason: 'the second device is the master of the second group, for which the same is advised and no more',
    },
  ]),
  ...['nat', 'nat64', 'nat-bras', 'nat64-bras'].flatMap((scenario) => [
    {
      line: /^ (?:vrrp vrid \d+ preempt-mode|vrrp recover-delay) /,
      side: 'a' as const,
      scenario,
      reason: 'the chapter on CGN recommends it: information (docs/decisions/service-board-backup.md)',
    },
    {
      line: /^ admin-vrrp /,
      scenario,
      reason:
        'the procedure leaves a management group to the site: information (docs/decisions/service-board-backup.md)',
    },
  ]),
  ...['nat-bras', 'nat64-bras'].map((scenario) => ({
    line: /^ vrrp recover-delay /,
    side: 'b' as const,
    scenario,
    reason: 'a group without it takes part as soon as its interface is up: what users lose by that no file tells',
  })),
  ...['nat-bras', 'nat64-bras'].map((scenario) => ({
    line: /^ vrrp vrid 2 track interface \S+\.4001 /,
    side: 'a' as const,
    scenario,
    reason: 'no page of the vendor says what becomes of sessions that stay behind when users move: information',
  })),
  {
    line: /^ vrrp vrid 2 track interface /,
    side: 'a',
    scenario: 'bras',
    reason: 'of users shared out by MAC address the first device is the backup of the second group',
  },
  {
    line: /^ vrrp recover-delay /,
    scenario: 'bras',
    reason: 'a group without it takes part as soon as its interface is up: what a site loses by that no file tells',
  },
  {
    line: /^ vrrp recover-delay /,
    scenario: 'l2tp',
    reason: 'a group of tunnels without it takes part as soon as its interface is up: what that costs no file tells',
  },
];

async function findings(files: readonly ScaffoldedFile[]) {
  const workspace = await workspaceOf(files);
  assert.equal(workspace.network().pairs.length, 1, 'the two files are a pair');
  return workspace.allFindings();
}

const reported = (list: readonly { severity: string; rule: string; file: string; message: string }[]) =>
  list.map((one) => `${one.severity} ${one.rule} ${one.file}: ${one.message}`).join('\n');

for (const variant of variants) {
  const { scenario: id, given } = variant;
  describe(`${id} ${JSON.stringify(given)}`, () => {
    const scenario = scenarioOf(id)!;

    test('the defaults give a pair without a finding', async () => {
      const { files, problems } = scaffold(scenario, given);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        files.map((file) => file.name),
        ['DeviceA.cfg', 'DeviceB.cfg'],
      );
      assert.equal(reported(await findings(files)), '');
    });

    test('no line only says what holds without it, but for the mode, which the guide writes', () => {
      for (const { name, text } of scaffold(scenario, given).files) {
        assert.doesNotMatch(text, / priority 100$| timer advertise (?:1|100)$| delay 0$| reduced 10$|\r/m, name);
        assert.ok(text.startsWith('#\nsysname ') && text.endsWith('#\nreturn\n'), 'the shape of a saved file');
      }
    });

    test('the catalogue knows every line in its view', () => {
      for (const { text } of scaffold(scenario, given).files) {
        const views: (NonNullable<ReturnType<typeof entry>>['opens'] | 'system')[] = ['system'];
        for (const line of text.split('\n').slice(0, -2)) {
          if (line === '#') continue;
          const depth = line.length - line.trimStart().length;
          const match = matchLine(views[depth]!, words(line));
          assert.ok(match?.complete, `${line}: ${JSON.stringify(match?.expected)}`);
          // `bas` keeps the view of its interface.
          views[depth + 1] = entry(match.command)?.opens ?? views[depth];
        }
      }
    });

    if (walkedVariants.has(variant))
      test('every line is needed', async () => {
        const { files } = scaffold(scenario, given);
        const used = new Set<string>();
        const silent: string[] = [];
        for (const file of files) {
          const lines = file.text.split('\n');
          for (const [row, line] of lines.entries()) {
            if (line === '' || line === '#' || line === 'return') continue;
            const text = lines.filter((_, index) => index !== row).join('\n');
            const workspace = await workspaceOf(
              files.map((scaffoldedFile) => (scaffoldedFile === file ? { ...scaffoldedFile, text } : scaffoldedFile)),
            );
            if (
              workspace.allFindings().some((finding) => finding.severity === 'error' || finding.severity === 'warning')
            )
              continue;
            const reason = notNeeded.find(
              (one) => one.line.test(line) && (one.side ?? file.side) === file.side && (one.scenario ?? id) === id,
            );
            if (reason) used.add(reason.reason);
            else silent.push(`${file.name}: ${line}`);
          }
        }
        assert.deepEqual(silent, []);
        // One that holds for all scenarios need not hold in each.
        const own = notNeeded
          .filter((one) => one.scenario === id)
          .filter((one) =>
            files.some(
              (file) =>
                (one.side ?? file.side) === file.side && file.text.split('\n').some((line) => one.line.test(line)),
            ),
          );
        assert.deepEqual(
          own.filter((one) => !used.has(one.reason)).map((one) => one.reason),
          [],
          'a reason that is no reason any more',
        );
      });

    test('what verifies it is in the catalogue', () => {
      for (const command of scenario.verify(answered(scenario, given).answers)) {
        assert.ok(matchLine('user', words(command))?.complete, command);
      }
    });
  });
}

/** What begins the names of the rules that speak where a person has decided against the advice, by what was asked. */
const rulesOfAdvice: Readonly<Record<string, string>> = {
  advertise: 'vrrp-advertise-interval-',
  delay: 'vrrp-preempt-delay-',
};

describe('whatever is answered', () => {
  for (const scenario of scenarios) {
    test(`${scenario.id}: answers that hold give a pair with nothing above information`, async () => {
      await fc.assert(
        fc.asyncProperty(validAnswers(scenario), async (given) => {
          const { files, problems } = scaffold(scenario, given);
          assert.deepEqual(problems, []);
          const foretold = answered(scenario, given).advice.map(({ parameter }) => rulesOfAdvice[parameter]!);
          const found = (await findings(files)).filter(
            ({ severity, rule }) =>
              (severity === 'error' || severity === 'warning') && !foretold.some((start) => rule.startsWith(start)),
          );
          assert.equal(reported(found), '', files.map((file) => file.text).join('\n'));
        }),
        { numRuns: isLong ? 25 : 8, seed: 20261121 },
      );
    });

    test(`${scenario.id}: any text is answered with files or with sentences`, () => {
      fc.assert(
        fc.property(
          fc.dictionary(
            fc.constantFrom(...scenario.parameters.map((parameter) => parameter.id)),
            fc.oneof(
              fc.string(),
              fc.constantFrom(
                '0',
                '-1',
                '../x',
                '10.0.0.1/33',
                '::/0',
                'fe80::/10',
                '999.1.1.1',
                'Null0',
                '\u0000',
                'con',
                '1/2/3',
              ),
            ),
          ),
          (given) => {
            const { files, problems } = scaffold(scenario, given);
            assert.equal(files.length, problems.length > 0 ? 0 : 2);
            for (const { problem } of problems) assert.match(problem, /^[A-Z0-9:].*\.$/);
            for (const { name } of files) assert.match(name, /^[A-Za-z0-9_][\w.-]*\.cfg$/);
          },
        ),
        { numRuns: 300, seed: 20261121 },
      );
    });
  }
});

test('names that would leave the folder, or that a file system keeps for itself, are refused', () => {
  for (const name of [
    '../x',
    '..',
    '.',
    'a/b',
    'a\\b',
    '',
    'con',
    'NUL',
    'a b',
    'x.',
    'C:x',
    'a\nb',
    `${'x'.repeat(300)}`,
  ]) {
    const { files, problems } = scaffold(scenarios[0]!, { 'device-a': name });
    assert.equal(files.length, 0, JSON.stringify(name));
    assert.deepEqual(
      problems.map((problem) => problem.parameter),
      ['device-a'],
    );
  }
  assert.deepEqual(
    scaffold(scenarios[0]!, { 'device-a': 'Metro', 'device-b': 'METRO' }).problems.map((problem) => problem.parameter),
    ['device-b'],
  );
});

test('what is offered because of a wrong answer is not told beside it', () => {
  for (const vrid of ['1.5', '-1', '', '300'])
    assert.deepEqual(
      scaffold(scenarioOf('mld')!, { vrid }).problems.map((problem) => problem.parameter),
      ['vrid'],
      vrid,
    );
  assert.deepEqual(
    scaffold(scenarioOf('mld')!, { vrid: '300', 'link-local': '::1' }).problems.map((problem) => problem.parameter),
    ['vrid', 'link-local'],
  );
});

test('an unknown parameter is named', () => {
  assert.deepEqual(scaffold(scenarios[0]!, { vrdi: '1' }).problems, [
    { parameter: 'vrdi', problem: 'DHCPv6 relay has no such parameter.' },
  ]);
});

test('every step cites its page, once', () => {
  for (const { scenario: id, given } of variants) {
    const scenario = scenarioOf(id)!;
    const steps = scenario.steps(answered(scenario, given).answers);
    assert.equal(new Set(steps.map((step) => step.guide)).size, steps.length, id);
    for (const step of steps) assert.ok(step.guides.includes(step.guide), step.guide);
  }
});
