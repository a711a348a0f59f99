// The two ends of a channel need a route to each other. It is judged where both addresses stand on interfaces of the two files, and
// said only where no line of either can bring a route (docs/decisions/reachability.md).
import { insertAfter, insertSection, replace } from '../../edits/config-edits';
import type { Fix, Note, RawFinding } from '../../diagnostics/rule';
import { pairRule } from '../../diagnostics/rule';
import { spelled } from '../../model/address';
import type { Device, Interface } from '../../model/device';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';
import { linkToward } from '../../model/routing/connected';
import { igpLines, type IgpLine } from '../../model/routing/igp-interfaces';
import { igpNames, igpProcesses } from '../../model/routing/igp-processes';
import { isUsable, lacksIpv6 } from '../../model/routing/reachability';
import { routesToward, type StaticRoute } from '../../model/routing/static-routes';
import { whyUnreachable, type Unreachable } from '../../model/routing/unreachable';
import { vpnOf } from '../../model/routing/vpn';
import { backupPaths, type BackupPath } from '../../model/services/backup-paths';
import { rowOf, type Place } from '../../model/place';
import { exampleChannel } from '../testing/example-channel';

interface Facts {
  readonly path: BackupPath;
  readonly cause: Unreachable;
}

/** The lines of an example device below its channel; `own` is its number in every subnet. */
function exampleText(name: string, own: 1 | 2, routing: string, onInterfaces = ''): string {
  const line = onInterfaces === '' ? '' : `\n        ${onInterfaces}`;
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '192.0.2', 2046)}
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.${own} 255.255.255.252${line}
        #
        interface LoopBack0
         ip address 192.0.2.${own} 255.255.255.255${line}
        #${routing}`;
}

const ospf = `
        ospf 1
         area 0
        #`;

export default pairRule<Facts>({
  id: 'backup-peer-unreachable',
  requirement: 'HB-RBSP-REACH',
  title: 'A device has no route to the other end of a backup channel',
  severity: 'error',
  why: 'The two devices never connect, so nothing is backed up: after a switchover all users have to come online again.',
  guide: ['000 step 2.3', '001 step 2.3', '002 step 2.3'],
  supersededBy: ['rbs-source-interface-down', 'rbs-peer-source-not-mirrored', 'duplicate-interface-address'],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    const paths = backupPaths(pair);
    const reported = new Set<string>();
    for (const path of paths) {
      const wayBack = paths.find(
        (backupPath) => backupPath.side !== path.side && backupPath.peer.value.key === path.from.address.key,
      );
      const cause = whyUnreachable(path.from, path.to);
      const found = cause && finding(path, cause, wayBack);
      const key = found && `${found.at.anchor.file} ${rowOf(found.at)} ${found.at.start}`;
      if (!found || !key || reported.has(key)) continue;
      reported.add(key);
      // Where both route the other family only, that is one finding with two ends.
      if (cause.kind === 'other-family' && wayBack)
        reported.add(`${wayBack.at.anchor.file} ${rowOf(wayBack.at)} ${wayBack.at.start}`);
      yield found;
    }
  },
  fix: ({ path, cause }) => [...announceFix(path, cause), ...routeBackFix(path, cause), ...processFix(cause)],
  examples: [
    {
      title: 'One device has a static route to the loopback of the other, which has none back',
      config: `${exampleText(
        'DeviceA',
        1,
        `
        ip route-static 192.0.2.2 255.255.255.255 10.0.12.2
        #`,
      )}
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
                              ^^ DeviceB has no route to 192.0.2.1, the peer of RBS s1: DeviceA has one back; add a route
         peer 192.0.2.1 source 192.0.2.2 port 2046
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.2 255.255.255.252
        #
        interface LoopBack0
         ip address 192.0.2.2 255.255.255.255
        #
        fixed:${exampleText(
          'DeviceB',
          2,
          `
        ip route-static 192.0.2.1 255.255.255.255 10.0.12.1
        #`,
        )}`,
    },
    {
      title: 'The next hop is on no link',
      config: `${exampleText(
        'DeviceA',
        1,
        `
        ip route-static 192.0.2.2 255.255.255.255 10.0.21.2
                                                  ^^^^^^^^^ DeviceA: next hop 10.0.21.2 is on no link, so there is no route to 192.0.2.2, the peer of RBS s1
        #`,
      )}${exampleText(
        'DeviceB',
        2,
        `
        ip route-static 192.0.2.1 255.255.255.255 10.0.12.1
        #`,
      )}`,
    },
    {
      title: 'The loopback that is the source is in no routing protocol',
      config: `${exampleText('DeviceA', 1, ospf, ' ospf enable 1 area 0')}
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 192.0.2.1 source 192.0.2.2 port 2046
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.2 255.255.255.252
         ospf enable 1 area 0
        #
        interface LoopBack0
         ip address 192.0.2.2 255.255.255.255
                    ^^^^^^^^^ DeviceB: LoopBack0 is in no OSPF process, so DeviceA has no route to 192.0.2.2, the peer of RBS s1; announce the address
        #
        ospf 1
         area 0
        #
        fixed:
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 192.0.2.1 source 192.0.2.2 port 2046
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.2 255.255.255.252
         ospf enable 1 area 0
        #
        interface LoopBack0
         ip address 192.0.2.2 255.255.255.255
         ospf enable 1 area 0
        #
        ospf 1
         area 0
        #
      `,
    },
    {
      title: 'OSPF runs on the loopback of the source, and not on the link',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
                              ^^ DeviceA has no route to 192.0.2.2, the peer of RBS s1: OSPF runs on LoopBack0, and on no link
         peer 192.0.2.2 source 192.0.2.1 port 2046
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.1 255.255.255.252
        #
        interface LoopBack0
         ip address 192.0.2.1 255.255.255.255
         ospf enable 1 area 0
        #
        ospf 1
         area 0
        #${exampleText('DeviceB', 2, ospf, ' ospf enable 1 area 0')}`,
    },
    {
      title: 'A next hop in no network of the interface that the route names',
      config: `${exampleText(
        'DeviceA',
        1,
        `
        ip route-static 192.0.2.2 255.255.255.255 GigabitEthernet0/1/0 10.0.21.2
                                                                       ^^^^^^^^^ DeviceA: next hop 10.0.21.2 is on no link, so there is no route to 192.0.2.2, the peer of RBS s1
        #`,
      )}${exampleText(
        'DeviceB',
        2,
        `
        ip route-static 192.0.2.1 255.255.255.255 GigabitEthernet0/1/0 10.0.12.1
        #`,
      )}`,
    },
    {
      title: 'Both route IPv6 only',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
                              ^^ DeviceA: no IPv4 route to 192.0.2.2, the peer of RBS s1: the files of both route IPv6 only
         peer 192.0.2.2 source 192.0.2.1 port 2046
        #
        interface GigabitEthernet0/1/0
         ipv6 enable
         ipv6 address 2001:DB8:12::1/64
         ospfv3 1 area 0
        #
        interface LoopBack0
         ip address 192.0.2.1 255.255.255.255
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 192.0.2.1 source 192.0.2.2 port 2046
        #
        interface GigabitEthernet0/1/0
         ipv6 enable
         ipv6 address 2001:DB8:12::2/64
         ospfv3 1 area 0
        #
        interface LoopBack0
         ip address 192.0.2.2 255.255.255.255
        #
      `,
    },
    {
      title: 'The link under the static route is shut down',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 192.0.2.2 source 192.0.2.1 port 2046
        #
        interface GigabitEthernet0/1/0
         shutdown
         ^^^^^^^^ DeviceA: GigabitEthernet0/1/0 is shut down: no other way leads to 192.0.2.2, the peer of RBS s1; undo shutdown
         ip address 10.0.12.1 255.255.255.252
        #
        interface LoopBack0
         ip address 192.0.2.1 255.255.255.255
        #
        ip route-static 192.0.2.2 255.255.255.255 10.0.12.2
        #${exampleText(
          'DeviceB',
          2,
          `
        ip route-static 192.0.2.1 255.255.255.255 10.0.12.1
        #`,
        )}`,
    },
    {
      title: 'Routed both ways: OSPF by interface and by network line',
      config: `${exampleText('DeviceA', 1, ospf, ' ospf enable 1 area 0')}${exampleText(
        'DeviceB',
        2,
        `
        ospf 1
         area 0
          network 10.0.12.0 0.0.0.3
          network 192.0.2.2 0.0.0.0
        #`,
      )}`,
    },
    {
      title: 'The link runs a process that is not there; what the other one opens is a loopback',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 192.0.2.2 source 192.0.2.1 port 2046
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.1 255.255.255.252
         ospf enable 7 area 0
                     ^ DeviceA: GigabitEthernet0/1/0 names OSPF process 7, which is not in this file: no route to 192.0.2.2, the peer of RBS s1
        #
        interface LoopBack0
         ip address 192.0.2.1 255.255.255.255
        #
        ospf 1
         area 0
          network 192.0.2.1 0.0.0.0
        #${exampleText('DeviceB', 2, ospf, ' ospf enable 1 area 0')}
        fixed:
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 192.0.2.2 source 192.0.2.1 port 2046
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.1 255.255.255.252
         ospf enable 1 area 0
        #
        interface LoopBack0
         ip address 192.0.2.1 255.255.255.255
        #
        ospf 1
         area 0
          network 192.0.2.1 0.0.0.0
        #`,
    },
    {
      title: 'BGP, a default route, and an excerpt without any routing',
      config: `${exampleText(
        'DeviceA',
        1,
        `
        ip route-static 0.0.0.0 0 10.0.12.2
        #`,
      )}${exampleText(
        'DeviceB',
        2,
        `
        bgp 64512
         peer 10.0.12.1 as-number 64512
        #`,
      )}`,
    },
  ],
});

function finding(path: BackupPath, cause: Unreachable, wayBack: BackupPath | undefined): RawFinding<Facts> {
  const { device } = path.from;
  const facts = { path, cause };
  const peer = { at: path.peer.at, message: `${device.name}: ${path.name} connects to ${addressText(path)}` };
  const goal = `${addressText(path)}, the peer of ${path.name}`;
  switch (cause.kind) {
    case 'shut-down':
      return {
        at: cause.shutdown.at,
        message: `${device.name}: ${cause.shutdown.on.name} is shut down: no other way leads to ${goal}; undo shutdown`,
        also: [peer],
        facts,
      };
    case 'dead-route':
      return { ...deadRoute(device, cause.route, goal), also: [peer], facts };
    case 'unannounced':
      return {
        at: cause.address.at,
        message: `${path.to.device.name}: ${path.to.on.name} is in no ${cause.running.map((igp) => igpNames[igp]).join(' or ')} process, so ${device.name} has no route to ${goal}; announce the address`,
        peer,
        facts,
      };
    case 'no-link':
      return { ...noLink(path, cause, goal, peer), facts };
    case 'missing-process':
      return { ...missingProcess(cause, device, goal), peer: cause.device === device ? undefined : peer, facts };
    case 'idle-process':
      return {
        at: cause.process.head,
        message: `${device.name}: ${igpNames[cause.process.protocol]} process ${cause.process.id} runs on no interface: no route to ${goal}`,
        also: [peer],
        facts,
      };
    case 'one-sided':
      return {
        at: path.at,
        message: `${device.name} has no route to ${goal}: ${path.to.device.name} ${cause.reachesBack ? 'has one back; add a route' : `runs an IGP for IPv${path.peer.value.family}, ${device.name} none`}`,
        also: [peer],
        facts,
      };
    case 'no-routing':
      return {
        at: path.at,
        message: `${device.name} has no routing protocol and no route to ${goal}: nothing is backed up`,
        also: [peer],
        facts,
      };
    case 'other-routes':
      return {
        at: path.at,
        severity: 'warning',
        message: `${device.name} has no route to ${goal}: no static route of the file leads there`,
        also: [peer],
        facts,
      };
    case 'other-family':
      return { ...otherFamily(path, goal, wayBack), also: [peer], facts };
  }
}

function otherFamily(
  { from: { device }, peer: { value }, at }: BackupPath,
  goal: string,
  wayBack: BackupPath | undefined,
): Pick<RawFinding<Facts>, 'at' | 'severity' | 'message' | 'peer'> {
  const message = `${device.name}: no IPv${value.family} route to ${goal}: the files of both route IPv${value.family === 4 ? 6 : 4} only`;
  return { at, severity: 'warning', message, peer: wayBack && { at: wayBack.at, message } };
}

function noLink(
  { from, at }: BackupPath,
  { link, running }: Extract<Unreachable, { kind: 'no-link' }>,
  goal: string,
  peer: Note,
): Pick<RawFinding<Facts>, 'at' | 'severity' | 'message' | 'also'> {
  const protocols = running.map((each) => igpNames[each]).join(' and ');
  return {
    at,
    // An excerpt may leave the links out; a link that is there and is routed by nothing proves it.
    severity: link ? 'error' : 'warning',
    message: `${from.device.name} has no route to ${goal}: ${protocols} runs on ${from.on.name}, and on no link`,
    also: [peer, ...(link ? [{ at: link.at, message: `${link.name} is in none` }] : [])],
  };
}

function missingProcess(
  { device, link: { on, joins } }: Extract<Unreachable, { kind: 'missing-process' }>,
  from: Device,
  goal: string,
): Pick<RawFinding<Facts>, 'at' | 'message'> {
  const who = device === from ? '' : `${from.name} has `;
  const where = device.isWholeFile ? 'not defined' : 'not in this file';
  const process = `${igpNames[joins.protocol]} process ${joins.process}`;
  return {
    at: numberOf(joins) ?? joins.line,
    message: `${device.name}: ${on.name} names ${process}, which is ${where}: ${who}no route to ${goal}`,
  };
}

/** Where the line writes the number of its process. */
function numberOf({ line, process }: IgpLine): Place | undefined {
  const at = canonicalText(line).split(' ').indexOf(process);
  return at < 0 ? undefined : wordsAt(line, at);
}

function processFix(cause: Unreachable): Fix[] {
  if (cause.kind !== 'missing-process') return [];
  const { device } = cause;
  const { joins } = cause.link;
  const at = numberOf(joins);
  const others = igpProcesses(device).filter(({ protocol }) => protocol === joins.protocol);
  if (!at || others.length > 3) return [];
  return others.map(({ id }) => ({
    title: `Use ${igpNames[joins.protocol]} process ${id}`,
    edits: [replace(at, id)],
    safe: false,
  }));
}

function addressText({ peer }: BackupPath): string {
  return spelled(peer.value.bytes);
}

/** What of the route is wrong: the NULL0 it ends in, or the next hop. */
function deadRoute(device: Device, route: StaticRoute, goal: string): Pick<RawFinding<Facts>, 'at' | 'message'> {
  const words = canonicalText(route.line).split(' ');
  if (lacksIpv6(device, route)) {
    const { name } = device.interfaces.get(route.interfaceKey!)!;
    return {
      at: route.line,
      message: `${device.name}: ${name} has no ipv6 enable, so this route leads nowhere and there is none to ${goal}; add the line`,
    };
  }
  if (!route.nextHop) {
    const at = words.findIndex((word) => word.startsWith('null'));
    return { at: wordsAt(route.line, at), message: `${device.name}: this route drops what goes to ${goal}` };
  }
  const hop = spelled(route.nextHop.bytes);
  const isOwn = device.addresses.has(route.nextHop.key);
  const at = words.lastIndexOf(route.nextHop.key) >= 0 ? words.lastIndexOf(route.nextHop.key) : words.length - 1;
  return {
    at: wordsAt(route.line, at),
    message: `${device.name}: next hop ${hop} is ${isOwn ? "the device's own address" : 'on no link'}, so there is no route to ${goal}`,
  };
}

/** The line that runs the protocol on the other interfaces of the device. */
function announceFix({ to }: BackupPath, cause: Unreachable): Fix[] {
  if (cause.kind !== 'unannounced') return [];
  const processes = igpProcesses(to.device);
  const lines = new Set(
    [...to.device.interfaces.values()]
      .filter((on) => vpnOf(on) === vpnOf(to.on))
      .flatMap((on) => igpLines(on))
      .filter((igpLine) => igpLine.family === to.address.family && cause.running.includes(igpLine.protocol))
      // A line that joins a process which is not there announces nothing.
      .filter((igpLine) =>
        processes.some(({ protocol, id }) => protocol === igpLine.protocol && id === igpLine.process),
      )
      .map((igpLine) => canonicalText(igpLine.line)),
  );
  return [...lines].map((text) => ({
    title: `Add ${text} on ${to.on.name} of ${to.device.name}`,
    edits: [insertAfter(to.device, cause.address.line, text)],
    safe: false,
  }));
}

/** The route that mirrors the one of the other device: over the same link, the other way. */
function routeBackFix({ from, to }: BackupPath, cause: Unreachable): Fix[] {
  if (cause.kind !== 'one-sided') return [];
  const peerStaticRoute = routesToward(to.device, vpnOf(to.on), from.address).find((route) =>
    isUsable(to.device, route),
  );
  const { nextHop } = peerStaticRoute ?? {};
  if (!peerStaticRoute || !nextHop || !from.device.addresses.has(nextHop.key)) return [];
  const link = linkToward(to.device, vpnOf(to.on), nextHop);
  const hop = link && addressOn(link, nextHop.family);
  if (!hop || peerStaticRoute.target?.length !== from.address.bytes.length * 8) return [];
  const words = canonicalText(peerStaticRoute.line)
    .split(' ')
    .slice(0, peerStaticRoute.vpn === '' ? 2 : 4)
    .join(' ');
  const mask = from.address.family === 4 ? '255.255.255.255' : '128';
  const text = `${words} ${spelled(to.address.bytes)} ${mask} ${hop}`;
  return [{ title: `Add ${text}`, edits: [insertSection(from.device, [text], undefined)], safe: false }];
}

function addressOn(link: Interface, family: 4 | 6): string | undefined {
  const own = link.addresses.find(({ prefix, linkLocal }) => prefix.address.family === family && !linkLocal);
  return own && spelled(own.prefix.address.bytes);
}
