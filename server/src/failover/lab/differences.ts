// What keepalived does otherwise than the routers whose place it takes. Each is told where it matters for the pair at hand.
import type { Group } from '../../model/device';
import { deafness } from '../../model/vrrp/hearing';
import { membersOf } from '../../model/vrrp/member';
import { isUnicast, isOwner } from '../../model/vrrp/addresses';
import { learningOff } from '../../model/vrrp/timers';
import { sides } from '../simulation/names';
import { stageOf } from '../simulation/stage';
import type { Settings } from '../simulation/virtual-router';
import { coursesOf } from './courses';
import { playedVersion } from './keepalived';
import type { LabPlan } from './plan';

/** What the lab does not show as the routers would do it. */
export interface Difference {
  /** Absent for what a stand-in of any kind has not. */
  readonly id?: string;
  /** A sentence. */
  readonly text: string;
}

interface Kind extends Difference {
  readonly concerns: (plan: LabPlan) => boolean;
}

const always = () => true;

const kinds: readonly Kind[] = [
  {
    text: 'Entries: the lab shows who forwards, never with which ARP, ND, DHCP, multicast or user entries. There is no backup channel and no bulk backup; `rbs` events take a link down and nothing else.',
    concerns: always,
  },
  {
    text: 'Maintenance: `priority` events are not played; the priorities of a lab stand in its files.',
    concerns: always,
  },
  {
    text: 'Uplinks lead nowhere: what routing makes of a failed uplink is not shown, only the priority that follows it.',
    concerns: (plan) => plan.ports.some(({ kinds: list }) => list.includes('uplink')),
  },
  {
    id: 'K1',
    text: 'A preemption delay: keepalived takes over one master-down interval later than the delay. The prediction has the delay and up to one interval of the peer; `lab.sh watch` says where only this is the difference. Nothing here proves what the routers do.',
    concerns: (plan) => someSettings(plan, ({ delay }) => delay > 0),
  },
  {
    id: 'K2',
    text: 'A tracked fault that raises a priority (`increased`): the routers take over at once, keepalived keeps its delay.',
    concerns: (plan) =>
      someGroup(plan, (group) => group.tracks.some((track) => track.increased)) &&
      someSettings(plan, ({ delay }) => delay > 0),
  },
  {
    id: 'K4',
    text: 'The address owner: after its link has failed, keepalived comes back by way of backup; the routers are master at once.',
    concerns: (plan) => someSettings(plan, ({ owner }) => owner),
  },
  {
    id: 'K5',
    text: 'VRRP version 2 and different intervals: keepalived drops what has another interval than its own, so that both become master.',
    concerns: (plan) =>
      plan.standIn.stage.settings.some(
        ({ a, b }) => a !== undefined && b !== undefined && isDropped(a, b) && a.interval !== b.interval,
      ),
  },
  {
    id: 'K6',
    text: 'Virtual MAC addresses: the instances have one each (`use_vmac`). Without it hosts keep the MAC address of the loser when a parted LAN heals.',
    concerns: always,
  },
  {
    id: 'K7',
    text: 'A priority that rises shortens a master-down timer that runs in keepalived; the standard winds it up on advertisements only.',
    concerns: (plan) => someGroup(plan, (group) => group.tracks.length > 0),
  },
  {
    id: 'K8',
    text: 'A role that moves from a living master: both have one MAC address, and an advertisement that the old master sends while the first one of the new master is on its way turns the switch back to it. Hosts then miss up to one interval of the new master; the prediction has none.',
    concerns: (plan) => someGroup(plan, (group) => !group.preemptDisabled),
  },
  {
    text: 'BFD: no session is played. What a session moves at once moves here after the master-down interval, or not at all.',
    concerns: (plan) => someGroup(plan, (group) => group.tracks.some(({ object }) => object.kind === 'bfd-session')),
  },
  {
    text: 'NQA tests, routes, EFM and monitor groups that a group tracks: nothing watches them here, and they hold.',
    concerns: (plan) =>
      someGroup(plan, (group) =>
        group.tracks.some(({ object }) => ['nqa', 'route', 'efm', 'monitor-group', 'link-bfd'].includes(object.kind)),
      ),
  },
  {
    text: 'Service boards: a board is a link that fails; what runs on it is not there.',
    concerns: ({ pair }) => pair.a.locations.size + pair.b.locations.size > 0,
  },
  {
    text: 'E-Trunk: its election is not played; an Eth-Trunk is one link.',
    concerns: ({ pair }) => pair.a.eTrunks.size + pair.b.eTrunks.size > 0,
  },
  {
    text: '`ignore-if-down`: a group whose interface fails leaves the protocol here.',
    concerns: (plan) => someGroup(plan, (group) => group.admin?.ignoreIfDown === true),
  },
  {
    id: 'K3',
    text: 'After a restart, and after a link has come up: `recover-delay`, the silence of a router that has just started, and the preemption delay that VRRP6 has without a line are not played, since a start-up delay of keepalived ends its preemption for good. A group takes part as soon as its link is up.',
    concerns: (plan) =>
      stageOf(plan.pair).settings.some((both) =>
        sides.some((side) => {
          const settings = both[side];
          if (settings === undefined) return false;
          const { recoverDelay, firstPacket, delay, delayAfterUp } = settings;
          return recoverDelay > 0 || firstPacket > 0 || delayAfterUp > delay;
        }),
      ),
  },
  {
    text: 'Who came up first: where no file tells (equal priorities, or preemption that is off on the higher one), the lab brings up the higher priority first; the prediction for the routers has both.',
    concerns: ({ standIn }) =>
      coursesOf(standIn.stage, []).some(({ history }) =>
        history.actors.some(({ asked }) => asked.some(({ kind }) => kind === 'first-up')),
      ),
  },
  {
    text: 'Groups that follow a management group: they change with it (`vrrp_sync_group`), but they send advertisements of their own, an interface of theirs that fails takes the management group along, and no interface goes down because its group is backup.',
    concerns: (plan) => plan.standIn.stage.actors.some(({ admin }) => admin !== undefined),
  },
  {
    text: 'Unicast groups (`peer-ip`): they advertise to the LAN here.',
    concerns: (plan) => someGroup(plan, isUnicast),
  },
  {
    text: 'An interval of VRRP version 2 that is no whole second: version 3 runs in its place.',
    concerns: (plan) => someSettings(plan, (settings) => playedVersion(settings) !== settings.version),
  },
  {
    text: 'Learning of intervals that is off in version 3: keepalived always learns the interval of its master.',
    concerns: ({ pair }) => [pair.a, pair.b].some((device) => learningOff(device) !== undefined),
  },
  {
    text: 'Prefixes of different lengths on one LAN: the prediction has two masters, keepalived does not look at the length.',
    concerns: ({ pair }) =>
      pair.groups.some((group) => {
        const { a, b } = membersOf(pair, group);
        return deafness(a, b)?.cause === 'prefix';
      }),
  },
];

/** What of it concerns this pair. */
export function differencesOf(plan: LabPlan): Difference[] {
  return kinds.filter(({ concerns }) => concerns(plan)).map(({ id, text }) => ({ ...(id ? { id } : {}), text }));
}

function isDropped(a: Settings, b: Settings): boolean {
  return playedVersion(a) === 2 && playedVersion(b) === 2;
}

function someSettings({ standIn }: LabPlan, holds: (settings: Settings) => boolean): boolean {
  return standIn.stage.settings.some((both) =>
    sides.some((side) => {
      const settings = both[side];
      return settings !== undefined && holds(settings);
    }),
  );
}

/** Of the groups that elect themselves; tracks do nothing to the owner. */
function someGroup({ pair, standIn }: LabPlan, holds: (group: Group) => boolean): boolean {
  return standIn.stage.actors.some(({ groups }) =>
    sides.some((side) => {
      const group = groups[side];
      return group !== undefined && !isOwner({ device: pair[side], group }) && holds(group);
    }),
  );
}
