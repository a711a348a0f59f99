// Rows of the backup services and profiles: the channel between the devices, and what each profile backs up with whom.
import { eTrunk } from '../../catalogue/commands/e-trunk';
import { rbp } from '../../catalogue/commands/remote-backup-profile';
import { rbs } from '../../catalogue/commands/remote-backup-service';
import type { Interface, Pool, Rbp, Rbs } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { bindings } from '../../model/services/bindings';
import type { ChannelPair, ProfilePair, Side } from '../../model/pairing/pair';
import { typedPeer, typedSource } from '../../rules/shared/backup-services';
import type { Correspondence } from '../correspondence';
import { bothNames, byDefault, lineRow, written, type Draft, type Section } from './row-builder';
import { linesOf } from './group-rows';
import type { Cell, RowKind } from './row';

/** A parameter of both devices, said in a row of one section. */
export type Part = Pick<Draft, 'parameter' | 'kind' | 'why'> &
  Partial<Pick<Draft, 'a' | 'b' | 'guide' | 'rules' | 'lines'>>;

export function channelSections(correspondence: Correspondence): Section[] {
  const { pair } = correspondence;
  const answered = new Set(pair.channels.flatMap((channel) => [channel.a.rbs, channel.b.rbs]));
  const lone = (side: Side) => [...pair[side].services.values()].filter((one) => !answered.has(one));
  return [
    ...pair.channels.map((channel) => serviceSection(correspondence, channel.a.rbs, channel.b.rbs, channel)),
    // Without a channel services answer each other by name.
    ...lone('a').map((one) =>
      serviceSection(
        correspondence,
        one,
        lone('b').find((two) => two.key === one.key),
      ),
    ),
    ...lone('b')
      .filter((two) => !lone('a').some((one) => one.key === two.key))
      .map((two) => serviceSection(correspondence, undefined, two)),
  ];
}

function serviceSection(
  correspondence: Correspondence,
  a: Rbs | undefined,
  b: Rbs | undefined,
  channel?: ChannelPair,
): Section {
  const title = `RBS ${bothNames(a?.name, b?.name)}`;
  const ends = { a: channel?.a.channel ?? a?.channels[0], b: channel?.b.channel ?? b?.channels[0] };
  const both = (cell: (end: NonNullable<typeof ends.a>) => Cell) => ({
    a: ends.a && cell(ends.a),
    b: ends.b && cell(ends.b),
  });
  const guide = ((ends.a ?? ends.b)?.family === 6 ? rbs.peer6 : rbs.peer).guide ?? [];
  const name = (one: Rbs | undefined) => one && written(one.name, one.at);
  const policy = (one: Rbs | undefined) => one?.sslPolicy && written(one.sslPolicy.value, one.sslPolicy.at);
  const shown = [rbs.peer.id, rbs.peer6.id, rbs.bindSslPolicy.id];
  return section(title, [], scopeOf([a, b]), [
    {
      parameter: 'name',
      kind: nameKind(a, b),
      a: name(a),
      b: name(b),
      guide: rbs.create.guide,
      rules: ['rbs-without-ssl', 'rbs-unused', 'rbp-names-differ'],
      why: 'A name is known on its own device only.',
    },
    {
      parameter: 'peer',
      kind: 'must differ',
      ...both((end) => written(typedPeer(end), end.peer.at)),
      guide,
      rules: ['rbs-without-peer', 'rbs-peer-on-one-device', 'rbs-family-mismatch'],
      why: 'The address that the other device has as its source.',
    },
    {
      parameter: 'source',
      kind: 'must differ',
      ...both((end) => written(typedSource(end), end.source.at)),
      guide,
      why: 'An address of the device itself.',
    },
    {
      parameter: 'port',
      kind: 'must match',
      ...both((end) => written(end.port.value, end.port.at)),
      guide,
      rules: ['rbs-port-mismatch'],
      why: 'Both ends of the channel use one TCP port.',
    },
    ...(a?.sslPolicy || b?.sslPolicy
      ? [
          {
            parameter: 'SSL policy',
            kind: 'must match' as const,
            a: policy(a),
            b: policy(b),
            guide: rbs.bindSslPolicy.guide,
            rules: ['rbs-ssl-on-one-device'],
            why: "The channel is encrypted on both ends or on neither; the policy's name is the device's own.",
          },
        ]
      : []),
    ...lineParts(correspondence, a?.block.lines, b?.block.lines, title, shown),
  ]);
}

export function profileSections(correspondence: Correspondence): Section[] {
  const { pair } = correspondence;
  const answered = new Set(pair.profiles.flatMap((one) => [one.a, one.b]));
  const lone = (side: Side) => [...pair[side].profiles.values()].filter((one) => !answered.has(one));
  return [
    ...pair.profiles.map((one) => profileSection(correspondence, one.a, one.b, one)),
    ...lone('a').map((one) => profileSection(correspondence, one, undefined)),
    ...lone('b').map((one) => profileSection(correspondence, undefined, one)),
  ];
}

function profileSection(
  correspondence: Correspondence,
  a: Rbp | undefined,
  b: Rbp | undefined,
  matched?: ProfilePair,
): Section {
  const title = `RBP ${bothNames(a?.name, b?.name)}`;
  const both = (cell: (one: Rbp, side: Side) => Cell | undefined) => ({ a: a && cell(a, 'a'), b: b && cell(b, 'b') });
  const services = [...new Set([...(a?.services ?? []), ...(b?.services ?? [])].map((one) => one.value))];
  const bound = (side: Side, one: Rbp | undefined): readonly (Interface | Pool)[] => {
    const found = one && bindings(one, correspondence.pair[side]);
    return found ? [...found.interfaces, ...found.pools] : [];
  };
  const bindingLines = [...bound('a', a), ...bound('b', b)].flatMap((one) =>
    one.block.lines.filter((line) => line.match?.command === rbp.bind.id || line.match?.command === rbp.bindPool.id),
  );
  const list = (cells: readonly { text: string; at: Cell['at'] }[]): Cell | undefined =>
    cells[0] && written(cells.map((one) => one.text).join(', '), cells[0].at);
  const shown = [rbp.serviceType.id, rbp.backupId.id, rbp.peerBackup.id, rbp.vrrpId.id, rbp.vrrp6Id.id, rbp.eTrunk.id];
  const built = section(
    title,
    services,
    [...scopeOf([a, b]), ...bindingLines],
    [
      {
        parameter: 'profile',
        kind: matched ? nameKind(a, b) : 'must match',
        ...both((one) => written(one.name, one.at)),
        guide: rbp.create.guide,
        rules: ['rbp-missing-on-peer', 'rbp-names-differ'],
        why: "What one device backs up, the other must back up too; the name is the device's own.",
      },
      {
        parameter: 'service-type',
        kind: 'must match',
        ...both((one) =>
          list(
            [...one.services]
              .sort((x, y) => (x.value < y.value ? -1 : 1))
              .map((service) => ({ text: service.value, at: service.at })),
          ),
        ),
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
        ...both((one) => one.backupId && written(one.backupId.value, one.backupId.at)),
        guide: rbp.backupId.guide,
        rules: ['rbp-backup-id-mismatch', 'rbp-without-backup-id', 'rbp-backup-id-reused'],
        why: 'With the channel it tells the devices which profiles belong together.',
      },
      {
        parameter: 'remote-backup-service',
        kind: 'may differ',
        ...both((one) => one.rbs && written(one.rbs.value, one.rbs.at)),
        guide: rbp.backupId.guide,
        rules: ['rbp-rbs-undefined'],
        why: 'A name is known on its own device only.',
      },
      {
        parameter: 'peer-backup',
        kind: 'must match',
        ...both((one) => (one.mode ? written(one.mode.value, one.mode.at) : byDefault('hot', one.at))),
        guide: rbp.peerBackup.guide,
        rules: ['rbp-mode-mismatch', 'rbp-without-mode'],
        why: 'Both devices keep entries in the same way.',
      },
      ...roleParts(a, b),
      ...(a || b
        ? [
            {
              parameter: 'bound to',
              kind: 'may differ' as const,
              a: list(bound('a', a).map((one) => ({ text: one.name, at: one.at }))),
              b: list(bound('b', b).map((one) => ({ text: one.name, at: one.at }))),
              guide: rbp.bind.guide,
              rules: ['rbp-unbound', 'rbp-bound-elsewhere', 'dhcp-server-pool-unbound'],
              lines: bindingLines,
              why: 'Users of the same network may come in over different ports.',
            },
          ]
        : []),
      ...lineParts(correspondence, a?.block.lines, b?.block.lines, title, shown).map((part) =>
        part.parameter.startsWith('nas ') ? { ...part, rules: ['rbp-nas-identity-differs'] } : part,
      ),
    ],
  );
  return built;
}

/** What gives the profile its role: the number must be one, the interface need not. */
function roleParts(a: Rbp | undefined, b: Rbp | undefined): Part[] {
  const count = Math.max(a?.roles.length ?? 0, b?.roles.length ?? 0);
  const rules = ['rbp-without-role', 'rbp-mixed-roles', 'rbp-role-family-mismatch', 'rbp-group-undefined'];
  const role = (one: Rbp | undefined, index: number) => one?.roles[index];
  if (count === 0)
    return a || b
      ? [
          {
            parameter: 'role',
            kind: 'must match',
            rules,
            guide: rbp.vrrp6Id.guide,
            why: 'A virtual router or an E-Trunk tells the profile which device is master.',
          },
        ]
      : [];
  return Array.from({ length: count }, (_, index): Part[] => {
    const [mine, theirs] = [role(a, index), role(b, index)];
    const first = (mine ?? theirs)!;
    const number = (one: typeof mine): Cell | undefined =>
      one && (one.kind === 'group' ? written(one.vrid.value, one.vrid.at) : written(one.eTrunk.value, one.eTrunk.at));
    const where = (one: typeof mine): Cell | undefined =>
      one &&
      (one.kind === 'group'
        ? written(one.interface.value, one.interface.at)
        : written(`Eth-Trunk${one.ethTrunk.value}`, one.ethTrunk.at));
    const name = first.kind === 'e-trunk' ? 'e-trunk' : first.family === 6 ? 'vrrp6-id' : 'vrrp-id';
    const guide =
      first.kind === 'e-trunk' ? rbp.eTrunk.guide : first.family === 6 ? rbp.vrrp6Id.guide : rbp.vrrpId.guide;
    const lines = [...(mine ? [mine.line] : []), ...(theirs ? [theirs.line] : [])];
    return [
      {
        parameter: name,
        kind: 'must match',
        a: number(mine),
        b: number(theirs),
        guide,
        rules,
        lines,
        why: 'Both devices follow one virtual router or E-Trunk.',
      },
      {
        parameter: `${name} interface`,
        kind: 'may differ',
        a: where(mine),
        b: where(theirs),
        guide,
        lines,
        rules: [],
        why: 'The group may stand on different ports of the two devices.',
      },
    ];
  }).flat();
}

export function eTrunkSections(correspondence: Correspondence): Section[] {
  const { pair } = correspondence;
  return [...pair.a.eTrunks.values()].flatMap((a) => {
    const b = pair.b.eTrunks.get(a.id);
    if (!b) return [];
    const title = `E-Trunk ${a.id}`;
    const both = (cell: (one: typeof a) => Cell | undefined) => ({ a: cell(a), b: cell(b) });
    return [
      section(title, [], scopeOf([a, b]), [
        {
          parameter: 'priority',
          kind: 'role',
          ...both((one) => (one.priority ? written(one.priority.value, one.priority.at) : byDefault(100, one.at))),
          guide: eTrunk.priority.guide,
          rules: ['e-trunk-priorities-equal'],
          why: 'The smaller number makes the master.',
        },
        {
          parameter: 'peer',
          kind: 'must differ',
          ...both((one) => one.peer && written(one.peer.value.key, one.peer.at)),
          guide: eTrunk.peer.guide,
          why: 'The address that the other device has as its source.',
        },
        {
          parameter: 'source',
          kind: 'must differ',
          ...both((one) => one.source && written(one.source.value.key, one.source.at)),
          guide: eTrunk.peer.guide,
          why: 'An address of the device itself.',
        },
        ...lineParts(correspondence, a.block.lines, b.block.lines, title, [
          eTrunk.priority.id,
          eTrunk.peer.id,
          eTrunk.peer6.id,
        ]),
      ]),
    ];
  });
}

/** A row for each line of two views, but for the commands that rows of their own show. */
export function lineParts(
  correspondence: Correspondence,
  mine: readonly MatchedLine[] = [],
  theirs: readonly MatchedLine[] = [],
  title = '',
  shown: readonly string[] = [],
  covers: (line: MatchedLine) => boolean = () => true,
): Draft[] {
  const wanted = (line: MatchedLine) =>
    (line.match === undefined || (!shown.includes(line.match.command) && !line.match.command.startsWith('session.'))) &&
    covers(line);
  const rows: Draft[] = [];
  const answered = new Set<MatchedLine>();
  for (const line of mine) {
    const answer = correspondence.lineFor('a', line);
    if (answer) answered.add(answer);
    if (wanted(line)) rows.push(lineRow(title, line, answer));
    rows.push(...lineParts(correspondence, line.lines, answer?.lines, title, shown, covers));
  }
  for (const line of theirs) {
    if (answered.has(line)) continue;
    if (wanted(line)) rows.push(lineRow(title, undefined, line));
    rows.push(...lineParts(correspondence, [], line.lines, title, shown, covers));
  }
  return rows;
}

export function section(
  title: string,
  services: readonly string[],
  scope: readonly MatchedLine[],
  parts: readonly Part[],
): Section {
  const rows = parts.map((part): Draft => {
    const row = { guide: [], rules: [], lines: [], ...part, section: title } as Draft;
    return row.lines.length > 0 ? row : { ...row, lines: linesOf(scope, row) };
  });
  return { title, services, scope, rows };
}

export function scopeOf(
  objects: readonly (
    { readonly block: { readonly heads: readonly MatchedLine[]; readonly lines: readonly MatchedLine[] } } | undefined
  )[],
): MatchedLine[] {
  return objects.flatMap((one) => (one ? [...one.block.heads, ...one.block.lines] : []));
}

/** Where only one device has it, it is missing on the other. */
function nameKind(a: unknown, b: unknown): RowKind {
  return a && b ? 'may differ' : 'must match';
}
