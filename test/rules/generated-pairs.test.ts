// A thousand pairs of files (a quarter of them in `npm test`) of some 500 lines, each in a workspace of its own, every third with one
// mutation: each fault is reported by its own rule, with no error or warning beside its named consequences; nothing is said about the
// clean ones.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rules } from '../../server/src/rules/registry';
import { root, workspaceOf, type NamedText } from '../support/check-text';
import { isLong } from '../support/long';
import { mutations, pairs } from '../support/mutations';

const count = isLong ? 1000 : 250;
const lines = 500;
const usable = mutations.filter((mutation) => rules.some((rule) => rule.id === mutation.rule && !rule.off));
const names = Object.keys(pairs) as (keyof typeof pairs)[];

/** The same file at another site: other names, addresses, ports and numbers, in the same relations. */
function atSite(text: string, site: number): string {
  return (
    text
      .replace(/\b10\.(\d+)\.(?=\d+\.\d+\b)/g, (_, octet: string) => `10.${(Number(octet) + site) % 256}.`)
      // In place of the second group, so that prefixes of any length hold the same addresses as before.
      .replace(/2001:DB8:/g, `2001:${(0x1000 + site).toString(16).toUpperCase()}:`)
      .replace(/\b(port|backup-id) (\d+)/g, (_, word: string, number: string) => `${word} ${Number(number) + site}`)
      .replace(/\b(GigabitEthernet)0\/(\d+\/\d+)/g, (_, type: string, rest: string) => `${type}${site % 8}/${rest}`)
      .replace(/\bslot (\d+)/g, (_, slot: string) => `slot ${Number(slot) + (site % 4)}`)
  );
}

/** What else stands in such a file: ports, filters, routes, users; nothing of hot backup. */
function filled(text: string, own: number, site: number): string {
  const rows = text.split('\n').length;
  const ports: string[] = [];
  for (let port = 0; rows + ports.length < lines - 12; port++) {
    ports.push(
      `interface GigabitEthernet15/${port >> 4}/${port & 15}`,
      ` description customer ${site * 100 + port}`,
      ' undo shutdown',
      ` ip address 172.${16 + own * 4 + (port >> 6)}.${(port & 63) * 4}.1 255.255.255.0`,
      ' statistic enable',
      '#',
    );
    if (port % 4 === 0)
      ports.push(
        `acl number ${3100 + port}`,
        ` rule 5 permit ip source 172.${16 + own}.${port}.0 0.0.0.255`,
        ' rule 10 deny ip',
        '#',
      );
    if (port % 8 === 0) ports.push(`ip route-static 198.18.${port}.0 255.255.255.0 172.${16 + own * 4}.0.2`, '#');
  }
  const end = text.lastIndexOf('#\nreturn');
  return `${text.slice(0, end)}#\n${ports.join('\n')}\n${text.slice(end + 2)}`;
}

const sources = new Map(
  names.flatMap((name) =>
    pairs[name].map(
      (device) => [`${name}/${device}`, readFileSync(join(root, 'examples', name, `${device}.cfg`), 'utf8')] as const,
    ),
  ),
);

test(`${count} pairs`, async () => {
  let mutated = 0;
  let read = 0;
  const wrong: string[] = [];
  const seen = new Set<string>();
  const started = Date.now();
  for (let index = 0; index < count; index++) {
    const mutation = index % 3 === 0 ? usable[mutated++ % usable.length]! : undefined;
    const name = mutation?.pair ?? names[index % names.length]!;
    const files: NamedText[] = pairs[name].map((device, own) => {
      const clean = sources.get(`${name}/${device}`)!;
      const broken = (mutation?.changes ?? [])
        .filter(([on]) => on === device)
        .reduce((text, [, from, to]) => text.replace(from, () => to), clean);
      return { name: `site-${index}/${device}.cfg`, text: filled(atSite(broken, index), own, index) };
    });
    read += files.reduce((sum, file) => sum + file.text.split('\n').length, 0);
    const findings = (await workspaceOf(files)).allFindings();
    const say = () =>
      findings
        .map(
          (finding) =>
            `  ${finding.severity} ${finding.rule} ${finding.file}:${finding.range.start.line + 1} ${finding.message}`,
        )
        .join('\n');
    if (!mutation) {
      if (findings.length > 0) wrong.push(`clean ${name} ${index}:\n${say()}`);
      continue;
    }
    const [device, line] = mutation.at;
    const file = files.find((one) => one.name.endsWith(`/${device}.cfg`))!;
    const rows = file.text.split('\n').map((row) => row.trim());
    const wanted = atSite(line, index);
    const own = findings.find(
      (finding) =>
        finding.rule === mutation.rule &&
        [finding, finding.peer].some((spot) => spot?.file === file.name && rows[spot.range.start.line] === wanted),
    );
    const beside = findings.filter(
      (finding) =>
        finding !== own &&
        finding.rule !== mutation.rule &&
        (finding.severity === 'error' || finding.severity === 'warning') &&
        !mutation.also?.includes(finding.rule),
    );
    if (!own || own.severity !== mutation.severity || beside.length > 0)
      wrong.push(`${mutation.rule} at ${wanted} in ${name} ${index}:\n${say()}`);
    seen.add(mutation.rule);
  }
  const seconds = (Date.now() - started) / 1000;
  console.log(`${count} pairs, ${read} lines, ${mutated} faults of ${seen.size} rules: ${seconds.toFixed(1)} s`);
  assert.equal(wrong.length, 0, `${wrong.length} wrong:\n${wrong.slice(0, 8).join('\n')}`);
});

test('one report for one set of files, whatever their order', async () => {
  const files = names.flatMap((name) =>
    pairs[name].map((device) => ({ name: `${name}/${device}.cfg`, text: sources.get(`${name}/${device}`)! })),
  );
  const broken = usable
    .filter((_, index) => index % 9 === 0)
    .reduce(
      (texts, { pair, changes }) =>
        texts.map((file) => ({
          name: file.name,
          text: changes
            .filter(([device]) => file.name === `${pair}/${device}.cfg`)
            .reduce((text, [, from, to]) => text.replace(from, () => to), file.text),
        })),
      files,
    );
  const report = async (list: readonly NamedText[]) => JSON.stringify((await workspaceOf(list)).allFindings());
  const first = await report(broken);
  assert.ok((JSON.parse(first) as unknown[]).length > 5);
  for (let turn = 1; turn < broken.length; turn++)
    assert.equal(await report([...broken.slice(turn), ...broken.slice(0, turn)]), first);
  assert.equal(await report([...broken].reverse()), first);
});
