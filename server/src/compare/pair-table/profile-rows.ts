// Rows of the backup profiles: what each backs up, with whom, and whose role it follows.
import { rbp } from '../../catalogue';
import type { Device, Interface, Pool, Rbp } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import type { ProfilePair, Side } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { bindings } from '../../model/services/bindings';
import type { Correspondence } from '../correspondence';
import type { Cell } from './row';
import { bothNames, byDefault, written, type Section } from './row-builder';
import { lineParts, nameKind, scopeOf, section, type Part } from './section-builder';

/** A section for each couple of profiles. */
export function profileSections(correspondence: Correspondence): Section[] {
  const { pair } = correspondence;
  const paired = new Set(pair.profiles.flatMap(({ a, b }) => [a, b]));
  const lone = (side: Side) => [...pair[side].profiles.values()].filter((profile) => !paired.has(profile));
  return [
    ...pair.profiles.map((profile) => profileSection(correspondence, profile.a, profile.b, profile)),
    ...lone('a').map((profile) => profileSection(correspondence, profile, undefined)),
    ...lone('b').map((profile) => profileSection(correspondence, undefined, profile)),
  ];
}

function boundBy(profile: Rbp | undefined, device: Device): readonly (Interface | Pool)[] {
  if (!profile) return [];
  const { interfaces, pools } = bindings(profile, device);
  return [...interfaces, ...pools];
}

function profileSection(
  correspondence: Correspondence,
  a: Rbp | undefined,
  b: Rbp | undefined,
  matched?: ProfilePair,
): Section {
  const title = `RBP ${bothNames(a?.name, b?.name)}`;
  const services = [...(a?.services ?? []), ...(b?.services ?? [])].map((service) => service.value);
  const { pair } = correspondence;
  const bound = { a: boundBy(a, pair.a), b: boundBy(b, pair.b) };
  const bindingLines = [...bound.a, ...bound.b].flatMap(({ block }) => block.lines.filter(isBinding));
  const shown = [rbp.serviceType.id, rbp.backupId.id, rbp.peerBackup.id, rbp.vrrpId.id, rbp.vrrp6Id.id, rbp.eTrunk.id];
  const lines = lineParts(correspondence, a?.block.lines, b?.block.lines, title, shown);
  return section(
    title,
    [...new Set(services)],
    [...scopeOf([a, b]), ...bindingLines],
    [
      ...profileParts(a, b, matched),
      ...roleParts(a, b),
      {
        parameter: 'bound to',
        kind: 'may differ',
        a: listCell(bound.a.map(({ name, at }) => ({ text: name, at }))),
        b: listCell(bound.b.map(({ name, at }) => ({ text: name, at }))),
        guide: rbp.bind.guide,
        rules: ['rbp-unbound', 'rbp-bound-elsewhere', 'dhcp-server-pool-unbound'],
        lines: bindingLines,
        why: 'Users of the same network may come in over different ports.',
      },
      ...lines.map((part) =>
        part.parameter.startsWith('nas ') ? { ...part, rules: ['rbp-nas-identity-differs'] } : part,
      ),
    ],
  );
}

function isBinding({ match }: MatchedLine): boolean {
  return match?.command === rbp.bind.id || match?.command === rbp.bindPool.id;
}

/** All values in one cell, at the place of the first. */
function listCell(values: readonly { readonly text: string; readonly at: Place }[]): Cell | undefined {
  const [first] = values;
  return first && written(values.map(({ text }) => text).join(', '), first.at);
}

function serviceTypes(profile: Rbp): Cell | undefined {
  const sorted = [...profile.services].sort((x, y) => (x.value < y.value ? -1 : 1));
  return listCell(sorted.map(({ value, at }) => ({ text: value, at })));
}

/** What the lines of the profile itself say but for its role. */
function profileParts(a: Rbp | undefined, b: Rbp | undefined, matched: ProfilePair | undefined): Part[] {
  const both = (cellOf: (profile: Rbp) => Cell | undefined) => ({ a: a && cellOf(a), b: b && cellOf(b) });
  return [
    {
      parameter: 'profile',
      kind: matched ? nameKind(a, b) : 'must match',
      ...both(({ name, at }) => written(name, at)),
      guide: rbp.create.guide,
      rules: ['rbp-missing-on-peer', 'rbp-names-differ'],
      why: "What one device backs up, the other must back up too; the name is the device's own.",
    },
    {
      parameter: 'service-type',
      kind: 'must match',
      ...both(serviceTypes),
      guide: rbp.serviceType.guide,
      rules: [
        'rbp-service-types-differ',
        'rbp-without-service-type',
        'rbp-service-type-unknown',
        'rbp-igmp-snooping-with-vrrp',
      ],
      why: 'Entries of a service are backed up only where both devices name it.',
    },
    {
      parameter: 'backup-id',
      kind: 'must match',
      ...both(({ backupId }) => backupId && written(backupId.value, backupId.at)),
      guide: rbp.backupId.guide,
      rules: ['rbp-backup-id-mismatch', 'rbp-without-backup-id', 'rbp-backup-id-reused'],
      why: 'With the channel it tells the devices which profiles belong together.',
    },
    {
      parameter: 'remote-backup-service',
      kind: 'may differ',
      ...both((profile) => profile.rbs && written(profile.rbs.value, profile.rbs.at)),
      guide: rbp.backupId.guide,
      rules: ['rbp-rbs-undefined'],
      why: 'A name is known on its own device only.',
    },
    {
      parameter: 'peer-backup',
      kind: 'must match',
      ...both(({ mode, at }) => (mode ? written(mode.value, mode.at) : byDefault('hot', at))),
      guide: rbp.peerBackup.guide,
      rules: ['rbp-mode-mismatch', 'rbp-without-mode'],
      why: 'Both devices keep entries in the same way.',
    },
  ];
}

type Role = Rbp['roles'][number];

const roleRules = ['rbp-without-role', 'rbp-mixed-roles', 'rbp-role-family-mismatch', 'rbp-group-undefined'];

/** What gives the profile its role: the number must be one, the interface need not. */
function roleParts(a: Rbp | undefined, b: Rbp | undefined): Part[] {
  const count = Math.max(a?.roles.length ?? 0, b?.roles.length ?? 0);
  if (count > 0) return [...Array(count).keys()].flatMap((index) => partsOfRole(a?.roles[index], b?.roles[index]));
  if (!a && !b) return [];
  return [
    {
      parameter: 'role',
      kind: 'must match',
      rules: roleRules,
      guide: rbp.vrrp6Id.guide,
      why: 'A virtual router or an E-Trunk tells the profile which device is master.',
    },
  ];
}

function partsOfRole(a: Role | undefined, b: Role | undefined): Part[] {
  const { name, guide } = roleCommand((a ?? b)!);
  const lines = [a, b].flatMap((role) => role?.line ?? []);
  return [
    {
      parameter: name,
      kind: 'must match',
      a: a && roleNumber(a),
      b: b && roleNumber(b),
      guide,
      rules: roleRules,
      lines,
      why: 'Both devices follow one virtual router or E-Trunk.',
    },
    {
      parameter: `${name} interface`,
      kind: 'may differ',
      a: a && roleInterface(a),
      b: b && roleInterface(b),
      guide,
      lines,
      rules: [],
      why: 'The group may stand on different ports of the two devices.',
    },
  ];
}

function roleCommand(role: Role): { readonly name: string; readonly guide?: readonly string[] } {
  if (role.kind === 'e-trunk') return { name: 'e-trunk', guide: rbp.eTrunk.guide };
  if (role.family === 6) return { name: 'vrrp6-id', guide: rbp.vrrp6Id.guide };
  return { name: 'vrrp-id', guide: rbp.vrrpId.guide };
}

function roleNumber(role: Role): Cell {
  if (role.kind === 'group') return written(role.vrid.value, role.vrid.at);
  return written(role.eTrunk.value, role.eTrunk.at);
}

function roleInterface(role: Role): Cell {
  if (role.kind === 'group') return written(role.interface.value, role.interface.at);
  return written(`Eth-Trunk${role.ethTrunk.value}`, role.ethTrunk.at);
}
