// What the files cannot tell, and what is wrong whatever happens. Named, never guessed; each at its line.
import { isRead } from '../../model/lines/matched-line';
import { other } from '../../model/pairing/pair';
import type { Because } from '../simulation/rehearsal';
import { because, inFileOrder } from './evidence';
import { outsideSubnet, subnetsDiffer, unansweredVirtualIps, isLinkLocalIp } from '../../model/vrrp/addresses';
import { intendedMaster } from '../../model/vrrp/roles';
import { learningOff, understandEachOther, versionsDiffer, vrrpVersion } from '../../model/vrrp/timers';
import { sessionOf } from '../../model/vrrp/tracking';
import { shutDown } from '../simulation/member';
import { deviceNames, sides } from '../simulation/names';
import type { History } from '../simulation/simulation';
import { rounded } from '../simulation/timers';
import { isOurs } from '../simulation/topology';
import { eventWords, groupWords, serviceWords } from '../simulation/words';

export function unknownOf(history: History): Because[] {
  const { pair } = history.stage;
  const names = deviceNames(pair);
  const found: Because[] = [];
  for (const { actor, initial, settings } of history.actors) {
    const { a, b } = actor.groups;
    const what = groupWords(actor);
    for (const side of sides) {
      const [self, peer] = [settings[side], settings[other(side)]];
      const group = actor.groups[side];
      // A device that comes up waits by its own interval until it has heard the master's.
      if (
        self &&
        peer &&
        group &&
        actor.admin === undefined &&
        understandEachOther(
          { device: pair[side], group },
          { device: pair[other(side)], group: actor.groups[other(side)]! },
        ) &&
        peer.interval > 3 * self.interval
      ) {
        found.push(
          because(
            group.advertise?.at ?? group.at,
            `${names[side]} advertises every ${rounded(self.interval)} s, ${names[other(side)]} every ${rounded(peer.interval)} s: when ${names[side]} comes up it may be master of ${what} for a moment`,
            'RFC 9568 6.4.1',
            'vrrp-advertise-interval-mismatch',
          ),
        );
      }
    }
    if (a && b && initial.roles.a === 'unknown')
      found.push(
        because(
          b.priority?.at ?? b.at,
          `both devices have priority ${initial.effective.b!.priority} in ${what}: which one is master depends on which came up first`,
          '004 step 2.5',
          'vrrp-priority-equal',
        ),
      );
    if (a && b && subnetsDiffer({ device: pair.a, group: a }, { device: pair.b, group: b }))
      found.push(
        because(
          b.at,
          `the interfaces of ${what} share no subnet: whether the devices are on one LAN is not in the files`,
          '000 step 1.4',
          'vrrp-subnet-mismatch',
        ),
      );
    if (a && b && versionsDiffer({ device: pair.a, group: a }, { device: pair.b, group: b }))
      found.push(
        because(
          b.at,
          `${what} is VRRPv${vrrpVersion(pair.a, a.family).version} on ${names.a} and VRRPv${vrrpVersion(pair.b, b.family).version} on ${names.b}: by the standards neither takes the other's advertisements`,
          'RFC 9568 7.1',
          'vrrp-version-mismatch',
        ),
      );
    for (const side of sides) {
      const group = actor.groups[side];
      for (const track of group?.tracks ?? []) {
        const { object } = track;
        if (object.kind === 'bfd-session') {
          const session = sessionOf(pair[side], object);
          if (!session || (!session.interfaceKey && !session.peer))
            found.push(
              because(
                track.line,
                `${names[side]}: what this BFD session watches is not in the file`,
                'no source',
                session ? null : 'vrrp-track-undefined',
              ),
            );
          else
            found.push(
              because(
                track.line,
                `${names[side]}: how fast this BFD session sees a fault is not in the file${object.role === 'peer' ? '; the takeover may come at once' : ''}`,
                'no source',
              ),
            );
        } else if (object.kind !== 'interface' && object.kind !== 'service-location') {
          found.push(
            because(
              track.line,
              `${names[side]}: when this ${object.kind} track fails is not in the files; it is taken to hold`,
              'no source',
            ),
          );
        }
      }
    }
    for (const side of sides) {
      for (const line of actor.groups[side]?.lines ?? []) {
        if (line.match && !line.match.complete && !line.match.undo)
          found.push(
            because(
              line,
              `${names[side]}: this line of ${what} is not understood as it stands; the default is taken`,
              'no source',
              isRead(line.match) ? 'value-out-of-range' : 'malformed-line',
            ),
          );
      }
    }
    for (const carrier of actor.carriers) {
      const at = carrier.lines[0]?.at;
      if (at && carrier.faults.length === 0) {
        found.push(
          because(
            at,
            carrier.figure.known
              ? `how long ${serviceWords(carrier.services)} entries take to be copied is in no file; the vendor's ${carrier.figure.seconds} s stand in`
              : `how long ${serviceWords(carrier.services)} entries take to be copied is in no file, and no source has a figure for them`,
            carrier.figure.source,
          ),
        );
      }
      if (
        carrier.faults.length === 0 &&
        carrier.kind === 'rbs' &&
        carrier.lines.length > 0 &&
        sides.some((side) => carrier.ends[side].length === 0)
      ) {
        const line = carrier.lines.find((one) => one.source === '000 step 2.3');
        if (line)
          found.push(
            because(
              line.at,
              'the channel runs from an address of no link: which links carry it is not in the files, so only the loss of a device or of the path as such cuts it',
              '000 step 2.3',
            ),
          );
      }
    }
  }
  for (const channel of pair.channels) {
    for (const side of sides) {
      const { rbs } = channel[side];
      if (!rbs.tracks.some((line) => /^track bfd-session/i.test(line.text)))
        found.push(
          because(
            channel[side].channel.peer.at,
            `${names[side]}: without a tracked BFD session TCP must time out before the channel counts as down; that time is in no file`,
            'no source',
          ),
        );
      for (const line of rbs.tracks) {
        if (/^track (interface|monitor-group)/i.test(line.text))
          found.push(
            because(
              line,
              `${names[side]}: the user-side switch of ${rbs.name} on uplink faults is not rehearsed`,
              'CLI reference, track interface (RBS)',
            ),
          );
      }
    }
  }
  for (const side of sides) {
    for (const profile of pair[side].profiles.values()) {
      if (profile.mode && profile.mode.value !== 'hot' && isOurs(pair, side, profile))
        found.push(
          because(
            profile.mode.at,
            `${names[side]}: profile ${profile.name} backs up in ${profile.mode.value} mode; what of it is there at once after a takeover is in no source, it is taken as hot`,
            '000 step 3.2',
            'rbp-mode-mismatch',
          ),
        );
      for (const role of profile.roles) {
        if (role.kind === 'e-trunk')
          found.push(
            because(
              role.line,
              `${names[side]}: profile ${profile.name} takes its role from E-Trunk ${role.eTrunk.value}; when that switches is not rehearsed`,
              'no source',
            ),
          );
      }
    }
    const device = pair[side];
    const routing = [...device.views.entries()]
      .filter(([view]) => /^(isis|ospf|ospfv3|bgp)$/.test(view))
      .flatMap(([, blocks]) => blocks[0]?.heads[0] ?? [])[0];
    if (routing && history.stage.uplinks[side].length > 0)
      found.push(
        because(routing, `${names[side]}: how fast routing converges after a fault is in no file`, 'no source'),
      );
    const off = learningOff(device);
    if (off)
      found.push(
        because(
          off,
          `${device.name}: learning of the advertisement interval is off; a differing interval makes two masters`,
          'CLI reference, timer advertise',
        ),
      );
  }
  for (const group of history.stage.unsettled) {
    const firewall = sides.find((side) => pair[side].firewall);
    found.push(
      because(
        group.a.at,
        firewall
          ? `${names[firewall]} is a firewall: its roles come from HRP, which is not rehearsed`
          : `the management group that VRRP group ${group.a.vrid} follows is not on both devices: its role is not in the files`,
        firewall ? 'no source' : 'CLI reference, track admin-vrrp',
        firewall ? null : 'vrrp-follower-not-mirrored',
      ),
    );
  }
  const overlaps = history.overlaps.flatMap(({ event, actor, span }) => {
    const group = history.actors[actor]!.actor.groups.a ?? history.actors[actor]!.actor.groups.b!;
    const happening = history.events[event]!;
    return [
      because(
        group.at,
        `${eventWords(happening)} at ${rounded(happening.at)} s, between ${rounded(span[0])} and ${rounded(span[1])} s, when ${groupWords(group)} changes hands: which comes first is not known, the later change is shown`,
        'RFC 9568 6.4',
      ),
    ];
  });
  return [...inFileOrder(found), ...overlaps];
}

/** What is wrong before anything has failed. */
export function standingOf(history: History): Because[] {
  const { pair } = history.stage;
  const names = deviceNames(pair);
  const found: Because[] = [];
  for (const { actor, initial } of history.actors) {
    const { a, b } = actor.groups;
    const what = groupWords(actor);
    for (const side of sides) {
      const group = actor.groups[side];
      if (!group) {
        found.push(
          because(
            actor.groups[other(side)]!.at,
            `${names[side]} has no group that answers ${what} of ${names[other(side)]}: it takes nothing over`,
            '000 step 3.3',
            'rbp-group-undefined',
          ),
        );
        continue;
      }
      if (!group.admin?.ignoreIfDown)
        found.push(
          ...shutDown(
            { device: pair[side], group },
            `${names[side]}: ${group.interfaceName} is shut down: it is no router of ${what} and takes nothing over`,
          ),
        );
      const { [side]: own } = initial.effective;
      for (const track of own?.down ?? []) {
        const by = track.increased ? `+ ${track.increased.value}` : `- ${track.reduced?.value ?? 0}`;
        found.push(
          because(
            track.line,
            `${names[side]}: what this tracks is down from the start, ${what} runs at priority ${own!.priority} (${by})`,
            'CLI reference, track interface',
            actor.paired && intendedMaster(pair, actor.paired) === side && initial.roles[side] === 'backup'
              ? 'vrrp-tracked-interface-shut-down'
              : null,
          ),
        );
      }
      for (const { ip } of outsideSubnet({ device: pair[side], group })) {
        const others = group.virtualIps.filter(isLinkLocalIp);
        found.push(
          because(
            ip.at,
            `${names[side]}: virtual IP ${ip.address.key.toUpperCase()} of ${what} is in no subnet of ${group.interfaceName}: hosts that have it as gateway cannot resolve it${others.length > 0 ? `; ${others.map((one) => one.address.key.toUpperCase()).join(', ')} still works` : ''}`,
            '003 configuration files',
            'vrrp-virtual-ip-outside-subnet',
          ),
        );
      }
    }
    if (!a || !b) continue;
    if (a.vrid !== b.vrid)
      found.push(
        because(
          b.at,
          `VRID ${a.vrid} on ${names.a}, ${b.vrid} on ${names.b}: neither hears the other, both are master`,
          '004 step 2.3',
          'vrrp-vrid-mismatch',
        ),
      );
    // Two subnets are one fault of their own.
    const oneLan = !subnetsDiffer({ device: pair.a, group: a }, { device: pair.b, group: b });
    for (const [from, to, side] of [
      [a, b, 'b'],
      [b, a, 'a'],
    ] as const) {
      for (const ip of oneLan ? unansweredVirtualIps(from, to) : [])
        found.push(
          because(
            ip.at,
            `${names[side]} does not answer for virtual IP ${ip.address.key.toUpperCase()} of ${what}`,
            '004 step 2.3',
            'vrrp-virtual-ip-mismatch',
          ),
        );
    }
    for (const carrier of actor.carriers) found.push(...carrier.faults, ...carrier.unready.a, ...carrier.unready.b);
  }
  return inFileOrder(found);
}
