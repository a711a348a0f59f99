// An E-Trunk without the addresses of its channel hears nobody: its device takes itself for the master.
import type { Device, ETrunk } from '../../model/device';
import { eTrunkPairs } from '../../model/e-trunk/e-trunk-pairs';
import { insertInBlock } from '../../edits/config-edits';
import { spelled } from '../../model/address';
import { pairRule } from '../../diagnostics/rule';
import { attempted } from '../shared/typo';
import { exampleChannel } from '../testing/example-channel';

interface Facts {
  readonly device: Device;
  readonly eTrunk: ETrunk;
  /** Absent where the other end does not tell the addresses. */
  readonly text?: string;
}

export default pairRule<Facts>({
  id: 'e-trunk-peer-missing',
  requirement: 'HB-X-ET-MIRROR',
  title: 'An E-Trunk has no addresses of its two ends',
  severity: 'error',
  why: 'The devices do not hear each other: both take themselves for the master, and users get their traffic twice.',
  guide: ['007 step 2'],
  *check(pair) {
    for (const ends of eTrunkPairs(pair)) {
      for (const [eTrunk, device, peer, peerDevice] of [
        [ends.a, pair.a, ends.b, pair.b],
        [ends.b, pair.b, ends.a, pair.a],
      ] as const) {
        if (eTrunk.peer || attempted(eTrunk.block, /^peer-/)) continue;
        const text = linesEnd(peer);
        const what = `${device.name}: E-Trunk ${eTrunk.id} has no peer-address, so both devices become master`;
        yield {
          at: eTrunk.at,
          message: text === undefined ? `${what}; add the line` : `${what}; ${peerDevice.name} expects ${text}`,
          facts: { device, eTrunk, text },
        };
      }
    }
  },
  fix({ device, eTrunk, text }) {
    if (text === undefined) return [];
    const edit = insertInBlock(device, eTrunk.block, text);
    return [{ title: `Add "${text}" on ${device.name}`, edits: [edit], safe: true }];
  },
  examples: [
    {
      title: 'On one device only',
      config: `${example('DeviceA', 1, ' peer-address 10.0.0.2 source-address 10.0.0.1')}
        --- DeviceB.cfg
        sysname DeviceB
        #
        e-trunk 1
                ^ DeviceB: E-Trunk 1 has no peer-address, so both devices become master; DeviceA expects peer-address 10.0.0.1 source-address 10.0.0.2
         priority 20
        #${rest(2)}
        fixed:${example('DeviceB', 2, ' peer-address 10.0.0.1 source-address 10.0.0.2')}`,
    },
    {
      title: 'On both, over IPv6',
      config:
        example('DeviceA', 1, ' peer-ipv6 2001:DB8::2 source-ipv6 2001:DB8::1') +
        example('DeviceB', 2, ' peer-ipv6 2001:DB8::1 source-ipv6 2001:DB8::2'),
    },
  ],
});

/** The mirror of what the other end says. */
function linesEnd({ peer, source }: ETrunk): string | undefined {
  if (!peer || !source) return undefined;
  const [own, other] = [typed(peer), typed(source)];
  return own.includes(':') ? `peer-ipv6 ${other} source-ipv6 ${own}` : `peer-address ${other} source-address ${own}`;
}

function typed({ value }: NonNullable<ETrunk['peer']>): string {
  return spelled(value.bytes);
}

function example(name: 'DeviceA' | 'DeviceB', own: 1 | 2, peer: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        e-trunk 1
         priority ${own}0
        ${peer}
        #${rest(own)}`;
}

function rest(own: 1 | 2): string {
  return `
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        remote-backup-profile p1
         service-type igmp
         backup-id 10 remote-backup-service s1
         e-trunk 1 eth-trunk 1
        #`;
}
