// Rows of the service boards with what runs on them.
import { serviceInstanceGroup, serviceLocation } from '../../catalogue';
import type { ServiceLocation } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import type { Place } from '../../model/place';
import { instancesOnBoth } from '../../model/services/service-boards';
import type { Correspondence } from '../correspondence';
import type { Cell } from './row';
import { bothNames, written, type Section } from './row-builder';
import { lineParts, scopeOf, section, type Part } from './section-builder';

/** A section for each service board and each instance. */
export function boardSections(correspondence: Correspondence): Section[] {
  return [
    ...locationSections(correspondence),
    ...instanceGroupSections(correspondence),
    ...instanceSections(correspondence),
  ];
}

function locationSections(correspondence: Correspondence): Section[] {
  const { a, b } = correspondence.pair;
  const own = [...a.locations.values()].filter(({ remote, id }) => remote || b.locations.get(id)?.remote);
  const onPeerOnly = [...b.locations.values()].filter(({ remote, id }) => remote && !a.locations.has(id));
  return [
    ...own.map((location) => locationSection(correspondence, location, b.locations.get(location.id))),
    ...onPeerOnly.map((location) => locationSection(correspondence, undefined, location)),
  ];
}

function instanceGroupSections(correspondence: Correspondence): Section[] {
  const { pair } = correspondence;
  const used = new Set(pair.locations.map((location) => location.a.id));
  const groups = [...pair.a.instanceGroups.values()].filter(({ locations }) =>
    locations.some((id) => used.has(id.value)),
  );
  return groups.map((a) => {
    const b = pair.b.instanceGroups.get(a.key);
    const title = `service-instance-group ${a.name}`;
    const shown = [serviceInstanceGroup.serviceLocation.id];
    return section(title, ['boards'], scopeOf([a, b]), [
      {
        parameter: 'service-location',
        kind: 'must match',
        a: locationsCell(a.locations),
        b: b && locationsCell(b.locations),
        guide: serviceInstanceGroup.serviceLocation.guide,
        rules: [
          'service-instance-group-differs',
          'service-instance-group-unbound',
          'service-instance-group-location-undefined',
        ],
        why: 'An instance runs on the same boards of both devices.',
      },
      ...lineParts(correspondence, a.block.lines, b?.block.lines, title, shown),
    ]);
  });
}

/** Numbers of service-locations in their order, at the place of the first that is written. */
function locationsCell(locations: readonly { readonly value: number; readonly at: Place }[]): Cell | undefined {
  const [first] = locations;
  if (!first) return undefined;
  const numbers = locations.map((id) => id.value).sort((x, y) => x - y);
  return written(numbers.join(', '), first.at);
}

function instanceSections(correspondence: Correspondence): Section[] {
  return instancesOnBoth(correspondence.pair).map(({ a, b }) => {
    const title = `${a.kind} instance ${bothNames(a.name, b.name)}`;
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
        a: a.id && written(a.id.value, a.id.at),
        b: b.id && written(b.id.value, b.id.at),
        guide: ['004 step 5.2'],
        rules: ['ds-lite-instance-id-differs', 'ds-lite-instance-id-twice'],
        why: 'The number is the same on both devices.',
      },
      ...lineParts(correspondence, a.block.lines, b.block.lines, title),
    ]);
  });
}

function locationSection(
  correspondence: Correspondence,
  a: ServiceLocation | undefined,
  b: ServiceLocation | undefined,
): Section {
  const title = `service-location ${(a ?? b)!.id}`;
  const shown = [serviceLocation.location.id, serviceLocation.vrrp.id, serviceLocation.remoteBackup.id];
  return section(title, ['boards'], scopeOf([a, b]), [
    ...boardParts(a, b),
    ...remoteBackupParts(a, b),
    ...lineParts(correspondence, a?.block.lines, b?.block.lines, title, shown),
  ]);
}

type CellOf = (location: ServiceLocation) => Cell | undefined;

function bothCells(
  a: ServiceLocation | undefined,
  b: ServiceLocation | undefined,
  cellOf: CellOf,
): Pick<Part, 'a' | 'b'> {
  return { a: a && cellOf(a), b: b && cellOf(b) };
}

/** The boards themselves, and the group that they follow. */
function boardParts(a: ServiceLocation | undefined, b: ServiceLocation | undefined): Part[] {
  const both = (cellOf: CellOf) => bothCells(a, b, cellOf);
  return [
    {
      parameter: 'service-location',
      kind: 'must match',
      ...both(({ id, at }) => written(id, at)),
      guide: serviceLocation.create.guide,
      rules: ['service-location-missing-on-peer', 'service-ha-hot-backup-missing'],
      why: 'The number tells which boards back each other up.',
    },
    {
      parameter: 'location',
      kind: 'may differ',
      ...both(boardsCell),
      guide: serviceLocation.location.guide,
      rules: ['service-location-no-board', 'service-location-both-backups'],
      why: 'The board may sit in another slot of the other device.',
    },
    {
      parameter: 'vrrp vrid',
      kind: 'must match',
      ...both(({ group }) => group && written(group.vrid.value, group.vrid.at)),
      guide: serviceLocation.vrrp.guide,
      rules: ['service-location-vrrp-missing', 'service-location-vrrp-undefined', 'service-location-vrid-missing'],
      why: 'Both boards follow one virtual router.',
    },
    {
      parameter: 'vrrp interface',
      kind: 'may differ',
      ...both(({ group }) => group && written(group.interface.value, group.interface.at)),
      guide: serviceLocation.vrrp.guide,
      why: 'The group may stand on different ports of the two devices.',
    },
  ];
}

function boardsCell({ locations }: ServiceLocation): Cell | undefined {
  const [first] = locations;
  const boards = locations.map(({ line }) => canonicalText(line).replace(/^location /, ''));
  return first && written(boards.join(', '), first.line);
}

/** The link between the boards of both devices. */
function remoteBackupParts(a: ServiceLocation | undefined, b: ServiceLocation | undefined): Part[] {
  const both = (cellOf: CellOf) => bothCells(a, b, cellOf);
  const { guide } = serviceLocation.remoteBackup;
  const parts: Part[] = [
    {
      parameter: 'remote-backup interface',
      kind: 'may differ',
      ...both(({ remote }) => remote && written(remote.interface.value, remote.interface.at)),
      guide,
      rules: ['service-location-interface-without-vrrp'],
      why: 'The link between the boards may use different ports.',
    },
    {
      parameter: 'remote-backup peer',
      kind: 'must differ',
      ...both(peerCell),
      guide,
      rules: ['service-location-peer-not-mirrored'],
      why: 'The address of the other device on its own end of the link.',
    },
  ];
  const key: Part = {
    parameter: 'authentication-key',
    kind: 'must match',
    ...both(({ remote }) => remote?.key && written('set', remote.key)),
    guide,
    rules: ['service-location-key-one-sided', 'service-location-key-missing'],
    why: 'Set on both devices or on neither; which key it is cannot be compared.',
  };
  return key.a || key.b ? [...parts, key] : parts;
}

/** The address as it is typed. */
function peerCell({ remote }: ServiceLocation): Cell | undefined {
  if (!remote) return undefined;
  const { line, peer } = remote;
  return written(line.text.slice(peer.at.start - line.start, peer.at.end - line.start), peer.at);
}
