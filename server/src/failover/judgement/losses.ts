// What costs users their service although a device is master: lines in which the two devices contradict each other.
import type { Group } from '../../model/device';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import { outsideSubnet, subnetsDiffer, unansweredVirtualIps } from '../../model/vrrp/addresses';
import { deafness, deafnessRules, deafnessText, type Deafness } from '../../model/vrrp/hearing';
import type { Actor } from '../simulation/actors';
import type { Carrier } from '../simulation/carrier';
import { evidence } from '../simulation/evidence';
import { deviceNames, sides } from '../simulation/names';
import type { Evidence } from '../simulation/rehearsal';
import type { Subject } from './subject';
import { eTrunkSplitEvidence } from './why-e-trunk';
import { standard } from './words';

/** What cuts users off although the new master `to` has taken over. */
export function carrierLosses(pair: Pair, actor: Actor, carrier: Carrier | undefined, to: Side): Evidence[] {
  const unready = carrier?.unready[to] ?? [];
  const [group, peerGroup] = [actor.groups[to], actor.groups[other(to)]];
  if (!group || !peerGroup) return [...unready];
  return [...unready, ...missingVirtualIps(pair, to, group, peerGroup), ...otherSubnet(pair, to, actor)];
}

function missingVirtualIps(pair: Pair, to: Side, group: Group, peerGroup: Group): Evidence[] {
  const names = deviceNames(pair);
  const useless = new Set(outsideSubnet({ device: pair[other(to)], group: peerGroup }).map(({ ip }) => ip));
  return unansweredVirtualIps(peerGroup, group)
    .filter((ip) => !useless.has(ip))
    .map((ip) =>
      evidence(
        ip.at,
        `${names[to]} does not answer for virtual IP ${ip.address.key.toUpperCase()} of ${names[other(to)]}`,
        '004 step 2.3',
        'vrrp-virtual-ip-mismatch',
      ),
    );
}

function otherSubnet(pair: Pair, to: Side, { groups }: Actor): Evidence[] {
  const { a, b } = groups;
  if (!a || !b || !subnetsDiffer({ device: pair.a, group: a }, { device: pair.b, group: b })) return [];
  const names = deviceNames(pair);
  const text = `${names[to]} is in another subnet than the users of ${names[other(to)]}`;
  return [evidence(groups[to]!.at, text, '000 step 1.4', 'vrrp-subnet-mismatch')];
}

/** Where it is said that two routers must agree in this. */
const deafnessSources: Readonly<Record<Deafness['cause'], string>> = {
  version: 'RFC 9568 7.1',
  authentication: 'RFC 3768 7.1',
  interval: 'RFC 3768 7.1',
  prefix: '000 step 1.4',
  vlan: '000 prerequisites',
};

/** Why both devices are master. */
export function splitEvidence({ history, actor: { actor, settings } }: Subject): Evidence[] {
  const { pair } = history.stage;
  if (actor.eTrunk) return eTrunkSplitEvidence(pair, actor.eTrunk);
  const { a, b } = actor.groups;
  if (!a || !b) return [];
  if (a.vrid !== b.vrid) {
    const text = `VRID ${a.vrid} on ${pair.a.name}, ${b.vrid} on ${pair.b.name}: neither hears the other, both are master`;
    return [evidence(b.at, text, '004 step 2.3', 'vrrp-vrid-mismatch')];
  }
  const members = [
    { device: pair.a, group: a },
    { device: pair.b, group: b },
  ] as const;
  const why = deafness(...members);
  if (why) {
    const text = `${deafnessText(...members, why)}: both are master`;
    return [evidence(b.at, text, deafnessSources[why.cause], deafnessRules[why.cause])];
  }
  const ignoring = sides.flatMap((side) => {
    const { admin } = actor.groups[side]!;
    if (!admin?.ignoreIfDown) return [];
    const text = `${pair[side].name}: ignore-if-down keeps the role while the interface is down`;
    return [evidence(admin.line, text, '004 step 2.4')];
  });
  const text = 'without advertisements of the other each device is master';
  return [...ignoring, evidence(a.at, text, standard(settings.a?.version, '6.4.2'))];
}
