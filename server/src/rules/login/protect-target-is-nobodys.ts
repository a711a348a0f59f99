// The way across leads to an address of the other device. Judged where the files tell its addresses there: the other end of the link,
// or its loopbacks.
import type { Device } from '../../model/device';
import { spelled } from '../../model/address';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import { hasUntoldAddress } from '../../model/routing/connected';
import {
  localOwner,
  loopbacksOf,
  peerOwner,
  protectionsOf,
  wantedTarget,
  type Protection,
} from '../../model/services/protection';
import { replace } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { exampleLogin } from '../testing/example-login';

interface Facts {
  readonly peer: Device;
  readonly protection: Protection;
  readonly wanted: string | undefined;
}

export default pairRule<Facts>({
  id: 'protect-target-is-nobodys',
  requirement: 'HB-BR-PROTECT',
  title: 'A protect line leads to an address that the other device does not have',
  severity: 'warning',
  why: 'Packets for users who have moved and that still come back here do not reach the other device: they are lost.',
  guide: ['010 step 4.4', 'vendor command reference: protect redirect ip-nexthop, protect lsp-tunnel'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const channel of pair.channels) {
      for (const side of ['a', 'b'] as const) {
        const [device, peer] = [pair[side], pair[other(side)]];
        for (const protection of protectionsOf(channel[side].rbs)) {
          if (!isNobodys(pair, side, protection)) continue;
          const wanted = wantedTarget(device, peer, protection);
          const instead = wanted === undefined ? '' : `; name ${wanted}`;
          yield {
            at: protection.target.at,
            message: `${device.name}: RBS ${channel[side].rbs.name} protects over ${spelled(protection.target.value.bytes)}, which ${peer.name} does not have: packets for moved users are lost${instead}`,
            facts: { peer, protection, wanted },
          };
        }
      }
    }
  },
  fix({ peer, protection, wanted }) {
    if (wanted === undefined) return [];
    return [
      {
        title: `Name ${wanted} of ${peer.name}`,
        edits: [replace(protection.target.at, wanted)],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'A next hop that is nobody on the link',
      config:
        device('DeviceA', 1, 'protect redirect ip-nexthop 10.0.1.2 interface GigabitEthernet0/1/1') +
        device(
          'DeviceB',
          2,
          `protect redirect ip-nexthop 10.0.2.1 interface GigabitEthernet0/1/1
                                     ^^^^^^^^ DeviceB: RBS s1 protects over 10.0.2.1, which DeviceA does not have: packets for moved users are lost; name 10.0.1.1`,
        ) +
        `
        fixed:${device('DeviceB', 2, 'protect redirect ip-nexthop 10.0.1.1 interface GigabitEthernet0/1/1')}`,
    },
    {
      title: 'A tunnel to a loopback that the other device does not have',
      config:
        device('DeviceA', 1, 'protect lsp-tunnel for-all-instance peer-ip 10.0.9.2') +
        device(
          'DeviceB',
          2,
          `protect lsp-tunnel for-all-instance peer-ip 10.0.9.11
                                                     ^^^^^^^^^ DeviceB: RBS s1 protects over 10.0.9.11, which DeviceA does not have: packets for moved users are lost; name 10.0.9.1`,
        ),
    },
    {
      title: 'Each names the other; an address in a VPN of which the other file shows nothing',
      config:
        device('DeviceA', 1, 'protect lsp-tunnel for-all-instance peer-ip 10.0.9.2') +
        device('DeviceB', 2, 'protect ip-vpn-instance users peer-ip 10.0.9.7'),
    },
  ],
});

function isNobodys(pair: Pair, side: Side, protection: Protection): boolean {
  const [device, peer] = [pair[side], pair[other(side)]];
  // The end of an SRv6 policy may be a locator, which stands on no interface.
  if (protection.kind === 'policy' || localOwner(device, protection) || peerOwner(device, peer, protection))
    return false;
  if (isVirtual(peer, protection) || hasUntoldAddress(peer, protection.target.value.family)) return false;
  if (peer.isWholeFile) return true;
  return protection.kind === 'link'
    ? wantedTarget(device, peer, protection) !== undefined
    : loopbacksOf(device, peer, protection).length > 0;
}

function isVirtual({ groups }: Device, { target }: Protection): boolean {
  return groups.some(({ virtualIps }) => virtualIps.some(({ address }) => address.key === target.value.key));
}

function device(name: string, own: 1 | 2, service: string): string {
  return exampleLogin(name, own, {
    service,
    after: `interface LoopBack0
         ip address 10.0.9.${own} 255.255.255.255`,
  });
}
