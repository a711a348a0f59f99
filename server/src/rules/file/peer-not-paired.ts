// Files that share a channel or a group and are no pair: why not (docs/decisions/nothing-found.md).
import { networkRule } from '../../diagnostics/rule';
import type { Device } from '../../model/device';
import type { Network } from '../../model/pairing/network';
import type { Unpaired } from '../../model/pairing/find-pairs';
import { push } from '../../text/collections';
import { connectedComponents } from '../../text/connected-components';
import { shortPaths } from '../../text/short-paths';

export default networkRule({
  id: 'peer-not-paired',
  requirement: [],
  title: 'Files that look like a pair are not paired',
  severity: 'information',
  why: 'Nothing is checked across files that are no pair. Where they are one, mend what tells them apart, or name them in .vrp.json.',
  guide: ['how pairs are found: ARCHITECTURE.md'],
  *check(network) {
    for (const { devices, unpaired } of groupsOf(network)) {
      const [device] = devices;
      const at = device?.sysname?.at ?? device?.firstLine;
      if (!device || !at) continue;
      const files = shortPaths(
        devices.map(({ file }) => file),
        3,
      );
      const [other] = devices.slice(1);
      const message =
        unpaired.reason === 'same-device'
          ? `${device.name}: ${files} have one sysname and no mutual channel: copies of one device, no pair`
          : `${device.name} and ${other!.name} (${files}) are no pair: only "${unpaired.evidence[0]!.text}" connects the two`;
      yield { at, message, facts: undefined };
    }
  },
  examples: [
    {
      title: 'A device and its older copy',
      config: `
      --- flash/current.cfg
      #
      sysname SW2
              ^^^ SW2: current.cfg, old.cfg have one sysname and no mutual channel: copies of one device, no pair
      #
      interface Vlanif21
       ip address 10.21.0.2 255.255.255.0
       vrrp vrid 1 virtual-ip 10.21.0.254
      #
      --- flash/old.cfg
      #
      sysname SW2
      #
      interface Vlanif21
       ip address 10.21.0.1 255.255.255.0
       vrrp vrid 1 virtual-ip 10.21.0.254
      #
    `,
    },
    {
      title: 'Two devices that share too little',
      config: `
      --- A.cfg
      #
      sysname A
              ^ A and B (A.cfg, B.cfg) are no pair: only "
      #
      remote-backup-service s
       peer 10.0.0.9 source 10.0.0.1 port 6000
      #
      --- B.cfg
      #
      sysname B
      #
      remote-backup-service s
       peer 10.0.0.1 source 10.0.0.2 port 6001
      #
    `,
    },
    {
      title: 'One name, that of the factory, and a channel between them',
      config: `
      --- A.cfg
      #
      sysname HUAWEI
      #
      remote-backup-service s
       peer 10.0.0.2 source 10.0.0.1 port 6000
      #
      --- B.cfg
      #
      sysname HUAWEI
      #
      remote-backup-service s
       peer 10.0.0.1 source 10.0.0.2 port 6000
      #
    `,
    },
  ],
});

interface UnpairedGroup {
  /** In the order of their names. */
  readonly devices: readonly Device[];
  readonly unpaired: Unpaired;
}

/** All copies of one device are one group; of files that share too little, each couple is. */
function groupsOf({ unpaired }: Network): UnpairedGroup[] {
  const deviceOf = new Map(
    unpaired.flatMap(({ device, other }) => [[device.file, device] as const, [other.file, other] as const]),
  );
  return (['same-device', 'weak'] as const).flatMap((reason) => {
    const links = unpaired.filter((unpaired) => unpaired.reason === reason);
    const components = connectedComponents(
      [...new Set(links.flatMap(({ device, other }) => [device.file, other.file]))],
      links.map(({ device, other }) => [device.file, other.file]),
    );
    const first = new Map<string, Unpaired[]>();
    for (const link of links) push(first, link.device.file, link);
    return components.map((files) => ({
      devices: files.map((file) => deviceOf.get(file)!),
      unpaired: files.flatMap((file) => first.get(file) ?? [])[0]!,
    }));
  });
}
