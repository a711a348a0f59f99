// One VPN instance under a name of its own on each device: what it is to other devices is in its targets, not in its name.
import { memoizeByObject } from '../../text/memoize';
import type { Device } from '../device';
import { canonicalText } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import { targetsOf } from '../lines/value-forms';

/**
 * What `peer` calls the VPN instance that `device` calls `name`, in small letters: the same, unless only one of the two devices has
 * that name and `peer` has one instance of no such name with the same targets; without any, with the same route distinguisher.
 */
export function vpnNameOn(peer: Device, device: Device, name: string): string {
  if (name === '' || peer.nameIndex.isDefined('vpn-instance', name)) return name;
  const identity = identityOf(device, name);
  if (identity === undefined) return name;
  const keys = new Set(peer.nameIndex.definitions('vpn-instance').map(({ key }) => key));
  const found = [...keys].filter(
    (key) => !device.nameIndex.isDefined('vpn-instance', key) && identityOf(peer, key) === identity,
  );
  return found.length === 1 ? found[0]! : name;
}

/** Whether both names may be those of one VPN instance; of several with the same targets any may be meant. */
export function isOneVpn(device: Device, name: string, peer: Device, peerName: string): boolean {
  if (name === peerName) return true;
  const isOnBoth =
    peer.nameIndex.isDefined('vpn-instance', name) || device.nameIndex.isDefined('vpn-instance', peerName);
  const identity = isOnBoth ? undefined : identityOf(device, name);
  return identity !== undefined && identityOf(peer, peerName) === identity;
}

function identityOf({ nameIndex }: Device, name: string): string | undefined {
  const heads = nameIndex.definitionsOf('vpn-instance', name);
  const said = heads.flatMap(({ line }) => saidBy(line));
  const targets = said.filter(({ isTarget }) => isTarget);
  const telling = (targets.length > 0 ? targets : said).map(({ text }) => text);
  return telling.length === 0 ? undefined : [...new Set(telling)].sort().join('\n');
}

interface Said {
  readonly isTarget: boolean;
  /** `100:1 import-extcommunity`, behind the family that it stands in. */
  readonly text: string;
}

const saidBy = memoizeByObject((head: MatchedLine): readonly Said[] => readSaid(head, ''));

function readSaid(head: MatchedLine, family: string): Said[] {
  return inForce(head.lines).flatMap((line) => {
    const spoken = canonicalText(line);
    if (line.match?.undo) return [];
    if (spoken.startsWith('vpn-target '))
      return targetsOf(spoken.split(' ').slice(1)).map((text) => ({ isTarget: true, text: family + text }));
    if (spoken.startsWith('route-distinguisher ')) return [{ isTarget: false, text: family + spoken }];
    return readSaid(line, `${spoken} `);
  });
}
