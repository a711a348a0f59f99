// A group of L2TP that a domain of users names leads to no LNS, or to an address of the device itself.
import type { Device } from '../../model/device';
import { address } from '../../model/address';
import { inForce } from '../../model/lines/in-force';
import { isRead, type MatchedLine } from '../../model/lines/matched-line';
import { canonicalText } from '../../model/lines/canonical-text';
import type { Occurrence } from '../../model/references/section-names';
import { deviceRule } from '../../diagnostics/rule';
import { isUse } from '../shared/undefined-name';

export default deviceRule<undefined>({
  id: 'l2tp-group-without-lns',
  requirement: 'HB-BR-L2TP-LNS',
  title: 'An L2TP group of users leads to no LNS',
  severity: 'warning',
  why: 'No tunnel comes up: the users of the domain do not reach their network.',
  guide: ['011 step 3.5'],
  supersededBy: ['user-login-differs'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const group of device.nameIndex.definitions('l2tp-group')) {
      const used = device.nameIndex
        .occurrences('l2tp-group', group.key)
        .some((occurrence) => isUse(occurrence) && inDomain(occurrence));
      const lines = inForce(group.line.lines).filter(({ match }) => !match?.undo);
      if (!used || lines.length === 0 || !lines.every(({ match }) => match && isRead(match))) continue;
      const starts = lines.filter((line) => /^(?:start|allow|default lac) /.test(canonicalText(line)));
      const own = starts.find((line) => leadsTo(device, line));
      if (starts.length > 0 && !own) continue;
      yield {
        at: own ?? group.at,
        message: own
          ? `${device.name}: L2TP group ${group.text} starts tunnels to an address of this device: no tunnel comes up`
          : `${device.name}: L2TP group ${group.text} has no start l2tp line: no tunnel comes up for its users; add one`,
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'No LNS, and the device itself',
      config: `
        sysname DeviceA
        #
        l2tp-group lac1
                   ^^^^ DeviceA: L2TP group lac1 has no start l2tp line: no tunnel comes up for its users; add one
         tunnel name lac1
        #
        l2tp-group lac2
         start l2tp ip 10.9.9.1
         ^^^^^^^^^^^^^^^^^^^^^^ DeviceA: L2TP group lac2 starts tunnels to an address of this device: no tunnel comes up
        #
        aaa
         domain one
          l2tp-group lac1
         domain two
          l2tp-group lac2
        #
        interface LoopBack1
         ip address 10.9.9.1 255.255.255.255
        #
      `,
    },
    {
      title: 'An LNS, one by RADIUS, one in an excerpt, one that nobody uses',
      config: `
        sysname DeviceA
        #
        l2tp-group lac1
         start l2tp ip 10.9.9.200
        #
        l2tp-group lac2
         start l2tp radius-attribute 67
        #
        l2tp-group lac3
        #
        l2tp-group lac4
         tunnel name lac4
        #
        aaa
         domain one
          l2tp-group lac1
         domain two
          l2tp-group lac2
         domain three
          l2tp-group lac3
        #
      `,
    },
  ],
});

function inDomain({ line }: Occurrence): boolean {
  return line.view === 'domain';
}

function leadsTo({ addresses }: Device, line: MatchedLine): boolean {
  const words = canonicalText(line).split(' ');
  if (words[1] !== 'l2tp' || words[2] !== 'ip') return false;
  const hosts = words.slice(3).flatMap((word) => address(word) ?? []);
  return hosts.length > 0 && hosts.every(({ key }) => addresses.has(key));
}
