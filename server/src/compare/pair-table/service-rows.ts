// Rows of the services that are backed up: the interfaces and pools that bind a profile, the service boards with what runs on
// them, and the switches of the whole device without which a service does nothing.
import { serviceInstanceGroup, serviceLocation, vrrp, vrrp6, rbp, interfaceView } from '../../catalogue';
import type { Interface, ServiceLocation } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { nameKey } from '../../model/names';
import type { Pair, Side } from '../../model/pairing/pair';
import { poolsOnBoth } from '../../rules/shared/dhcp-pools';
import { said } from '../../model/lines/canonical-text';
import { instancesOnBoth } from '../../model/services/service-boards';
import type { Correspondence } from '../correspondence';
import { keyFor } from '../device-views';
import { lineParts, scopeOf, section, type Part } from './backup-rows';
import { bothNames, written, type Section } from './row-builder';
import { policyOf } from '../line-policy';
import type { Cell } from './row';

/** Interfaces that bind a profile or carry the service lines of one, with the interface that answers. */
export function bindingSections(correspondence: Correspondence): Section[] {
  const { pair } = correspondence;
  const bound = (side: Side) => [...pair[side].interfaces.values()].filter((one) => one.profiles.length > 0);
  const answerOf = (side: Side, one: Interface): Interface | undefined => {
    const key = correspondence.viewFor(side, keyFor('interface', one.key))?.key;
    return key === undefined
      ? undefined
      : pair[side === 'a' ? 'b' : 'a'].interfaces.get(key.slice('interface '.length));
  };
  const couples = bound('a').map((a) => ({ a, b: answerOf('a', a) }));
  const seen = new Set(couples.map(({ b }) => b));
  const late = bound('b')
    .filter((b) => !seen.has(b))
    .map((b) => ({ a: answerOf('b', b), b }));
  return [...couples, ...late].map(({ a, b }) => {
    const title = `Interface ${bothNames(a?.name, b?.name)}`;
    const services = servicesOf(pair, a, b);
    return section(
      title,
      services,
      scopeOf([a, b]),
      lineParts(
        correspondence,
        a?.block.lines,
        b?.block.lines,
        title,
        groupCommands,
        (line) => !isGroupLine(line) && isService(line),
      ),
    );
  });
}

const groupCommands = [rbp.bind.id, interfaceView.shutdown.id, interfaceView.address.id, interfaceView.ipv6Address.id];

function isGroupLine(line: MatchedLine): boolean {
  const command = line.match?.command ?? '';
  return (
    (command.startsWith('vrrp.') || command.startsWith('vrrp6.')) &&
    command !== vrrp.recoverDelay.id &&
    command !== vrrp6.recoverDelay.id
  );
}

/** What a binding's own service says, but not the routing or the description beside it. */
function isService(line: MatchedLine): boolean {
  const { kind } = policyOf(line);
  return kind === 'must match' || kind === 'role' || /^direct-route /.test(said(line));
}

function servicesOf(pair: Pair, a: Interface | undefined, b: Interface | undefined): string[] {
  const of = (side: Side, one: Interface | undefined) =>
    (one?.profiles ?? []).flatMap((name) => pair[side].profiles.get(nameKey(name.value))?.services ?? []);
  return [...of('a', a), ...of('b', b)].map((one) => one.value);
}

export function poolSections(correspondence: Correspondence): Section[] {
  return poolsOnBoth(correspondence.pair).map(({ a, b }) => {
    const title = `Pool ${bothNames(a.pool.name, b.pool.name)}`;
    return section(title, ['dhcp-server'], scopeOf([a.pool, b.pool]), [
      {
        parameter: 'pool',
        kind: 'may differ',
        a: written(a.pool.name, a.pool.at),
        b: written(b.pool.name, b.pool.at),
        guide: ['002 step 4.5'],
        rules: ['dhcp-server-pool-not-server'],
        why: 'A name is known on its own device only.',
      },
      ...lineParts(correspondence, a.pool.block.lines, b.pool.block.lines, title, [rbp.bindPool.id]).map((row) => ({
        ...row,
        kind: 'must match' as const,
        why: 'Both devices lease the same addresses in the same way.',
        rules:
          row.parameter === 'server identifier ip'
            ? ['dhcp-server-identifier-missing', 'dhcp-server-identifiers-differ']
            : [],
      })),
    ]);
  });
}

export function boardSections(correspondence: Correspondence): Section[] {
  const { pair } = correspondence;
  const locations = [...pair.a.locations.values()]
    .filter((one) => one.remote || pair.b.locations.get(one.id)?.remote)
    .map((a) => locationSection(correspondence, a, pair.b.locations.get(a.id)));
  const late = [...pair.b.locations.values()]
    .filter((one) => one.remote && !pair.a.locations.has(one.id))
    .map((b) => locationSection(correspondence, undefined, b));
  const used = new Set(pair.locations.flatMap((one) => [one.a.id]));
  const groups = [...pair.a.instanceGroups.values()]
    .filter((one) => one.locations.some((id) => used.has(id.value)))
    .map((a) => {
      const b = pair.b.instanceGroups.get(a.key);
      const title = `service-instance-group ${a.name}`;
      const list = (one: typeof a | undefined): Cell | undefined =>
        one?.locations[0] &&
        written(
          one.locations
            .map((id) => id.value)
            .sort((x, y) => x - y)
            .join(', '),
          one.locations[0].at,
        );
      return section(title, ['boards'], scopeOf([a, b]), [
        {
          parameter: 'service-location',
          kind: 'must match',
          a: list(a),
          b: list(b),
          guide: serviceInstanceGroup.serviceLocation.guide,
          rules: [
            'service-instance-group-differs',
            'service-instance-group-unbound',
            'service-instance-group-location-undefined',
          ],
          why: 'An instance runs on the same boards of both devices.',
        },
        ...lineParts(correspondence, a.block.lines, b?.block.lines, title, [serviceInstanceGroup.serviceLocation.id]),
      ]);
    });
  const instances = instancesOnBoth(pair).map(({ a, b }) => {
    const title = `${a.kind} instance ${bothNames(a.name, b.name)}`;
    const id = (one: typeof a): Cell | undefined => one.id && written(one.id.value, one.id.at);
    return section(title, ['boards'], scopeOf([a, b]), [
      {
        parameter: 'instance',
        kind: 'must match',
        a: written(a.name, a.at),
        b: written(b.name, b.at),
        guide: ['004 step 5.2'],
        rules: ['ds-lite-instance-unbound', 'ds-lite-instance-two-groups'],
        why: 'The instance is one on both devices.',
      },
      {
        parameter: 'id',
        kind: 'must match',
        a: id(a),
        b: id(b),
        guide: ['004 step 5.2'],
        rules: ['ds-lite-instance-id-differs', 'ds-lite-instance-id-twice'],
        why: 'The number is the same on both devices.',
      },
      ...lineParts(correspondence, a.block.lines, b.block.lines, title),
    ]);
  });
  return [...locations, ...late, ...groups, ...instances];
}

function locationSection(
  correspondence: Correspondence,
  a: ServiceLocation | undefined,
  b: ServiceLocation | undefined,
): Section {
  const title = `service-location ${(a ?? b)!.id}`;
  const both = (cell: (one: ServiceLocation) => Cell | undefined) => ({ a: a && cell(a), b: b && cell(b) });
  const remote = serviceLocation.remoteBackup.guide;
  const typed = (one: ServiceLocation) =>
    one.remote!.line.text.slice(
      one.remote!.peer.at.start - one.remote!.line.start,
      one.remote!.peer.at.end - one.remote!.line.start,
    );
  const parts: Part[] = [
    {
      parameter: 'service-location',
      kind: 'must match',
      ...both((one) => written(one.id, one.at)),
      guide: serviceLocation.create.guide,
      rules: ['service-location-missing-on-peer', 'service-ha-hot-backup-missing'],
      why: 'The number tells which boards back each other up.',
    },
    {
      parameter: 'location',
      kind: 'may differ',
      ...both(
        (one) =>
          one.locations[0] &&
          written(
            one.locations.map(({ line }) => said(line).replace(/^location /, '')).join(', '),
            one.locations[0].line,
          ),
      ),
      guide: serviceLocation.location.guide,
      rules: ['service-location-no-board', 'service-location-both-backups'],
      why: 'The board may sit in another slot of the other device.',
    },
    {
      parameter: 'vrrp vrid',
      kind: 'must match',
      ...both((one) => one.group && written(one.group.vrid.value, one.group.vrid.at)),
      guide: serviceLocation.vrrp.guide,
      rules: ['service-location-vrrp-missing', 'service-location-vrrp-undefined', 'service-location-vrid-missing'],
      why: 'Both boards follow one virtual router.',
    },
    {
      parameter: 'vrrp interface',
      kind: 'may differ',
      ...both((one) => one.group && written(one.group.interface.value, one.group.interface.at)),
      guide: serviceLocation.vrrp.guide,
      why: 'The group may stand on different ports of the two devices.',
    },
    {
      parameter: 'remote-backup interface',
      kind: 'may differ',
      ...both((one) => one.remote && written(one.remote.interface.value, one.remote.interface.at)),
      guide: remote,
      rules: ['service-location-interface-without-vrrp'],
      why: 'The link between the boards may use different ports.',
    },
    {
      parameter: 'remote-backup peer',
      kind: 'must differ',
      ...both((one) => one.remote && written(typed(one), one.remote.peer.at)),
      guide: remote,
      rules: ['service-location-peer-not-mirrored'],
      why: 'The address of the other device on its own end of the link.',
    },
    {
      parameter: 'authentication-key',
      kind: 'must match',
      ...both((one) => one.remote?.key && written('set', one.remote.key)),
      guide: remote,
      rules: ['service-location-key-one-sided', 'service-location-key-missing'],
      why: 'Set on both devices or on neither; which key it is cannot be compared.',
    },
    ...lineParts(correspondence, a?.block.lines, b?.block.lines, title, [
      serviceLocation.location.id,
      serviceLocation.vrrp.id,
      serviceLocation.remoteBackup.id,
    ]),
  ];
  return section(
    title,
    ['boards'],
    scopeOf([a, b]),
    parts.filter((part) => part.parameter !== 'authentication-key' || part.a || part.b),
  );
}

/** Names of the devices and lines of the system view that a service stands on. */
export function deviceSection(correspondence: Correspondence): Section {
  const { pair } = correspondence;
  const title = 'Device';
  const name = (side: Side): Cell | undefined =>
    pair[side].sysname && written(pair[side].sysname.value, pair[side].sysname.at);
  const multicast = (side: Side) =>
    (['pim-ipv6', 'pim-ipv4'] as const)
      .flatMap((view) => pair[side].views.get(view) ?? [])
      .flatMap((block) => block.lines);
  const scope = (side: Side) => [...correspondence[side].system, ...multicast(side)];
  const base =
    /^(?:multicast (?:ipv6 )?routing-enable|dhcp enable|dhcp server |dhcpv6 (?!relay)|service-ha |ntp-service unicast|clock timezone|ipv6$|static-rp )/;
  return section(
    title,
    [],
    [...scope('a'), ...scope('b')],
    [
      {
        parameter: 'sysname',
        kind: 'must differ',
        a: name('a'),
        b: name('b'),
        guide: [],
        why: 'It tells the two devices apart.',
      },
      ...lineParts(correspondence, scope('a'), scope('b'), title, ['system.sysname'], (line) =>
        base.test(said(line)),
      ).map((row) => ({
        ...row,
        kind: 'must match' as const,
        rules: baseRules(row.parameter),
        why: 'The service needs it on both devices.',
      })),
    ],
  );
}

/** The rules that speak about a line of the base, wherever they point. */
function baseRules(parameter: string): string[] {
  if (parameter.startsWith('service-ha')) return ['service-ha-hot-backup-one-sided'];
  return parameter.startsWith('static-rp') ? ['mld-static-rp-differs'] : [];
}
