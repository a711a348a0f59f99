// A VLANIF is up while a port takes frames of its VLAN. Asked of those over which the devices hear each other: of a whole file, or
// where the other device says for the same interface what this one lacks.
import { system } from '../../catalogue';
import type { Device, Interface } from '../../model/device';
import { mapIndex } from '../../model/incremental/index-view';
import { shutdownOf } from '../../model/interface-state';
import { isHotBackup, type Pair, type Side } from '../../model/pairing/pair';
import { interfacesWith } from '../../model/services/channels';
import { pairLinks } from '../../model/services/pair-links';
import { saysVlans, vlanGap, type VlanGap } from '../../model/switched-vlans';
import { vlanOfVlanif } from '../../model/vlans';
import { pairRule } from '../../diagnostics/rule';
import { insertInBlock, insertRows } from '../../edits/config-edits';
import { canonicalText } from '../../model/lines/canonical-text';
import { rowOf } from '../../model/place';
import { exampleDevice, examplePair } from '../testing/example-pair';

interface Facts {
  readonly device: Device;
  readonly on: Interface;
  readonly vlan: number;
  readonly gap: VlanGap;
}

interface Target {
  readonly a: Interface | undefined;
  readonly b: Interface | undefined;
  readonly hotBackup: boolean;
  readonly lost: string;
}

export default pairRule<Facts>({
  id: 'vlanif-without-vlan',
  requirement: 'HB-X-VLANIF',
  title: 'The VLAN of a VLANIF is not created, or no port carries it',
  severity: 'warning',
  why: 'The VLANIF stays down, and with it the group, the channel or the link on it.',
  guide: ['vendor configuration guide: VLANIF interfaces'],
  *check(pair) {
    if (pair.a.firewall || pair.b.firewall || !hasVlanif(pair)) return;
    const reported = new Set<Interface>();
    for (const target of targets(pair)) {
      for (const side of ['a', 'b'] as const) {
        const on = target[side];
        if (!on || reported.has(on) || shutdownOf(pair[side], on.key)) continue;
        const found = gapOf(pair, side, on, target[side === 'a' ? 'b' : 'a']);
        if (!found) continue;
        reported.add(on);
        const { device, vlan, gap } = found;
        const what = gap === 'not created' ? `VLAN ${vlan} is not created` : `no port carries VLAN ${vlan}`;
        const edit = gap === 'not created' ? `create VLAN ${vlan}` : 'add the VLAN to a port';
        yield {
          at: on.at,
          severity: device.isWholeFile && target.hotBackup ? 'error' : 'warning',
          message: `${device.name}: ${what}: ${on.name} stays down with ${target.lost}; ${edit}`,
          facts: found,
        };
      }
    }
  },
  fix({ device, on, vlan, gap }) {
    if (gap === 'not created') {
      const [batch] = device.system.get(system.vlanBatch.id) ?? [];
      const row = batch ? rowOf(batch) + 1 : rowOf(on.block.heads[0]!);
      const lines = batch ? [`vlan batch ${vlan}`] : [`vlan batch ${vlan}`, '#'];
      return [{ title: `Create VLAN ${vlan} on ${device.name}`, edits: [insertRows(device, row, lines)], safe: false }];
    }
    return trunkPorts(device).map((port) => ({
      title: `Let ${port.name} carry VLAN ${vlan} on ${device.name}`,
      edits: [insertInBlock(device, port.block, `port trunk allow-pass vlan ${vlan}`, { after: isAllowLine })],
      safe: false,
    }));
  },
  examples: [
    {
      title: 'On no port of one device',
      config: `${examplePair(
        { rest: link(1, '40') },
        { rest: link(2, '30', '\n                  ^^^^^^^^ DeviceB: no port carries VLAN 40: Vlanif40 stays down') },
      )}
        fixed:${exampleDevice('DeviceB', 2, { rest: link(2, '30\n         port trunk allow-pass vlan 40') })}`,
    },
    {
      title: 'Not created on one device',
      config: `${examplePair(
        { rest: link(1, '40', '', '40') },
        {
          rest: link(
            2,
            '40',
            '\n                  ^^^^^^^^ DeviceB: VLAN 40 is not created: Vlanif40 stays down',
            '30',
          ),
        },
      )}
        fixed:${exampleDevice('DeviceB', 2, { rest: link(2, '40', '', '30\n        vlan batch 40') })}`,
    },
    {
      title: 'On all ports, in a range; a file without lines of ports',
      config: examplePair({ rest: link(1, 'all') }, { rest: link(2, '30 to 50') }),
    },
    {
      title: 'On no port of either, in excerpts',
      config: examplePair({ rest: link(1, '30') }, { rest: link(2, '30') }),
    },
  ],
});

/** Most pairs have none: their groups need not be walked. */
function hasVlanif({ a, b }: Pair): boolean {
  return [a, b].some(({ interfaces }) => vlanifs(interfaces).get('vlanif').length > 0);
}

const vlanifs = mapIndex((on: Interface) => (vlanOfVlanif(on.key) === undefined ? [] : ['vlanif']));

/** What of the pair stands on VLANIF interfaces. */
function* targets(pair: Pair): Iterable<Target> {
  for (const group of pair.groups) {
    const [a, b] = [vlanif(pair, 'a', group.a.interfaceKey), vlanif(pair, 'b', group.b.interfaceKey)];
    if (a || b) yield { a, b, hotBackup: isHotBackup(group), lost: 'its VRRP group' };
  }
  for (const { a, b } of pair.channels) {
    const end = (side: Side, at: typeof a) =>
      interfacesWith(pair[side], at.channel.source.value).find(({ key }) => vlanOfVlanif(key) !== undefined);
    yield { a: end('a', a), b: end('b', b), hotBackup: true, lost: 'the backup channel' };
  }
  for (const { a, b } of pairLinks(pair)) {
    const [left, right] = [vlanif(pair, 'a', a.key), vlanif(pair, 'b', b.key)];
    if (left || right) yield { a: left, b: right, hotBackup: false, lost: 'the link between the devices' };
  }
}

function vlanif(pair: Pair, side: Side, key: string): Interface | undefined {
  return vlanOfVlanif(key) === undefined ? undefined : pair[side].interfaces.get(key);
}

/** An excerpt proves it only where the other device says for the same interface what is missing here. */
function gapOf(pair: Pair, side: Side, on: Interface, peerPort: Interface | undefined): Facts | undefined {
  const device = pair[side];
  const vlan = vlanOfVlanif(on.key)!;
  const gap = device.holdsSeveralDevices ? undefined : vlanGap(device, vlan);
  if (!gap) return undefined;
  if (device.isWholeFile) return { device, on, vlan, gap };
  const peer = pair[side === 'a' ? 'b' : 'a'];
  const peerVlan = peerPort && vlanOfVlanif(peerPort.key);
  if (peerVlan === undefined || vlanGap(peer, peerVlan) !== undefined || !saysVlans(device, gap)) return undefined;
  return { device, on, vlan, gap };
}

/** Trunk ports that name the VLANs they let through, where there are few. */
function trunkPorts({ interfaces }: Device): readonly Interface[] {
  const found = [...interfaces.values()].filter(({ block }) => block.lines.some(isAllowLine));
  return found.length <= 3 ? found : [];
}

function isAllowLine(line: Parameters<typeof canonicalText>[0]): boolean {
  return canonicalText(line).startsWith('port trunk allow-pass vlan ');
}

function link(own: 1 | 2, carried: string, carets = '', batch = '30 40'): string {
  return `
        #
        vlan batch ${batch}
        #
        interface Vlanif40${carets}
         ip address 10.9.9.${own} 255.255.255.252
        #
        interface GigabitEthernet0/1/7
         portswitch
         port link-type trunk
         port trunk allow-pass vlan ${carried}
        #
        ip route-static 10.99.0.${3 - own} 255.255.255.255 10.9.9.${3 - own}`;
}
