// A device that comes back knows the streams of its users after two or three query intervals of IGMP, 60 s each by default: until then
// its groups stay out of the election.
import type { Device, Group } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { wordsAt } from '../../model/lines/canonical-text';
import { groupsOf, hasService, profilesWith } from '../../model/services/bindings';
import { groupName, vrrpWord } from '../../model/vrrp/member';
import { recoverDelay } from '../../model/vrrp/timers';
import { insertAfter, replace } from '../../edits/config-edits';
import { deviceRule, type RawFinding } from '../../diagnostics/rule';
import { exampleLogin } from '../testing/example-login';

const least = 120;

interface Facts {
  readonly device: Device;
  readonly group: Group;
  /** The line that says less. */
  readonly line?: MatchedLine;
}

export default deviceRule<Facts>({
  id: 'stream-recover-delay-short',
  requirement: 'HB-BR-STREAM-DELAY',
  title: 'A device whose users get multicast takes part in the election too soon after it has recovered',
  severity: 'information',
  why: 'It may take the role before it has heard which streams its users watch: these stop until the next query is answered.',
  guide: ['010 step 3.6', 'vendor configuration guide: multicast dual-device hot backup'],
  *check(device) {
    const reported = new Set<Group | MatchedLine>();
    for (const profile of profilesWith(device, 'multicast')) {
      if (!hasService(profile, 'bras')) continue;
      for (const group of groupsOf(profile, device)) {
        const found = problemOf(device, group);
        const subject = found?.facts.line ?? group;
        if (!found || reported.has(subject)) continue;
        reported.add(subject);
        yield found;
      }
    }
  },
  fix({ device, group, line }) {
    const text = `${vrrpWord(group)} recover-delay 180`;
    const edit = line ? replace(wordsAt(line, Infinity), '180') : insertAfter(device, group.lines.at(-1)!, text);
    return [{ title: line ? 'Set 180' : `Add ${text}`, edits: [edit], safe: false }];
  },
  examples: [
    {
      title: 'As for users without streams',
      config: exampleLogin('DeviceB', 2, { profile: 'service-type multicast' }).replace(
        'vrrp recover-delay 20',
        `vrrp recover-delay 20
                            ^^ DeviceB: VRRP group 1 on GigabitEthernet0/1/2.4001 recovers after 20 s: the streams of its users are not known before 120 s; set 180`,
      ),
    },
    {
      title: 'Long enough; no streams',
      config:
        exampleLogin('DeviceA', 1, { profile: 'service-type multicast' }).replace(
          'vrrp vrid 1 priority 120',
          'vrrp vrid 1 priority 120\n         vrrp recover-delay 180',
        ) + exampleLogin('DeviceB', 2),
    },
  ],
});

function problemOf(device: Device, group: Group): RawFinding<Facts> | undefined {
  const delay = recoverDelay({ device, group });
  if (delay && delay.seconds >= least) return undefined;
  const name = `${device.name}: ${groupName(group)} on ${group.interfaceName}`;
  if (!delay)
    return {
      at: group.at,
      message: `${name} has no recover-delay: a role that comes back finds no streams of its users; add ${vrrpWord(group)} recover-delay 180`,
      facts: { device, group },
    };
  return {
    at: wordsAt(delay.line, Infinity),
    message: `${name} recovers after ${delay.seconds} s: the streams of its users are not known before ${least} s; set 180`,
    facts: { device, group, line: delay.line },
  };
}
