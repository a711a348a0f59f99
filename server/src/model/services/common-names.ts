// What two devices may call by names of their own, and what tells that it is one thing all the same: a VPN instance by its targets, an
// ACL by its rules.
import type { NameKind } from '../../catalogue';
import type { Device } from '../device';
import { nameKey } from '../names';
import { vpnNameOn } from '../routing/vpn-counterparts';
import { aclMeaning } from './user-acls';

/** One word for a name on `device` and for that of the same thing on `peer`; undefined where names of the kind stand for themselves. */
export function commonName(kind: NameKind | undefined, text: string, device: Device, peer: Device): string | undefined {
  const key = nameKey(text);
  switch (kind) {
    case 'vpn-instance':
      return [key, vpnNameOn(peer, device, key)].sort()[0];
    case 'acl':
      return aclMeaning(device, key);
    default:
      return undefined;
  }
}
