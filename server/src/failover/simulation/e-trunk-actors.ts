// The Eth-Trunks in E-Trunks of a pair, as the rehearsal plays them: each gives its users their device, as a virtual router does.
import type { Interface, Rbp } from '../../model/device';
import { eTrunkMembers, type ETrunkMember } from '../../model/e-trunk/e-trunk-pairs';
import { modeOf } from '../../model/e-trunk/roles';
import { helloInterval, holdTime, revertDelay } from '../../model/e-trunk/timers';
import { mainInterfaceKey } from '../../model/names';
import { eTrunkRefill } from '../../model/services/refill';
import type { Pair, Side } from '../../model/pairing/pair';
import type { Actor, ETrunkPart, RoleEnd } from './actors';
import { carriersOfFollowers } from './carriers';
import type { ETrunkSettings } from './e-trunk-election';
import { bySide, sides } from './names';

/** In the order of the E-Trunks of the first device. */
export function eTrunkActors(pair: Pair): Actor[] {
  if (pair.a.firewall || pair.b.firewall) return [];
  return eTrunkMembers(pair).map((member) => toActor(pair, member));
}

function toActor(pair: Pair, member: ETrunkMember): Actor {
  const followed = (side: Side, profile: Rbp) => followsMember(profile, member, member[side]);
  const carriers = carriersOfFollowers(pair, followed).map((carrier) => ({ ...carrier, figure: eTrunkRefill }));
  const ends = bySide((side) => member[side] && endOf(member[side]));
  return {
    family: null,
    vrid: null,
    eTrunk: partOf(member),
    ends,
    groups: {},
    carriers,
    hotBackup: carriers.length > 0,
    boards: { a: [], b: [] },
  };
}

function endOf({ at, key, name }: Interface): RoleEnd {
  return { at, interfaceKey: key, interfaceName: name };
}

/** The profile takes its role from this Eth-Trunk: its line names it. */
function followsMember({ roles }: Rbp, { eTrunk }: ETrunkMember, port: Interface | undefined): boolean {
  return roles.some(
    (role) =>
      role.kind === 'e-trunk' &&
      role.eTrunk.value === eTrunk.a.id &&
      port !== undefined &&
      mainInterfaceKey(port.key) === `eth-trunk${role.ethTrunk.value}`,
  );
}

function partOf(member: ETrunkMember): ETrunkPart {
  const names = sides.flatMap((side) => member[side]?.name ?? []);
  return {
    id: member.eTrunk.a.id,
    trunks: [...new Set(names)].join('/'),
    member,
    settings: bySide((side) => settingsOf(member, side)),
  };
}

function settingsOf(member: ETrunkMember, side: Side): ETrunkSettings {
  const trunk = member.eTrunk[side];
  return {
    mode: modeOf(member[side]),
    hello: helloInterval(trunk),
    hold: holdTime(trunk),
    revert: revertDelay(trunk),
    watchesPeer: trunk.bfd.length > 0,
  };
}
