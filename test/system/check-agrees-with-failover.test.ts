// What the rehearsal says, `check` says too: where nobody is master of a hot-backup group after one device has died, there is an error at
// a line that makes it so (docs/decisions/check-and-failover-agree.md). Played for every example, every pair of the tests, every
// mutation of a clean pair and every case of the material.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matrix } from '../../server/src/failover/judgement/matrix';
import { rehearse } from '../../server/src/failover/judgement/rehearse';
import { deviceNames, sides } from '../../server/src/failover/simulation/names';
import type { Row } from '../../server/src/failover/simulation/rehearsal';
import type { Pair } from '../../server/src/model/pairing/pair';
import type { Finding } from '../../server/src/workspace/workspace';
import { material, root, workspaceOf, type NamedText } from '../support/check-text';
import { mutations, pairs } from '../support/mutations';

interface Played {
  readonly name: string;
  /** The rule that is about the one fault in these files. */
  readonly rule?: string;
  readonly files: readonly NamedText[];
}

/** Faults whose own finding is a warning: in which view the line was meant to stand, no file tells. */
const doubtful: ReadonlySet<string | undefined> = new Set(['vrrp-line-outside-interface']);

/** The folders below `folder` that hold configurations, each with its texts. */
function foldersBelow(folder: string): Played[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (!statSync(path).isDirectory()) return [];
    const files = readdirSync(path)
      .filter((file) => file.endsWith('.cfg'))
      .map((file) => ({ name: `${name}/${file}`, text: readFileSync(join(path, file), 'utf8') }));
    return [{ name, files }, ...foldersBelow(path)];
  });
}

function mutated(): Played[] {
  return mutations.map(({ rule, pair, changes }) => ({
    name: `mutation ${rule}`,
    rule,
    files: pairs[pair].map((device) => ({
      name: `${device}.cfg`,
      text: changes
        .filter(([on]) => on === device)
        .reduce(
          (text, [, from, to]) => text.replace(from, () => to),
          readFileSync(join(root, 'examples', pair, `${device}.cfg`), 'utf8'),
        ),
    })),
  }));
}

/** The rows of a death after which nobody is master of a group that users depend on. */
function withoutMaster(pair: Pair): Row[] {
  const names = deviceNames(pair);
  return sides.flatMap((side) => {
    const { rows, groups } = rehearse(pair, [{ kind: 'device', change: 'down', device: names[side], at: 0 }]);
    return rows.filter((row) => row.group !== null && row.masters.length === 0 && groups[row.group]!.hotBackup);
  });
}

/** True where the finding stands at one of the lines that the row rests on, in either file. */
function standsAt(finding: Finding, row: Row): boolean {
  return [finding, finding.peer, ...finding.also].some((spot) =>
    row.because.some((evidence) => spot?.file === evidence.file && spot.range.start.line + 1 === evidence.line),
  );
}

/**
 * An error at a line that the row rests on, or of the very fault that was put in. A written `shutdown` on one device may be maintenance
 * that was saved, and is a warning (docs/decisions/interface-down.md).
 */
function isTold(findings: readonly Finding[], row: Row, fault: string | undefined): boolean {
  return findings.some((finding) => {
    const isMaintenance = finding.severity === 'warning' && finding.rule.endsWith('shut-down');
    const isSevere = finding.severity === 'error' || isMaintenance || (finding.rule === fault && doubtful.has(fault));
    return isSevere && (finding.rule === fault || standsAt(finding, row));
  });
}

/** The lines on which rows lose what comes back to users who log in, or their tunnels. */
const wayBackRules: ReadonlySet<string | null> = new Set([
  'shared-pool-without-protection',
  'login-backup-differs',
  'l2tp-tunnel-source',
]);

test('what comes back is lost only where check has an error or a warning at one of the lines', async () => {
  const all = [
    ...foldersBelow(join(root, 'examples')),
    ...foldersBelow(join(root, 'test/pairs')),
    ...foldersBelow(join(material, 'cases')),
    ...mutated().filter(({ files }) => files.some(({ text }) => /service-type (?:bras|l2tp)/.test(text))),
  ];
  const untold: string[] = [];
  let lost = 0;
  for (const { name, files, rule } of all) {
    const workspace = await workspaceOf(files);
    const findings = workspace.allFindings().filter(({ severity }) => severity === 'error' || severity === 'warning');
    for (const pair of workspace.network().pairs)
      for (const row of matrix(pair).rows) {
        if (row.outcome !== 'loses-users' || !row.because.some((one) => wayBackRules.has(one.rule))) continue;
        lost++;
        if (findings.some((finding) => finding.rule === rule || standsAt(finding, row))) continue;
        untold.push(`${name}: ${row.text} ${row.because.map((one) => `${one.file}:${one.line}`).join(' ')}`);
      }
  }
  assert.ok(lost >= 3);
  assert.deepEqual(untold, []);
});

test('after each single death: nobody is master only where check says why', async () => {
  const all = [
    ...foldersBelow(join(root, 'examples')),
    ...foldersBelow(join(root, 'test/pairs')),
    ...foldersBelow(join(material, 'cases')),
    ...mutated(),
  ];
  const untold: string[] = [];
  let deaths = 0;
  for (const { name, files, rule } of all) {
    const workspace = await workspaceOf(files);
    const findings = workspace.allFindings();
    for (const pair of workspace.network().pairs) {
      deaths += 2;
      for (const row of withoutMaster(pair)) {
        if (isTold(findings, row, rule)) continue;
        const because = row.because.map((evidence) => `${evidence.file}:${evidence.line} ${evidence.text}`).join('; ');
        untold.push(`${name}: ${row.event} ${row.device}: ${row.text} ${because}`);
      }
    }
  }
  console.log(`${deaths} deaths of ${all.length} sets of files`);
  assert.ok(deaths > 100);
  assert.deepEqual(untold, []);
});
