// BFD sessions between the two devices of a pair: which session of one is the other end of which session of the other.
import type { BfdSession, Device } from '../device';
import { vpnOf } from '../routing/vpn';
import { other, type Pair, type Side } from '../pairing/pair';

/** The two ends of one BFD session. */
export interface BfdCouple {
  readonly a: BfdSession;
  readonly b: BfdSession;
  /** The local number of each is the remote one of the other, or a number is left out. */
  readonly crossed: boolean;
}

/** Sessions that have their other end, and those that have none. */
export interface BfdCouples {
  readonly couples: readonly BfdCouple[];
  /** Sessions to the other device that nothing there answers. */
  readonly alone: Readonly<Record<Side, readonly BfdSession[]>>;
}

/** Whether the device has the address that the session watches, in a routing table of the same kind. */
export function watches(session: BfdSession, peer: Device): boolean {
  const owners = session.peer && peer.addresses.get(session.peer.value.key);
  return owners !== undefined && owners.some(({ interface: on }) => (vpnOf(on) === '') === (session.vpn === undefined));
}

/**
 * Crossed numbers go first: two devices may watch each other over several links. What is left is matched by name, then by the
 * addresses, and last where one session is left on each device.
 */
export function bfdCouples(pair: Pair): BfdCouples {
  const left = { a: sessionsTo(pair, 'a'), b: sessionsTo(pair, 'b') };
  const couples: BfdCouple[] = [];
  const take = (fits: (a: BfdSession, b: BfdSession) => boolean) => {
    for (const a of [...left.a]) {
      const b = [...left.b].find((session) => a.peer!.value.family === session.peer!.value.family && fits(a, session));
      if (!b) continue;
      left.a.delete(a);
      left.b.delete(b);
      couples.push({ a, b, crossed: isCrossed(a, b) });
    }
  };
  take((a, b) => isNumbered(a) && isNumbered(b) && isCrossed(a, b));
  take((a, b) => a.name.toLowerCase() === b.name.toLowerCase() && fitAddresses(a, b));
  take((a, b) => a.source !== undefined && b.source !== undefined && fitAddresses(a, b));
  if (left.a.size === 1 && left.b.size === 1) take(fitAddresses);
  return { couples, alone: { a: [...left.a], b: [...left.b] } };
}

function sessionsTo(pair: Pair, side: Side): Set<BfdSession> {
  const peer = pair[other(side)];
  return new Set(pair[side].bfdSessions.filter((session) => !session.oneArm && watches(session, peer)));
}

/** The two ends of one session: each has the number that the other calls remote, or the two have one name. */
export function areEnds(session: BfdSession, back: BfdSession): boolean {
  const { local, remote } = session;
  const crossed = local && remote && local.value === back.remote?.value && remote.value === back.local?.value;
  return crossed === true || session.name.toLowerCase() === back.name.toLowerCase();
}

function isNumbered(session: BfdSession): boolean {
  return session.local !== undefined && session.remote !== undefined;
}

function isCrossed(a: BfdSession, b: BfdSession): boolean {
  const agree = (local: BfdSession['local'], remote: BfdSession['remote']) =>
    !local || !remote || local.value === remote.value;
  return agree(a.local, b.remote) && agree(b.local, a.remote);
}

/** No address that is written at one end contradicts the other end. */
function fitAddresses(a: BfdSession, b: BfdSession): boolean {
  const agree = (source: BfdSession['source'], peer: BfdSession['peer']) =>
    !source || !peer || source.value.key === peer.value.key;
  return agree(a.source, b.peer) && agree(b.source, a.peer);
}
