// Each mutation of a clean pair is found by its rule, at its line, with its severity, and by no other error it does not name;
// the first fix leaves the pair as clean as before. Up to five mutations of different objects at once are all found.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { rules } from '../../server/src/rules/registry';
import type { Finding, Workspace } from '../../server/src/workspace/workspace';
import { edited, root, workspaceOf, type NamedText } from '../support/check-text';
import { isLong } from '../support/long';
import { mutations, notMutated, pairs, type Change, type Mutation } from '../support/mutations';

const fileOf = (device: string) => `${device}.cfg`;
const severities = ['error', 'warning'];
const onByDefault = rules.filter((rule) => !rule.off);

function cleanPair(pair: keyof typeof pairs): NamedText[] {
  return pairs[pair].map((device) => ({
    name: fileOf(device),
    text: readFileSync(join(root, 'examples', pair, fileOf(device)), 'utf8'),
  }));
}

function changed(files: readonly NamedText[], changes: readonly Change[]): NamedText[] {
  return files.map((file) =>
    changes
      .filter(([device]) => fileOf(device) === file.name)
      .reduce((result, [, from, to]) => {
        assert.ok(result.text.includes(from), `${file.name} does not hold "${from}"`);
        return { name: file.name, text: result.text.replace(from, () => to) };
      }, file),
  );
}

function rulesFor(mutation: Mutation) {
  const own = rules.find((rule) => rule.id === mutation.rule)!;
  return own.off ? [...onByDefault, own] : onByDefault;
}

function reported(findings: readonly Finding[]): string {
  return findings
    .map(
      (finding) =>
        `${finding.severity} ${finding.rule} ${finding.file}:${finding.range.start.line + 1} ${finding.message}`,
    )
    .join('\n');
}

/** The mutation's own finding: of its rule, on its line of its device, from either side. */
function ownFinding(
  mutation: Mutation,
  files: readonly NamedText[],
  findings: readonly Finding[],
): Finding | undefined {
  const [device, line] = mutation.at;
  const rows = new Map(files.map((file) => [file.name, file.text.split('\n').map((row) => row.trim())]));
  const isIt = (spot: { file: string; range: Finding['range'] } | undefined) =>
    spot?.file === fileOf(device) && rows.get(spot.file)![spot.range.start.line] === line;
  return findings.find((finding) => finding.rule === mutation.rule && (isIt(finding) || isIt(finding.peer)));
}

function healed(workspace: Workspace, files: readonly NamedText[], finding: Finding): NamedText[] {
  const [fix] = workspace.fixesOf(finding);
  assert.ok(fix, 'no fix offered');
  return files.map((file) => ({
    name: file.name,
    text: edited(
      file.text,
      fix.edits.filter((edit) => edit.file === file.name),
    ),
  }));
}

test('the example pairs are clean', async () => {
  for (const pair of Object.keys(pairs) as (keyof typeof pairs)[]) {
    const workspace = await workspaceOf(cleanPair(pair));
    assert.equal(reported(workspace.allFindings()), '', pair);
    assert.equal(workspace.network().pairs.length, 1, pair);
  }
});

test('every rule has a mutation, or a reason why not', () => {
  const mutated = new Set(mutations.map((mutation) => mutation.rule));
  assert.deepEqual(
    rules.map((rule) => rule.id).filter((id) => !mutated.has(id) && !notMutated[id]),
    [],
    'rules without a mistake: add one to `mutations` of test/support/mutations.ts, or the reason why none shows it to `notMutated`',
  );
  assert.deepEqual(
    Object.keys(notMutated).filter((id) => mutated.has(id)),
    [],
  );
  const known = new Set(rules.map((rule) => rule.id));
  assert.deepEqual(
    [...mutated, ...Object.keys(notMutated)].filter((id) => !known.has(id)),
    [],
  );
});

describe('one fault', () => {
  for (const mutation of mutations) {
    test(`${mutation.rule}: ${mutation.at.join(': ')}`, async () => {
      const clean = cleanPair(mutation.pair);
      const active = rulesFor(mutation);
      assert.equal(reported((await workspaceOf(clean, active)).allFindings()), '', 'the pair is not clean before');
      const broken = changed(clean, mutation.changes);
      const workspace = await workspaceOf(broken, active);
      const findings = workspace.allFindings();
      const own = ownFinding(mutation, broken, findings);
      assert.ok(own, `not found at its line; found:\n${reported(findings)}`);
      assert.equal(own.severity, mutation.severity);
      const others = findings.filter((finding) => finding !== own && severities.includes(finding.severity));
      const unnamed = others.filter((finding) => !mutation.also?.includes(finding.rule));
      assert.equal(reported(unnamed), '', 'more than the fault and its consequences');
      assert.deepEqual(
        (mutation.also ?? []).filter((id) => !others.some((finding) => finding.rule === id)),
        [],
        'named as a consequence, but it does not fire',
      );
      if (
        !rules.find((rule) => rule.id === mutation.rule)!.fix ||
        mutation.unhealed ||
        workspace.fixesOf(own).length === 0
      )
        return;
      let after = healed(workspace, broken, own);
      if (mutation.each) {
        for (let round = 0; round < 4; round++) {
          const again = await workspaceOf(after, active);
          const next = again.allFindings().find((finding) => finding.fixable !== null);
          if (!next) break;
          after = healed(again, after, next);
        }
      }
      assert.equal(
        reported((await workspaceOf(after, active)).allFindings()),
        '',
        `after the fix "${workspace.fixesOf(own)[0]!.title}"`,
      );
    });
  }
});

// What belongs together on both devices is one object: a profile with its group and interface, the channel with its interface.
const objects: Readonly<Record<keyof typeof pairs, readonly (readonly [header: RegExp, object: string])[]>> = {
  mld: [
    [/^remote-backup-service|^interface GigabitEthernet0\/2\/0/, 'channel'],
    [/^return/, 'end'],
    [/./, 'tv-users'],
  ],
  'dhcpv6-relay-clean': [
    [/^remote-backup-service|^interface LoopBack0|^ssl policy/, 'channel'],
    [/^ntp-service/, 'clock'],
    [/320$/, 'homes-320'],
    [/./, 'homes-310'],
  ],
  nd: [
    [/^remote-backup-service|^ssl policy/, 'channel'],
    [/^e-trunk|Eth-Trunk|hall-b/, 'hall-b'],
    [/^return/, 'end'],
    [/./, 'hall-a'],
  ],
  'dhcp-server': [
    [/^remote-backup-service/, 'channel'],
    [/210$|dialin/, 'dialin-users'],
    [/./, 'office-leases'],
  ],
  'ds-lite': [
    [/^ds-lite/, 'instance'],
    [/./, 'board'],
  ],
  arp: [
    [/^remote-backup-service|^bfd|LoopBack0|GigabitEthernet0\/6\/1|^ospf/, 'channel'],
    [/./, 'offices'],
  ],
  bras: [[/./, 'users']],
  l2tp: [[/./, 'tunnels']],
  igmp: [
    [/^remote-backup-service|LoopBack0|GigabitEthernet0\/7\/1/, 'channel'],
    [/./, 'viewers'],
  ],
  'igmp-snooping-e-trunk': [[/./, 'viewers']],
  'nat-bras': [[/./, 'users']],
  'bras-odd-even': [[/./, 'users']],
  'nat-boards': [[/./, 'boards']],
  nat: [[/./, 'boards']],
  nat64: [[/./, 'boards']],
  'ds-lite-boards': [[/./, 'boards']],
  'nat64-bras': [[/./, 'users']],
  'igmp-e-trunk': [[/./, 'viewers']],
  'igmp-management': [[/./, 'viewers']],
};

function objectsOf(mutation: Mutation): string[] {
  const clean = new Map(cleanPair(mutation.pair).map((file) => [file.name, file.text]));
  const found = mutation.changes.map(([device, from]) => {
    const text = clean.get(fileOf(device))!;
    const at = text.indexOf(from) + from.indexOf(from.trimStart().replace(/^#\n/, ''));
    const headers = text
      .slice(0, text.indexOf('\n', at))
      .split('\n')
      .filter((line) => /^[^ #]/.test(line));
    const header = headers.at(-1) ?? '';
    return `${mutation.pair} ${objects[mutation.pair].find(([pattern]) => pattern.test(header))![1]}`;
  });
  return [...new Set([...found, ...(mutation.reads ?? []).map((object) => `${mutation.pair} ${object}`)])];
}

test('up to five faults in different objects: each is told, and what has a fix heals', async () => {
  const usable = mutations
    .filter((mutation) => onByDefault.some((rule) => rule.id === mutation.rule))
    .map((mutation) => ({ mutation, objects: objectsOf(mutation) }));
  const several = fc.array(fc.constantFrom(...usable), { minLength: 2, maxLength: 5 }).map((picked) => {
    const taken = new Set<string>();
    const apart = picked.filter((one) => {
      if (one.objects.some((object) => taken.has(object))) return false;
      for (const object of one.objects) taken.add(object);
      return true;
    });
    return apart.map((one) => one.mutation);
  });
  const inFolder = (pair: string, files: readonly NamedText[]) =>
    files.map((file) => ({ name: `${pair}/${file.name}`, text: file.text }));
  const outOfFolder = (finding: Finding): Finding => {
    const base = (file: string) => file.slice(file.indexOf('/') + 1);
    return {
      ...finding,
      file: base(finding.file),
      peer: finding.peer && { ...finding.peer, file: base(finding.peer.file) },
    };
  };
  await fc.assert(
    fc.asyncProperty(several, async (chosen) => {
      let files = [...new Set(chosen.map((mutation) => mutation.pair))].flatMap((pair) =>
        inFolder(
          pair,
          chosen
            .filter((mutation) => mutation.pair === pair)
            .reduce<NamedText[]>((texts, mutation) => changed(texts, mutation.changes), cleanPair(pair)),
        ),
      );
      const ownIn = (workspace: Workspace, mutation: Mutation) =>
        workspace.allFindings().find(
          (finding) =>
            finding.file.startsWith(`${mutation.pair}/`) &&
            ownFinding(
              mutation,
              files
                .filter((file) => file.name.startsWith(`${mutation.pair}/`))
                .map((file) => ({ ...file, name: file.name.slice(mutation.pair.length + 1) })),
              [outOfFolder(finding)],
            ) !== undefined,
        );
      const broken = await workspaceOf(files);
      for (const mutation of chosen)
        assert.ok(ownIn(broken, mutation), `${mutation.rule} is not told; found:\n${reported(broken.allFindings())}`);
      const unhealed = new Set<string>();
      for (const mutation of chosen) {
        const workspace = await workspaceOf(files);
        const own = ownIn(workspace, mutation);
        // Faults of both devices take several steps: they stay, and are mended in the test of each.
        if (own && !mutation.each && !mutation.unhealed && workspace.fixesOf(own).length > 0)
          files = healed(workspace, files, own);
        else for (const rule of [mutation.rule, ...(mutation.also ?? [])]) unhealed.add(`${mutation.pair} ${rule}`);
      }
      const left = (await workspaceOf(files))
        .allFindings()
        .filter(
          (finding) =>
            severities.includes(finding.severity) && !unhealed.has(`${finding.file.split('/')[0]} ${finding.rule}`),
        );
      assert.equal(reported(left), '', `left after the fixes of ${chosen.map((mutation) => mutation.rule).join(', ')}`);
    }),
    { numRuns: isLong ? 150 : 40, seed: 20251121 },
  );
});
