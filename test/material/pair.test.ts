// The guide's own example pair (page 003), read where it lies and never copied: what must be found in it, and nothing more.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { comparison } from '../../server/src/compare/pair-table/comparison';
import { mappedPeer } from '../../server/src/compare/mapped-peer';
import { material, workspaceOf } from '../support/check-text';
import { pairOf } from '../support/pair-of';

const guide = join(material, 'guide');
const page = existsSync(guide) ? readdirSync(guide).find((name) => name.startsWith('003')) : undefined;

/** The printed configuration files, dedented: `DeviceA` to `DeviceD`. */
function printedFiles(text: string): Map<string, string> {
  const section = text.slice(text.indexOf('#### Configuration Files'));
  const files = new Map<string, string>();
  for (const [, body = ''] of section.matchAll(/```\n([\s\S]*?)```/g)) {
    const dedented = body
      .split('\n')
      .map((line) => line.replace(/^ {2}/, ''))
      .join('\n');
    const name = /^sysname (\S+)/m.exec(dedented)?.[1];
    if (name) files.set(name, dedented);
  }
  return files;
}

if (!page) {
  test('page 003', () => {
    console.log('material absent: 4 checks not run');
  });
} else {
  const files = printedFiles(readFileSync(join(guide, page), 'utf8'));
  const named = (...names: string[]) => names.map((name) => ({ name: `${name}.cfg`, text: files.get(name)! }));

  test('page 003: DeviceA and DeviceB are a pair by their mirrored channel', async () => {
    const { pairs } = (await workspaceOf(named('DeviceA', 'DeviceB'))).network();
    assert.equal(pairs.length, 1);
    assert.deepEqual([pairs[0]!.a.name, pairs[0]!.b.name], ['DeviceA', 'DeviceB']);
    assert.match(pairs[0]!.why[0]!.text, /^RBS channel mirrored/);
    assert.deepEqual(
      pairs[0]!.groups.map((group) => [group.a.interfaceName, group.b.interfaceName]),
      [['GigabitEthernet0/1/2', 'GigabitEthernet0/1/3']],
    );
  });

  test('page 003: its five faults and no other error or warning', async () => {
    const findings = (await workspaceOf(named('DeviceA', 'DeviceB'))).allFindings();
    const serious = findings
      .filter((finding) => finding.severity === 'error' || finding.severity === 'warning')
      .map((finding) => `${finding.severity} ${finding.file} ${finding.rule}`)
      .sort();
    assert.deepEqual(
      serious,
      [
        'error DeviceA.cfg vrrp-virtual-ip-outside-subnet',
        'error DeviceB.cfg vrrp-virtual-ip-outside-subnet',
        'warning DeviceA.cfg mld-ignore-assert-state-missing',
        'warning DeviceB.cfg mld-ignore-dr-state-missing',
        'warning DeviceB.cfg vrrp-preempt-delay-on-backup',
      ],
      findings
        .map((finding) => `${finding.severity} ${finding.file}:${finding.range.start.line + 1} ${finding.message}`)
        .join('\n'),
    );
  });

  test('page 003: the pair table and the mapped peer show its five faults red, and nothing else', async () => {
    const found = await pairOf(named('DeviceA', 'DeviceB'));
    const red = comparison(found.pair, found.compared(found.pair)).rows.filter(
      (row) => row.verdict === 'wrong' || row.verdict === 'missing',
    );
    assert.deepEqual(
      red
        .flatMap((row) =>
          row.findings
            .filter((rowFinding) => rowFinding.severity === 'error' || rowFinding.severity === 'warning')
            .map((rowFinding) => rowFinding.message),
        )
        .sort(),
      found.faults.map((finding) => finding.message).sort(),
    );
    assert.deepEqual(
      red.map((row) => row.parameter),
      ['virtual IP', 'preempt delay', 'pim ipv6 ignore dr-state', 'pim ipv6 ignore assert-state'],
    );
    const { lines, missing } = mappedPeer(
      found.pair,
      found.compared(found.pair),
      found.text(found.pair.a.file).split('\n'),
    );
    const reported = new Set([
      ...lines.filter((line) => line.mark === 'wrong').flatMap((line) => line.findings),
      ...missing.flatMap((missingLine) => missingLine.findings),
    ]);
    assert.deepEqual(
      [...reported].map((finding) => finding.message).sort(),
      found.faults.map((finding) => finding.message).sort(),
    );
  });

  test('page 003: with all four devices, DeviceC and DeviceD get no error', async () => {
    const findings = (await workspaceOf(named('DeviceA', 'DeviceB', 'DeviceC', 'DeviceD'))).allFindings();
    assert.deepEqual(
      findings
        .filter((finding) => finding.severity === 'error')
        .map((finding) => finding.file)
        .sort(),
      ['DeviceA.cfg', 'DeviceB.cfg'],
    );
  });
}
