// What comes back to users who log in does not reach the device that has them, or no file tells whether it does: the sentence, and the
// lines that make it so.
import { poolCost } from '../../model/services/login-routes';
import { other, type Side } from '../../model/pairing/pair';
import { protectLines } from '../../model/services/protection';
import { evidence } from '../simulation/evidence';
import type { ActorState } from '../simulation/history';
import { deviceNames } from '../simulation/names';
import type { Evidence } from '../simulation/rehearsal';
import type { WayBack } from '../simulation/way-back';
import { onlyMaster, restOf, type Subject } from './subject';

const announcing = 'vendor configuration guide: user information backup in shared pool mode';
const sharing = 'CLI reference, switchover uplink';

/** The one device that has the users of the subject in this state; undefined where both or none do. */
export function holderIn(state: ActorState, place: number): Side | undefined {
  const side = onlyMaster(state);
  return side && state.canServe[place]![side] ? side : undefined;
}

/** The device that has the users once no timer runs any more, where nothing comes back to it. */
export function holderWithoutWayBack(subject: Subject): Side | undefined {
  const rest = restOf(subject);
  const holder = holderIn(rest, subject.place);
  return holder && rest.wayBack[subject.place]![holder].kind === 'lost' ? holder : undefined;
}

/** Goes on after who is master. */
export function noWayBackText(subject: Subject, holder: Side): string {
  const far = deviceNames(subject.history.stage.pair)[other(holder)];
  const way = restOf(subject).wayBack[subject.place]![holder];
  if (isUnannounced(way, holder, subject)) return 'nothing announces its users: what comes back to them is lost';
  const lack = way.protect ? 'its way across is down' : 'it has no way across';
  return `what comes back to its users enters through ${far}, and ${lack}: it is lost`;
}

/** The lines because of which no traffic comes back to the users. */
export function whyNoWayBack(
  subject: Subject,
  holder: Side,
  way: WayBack = restOf(subject).wayBack[subject.place]![holder],
): Evidence[] {
  const { pair } = subject.history.stage;
  const name = deviceNames(pair)[holder];
  if (!isUnannounced(way, holder, subject))
    return [...whyLacking(subject, holder, way), ...whyThere(subject, holder, way)];
  const { at } = subject.carrier!.login!.profile[holder];
  const text = `${name}: its profile has no pool, the other one has: as master it announces no network of the users`;
  return [evidence(at, text, '010 step 4.2', 'login-backup-differs')];
}

/** The profile of the holder names no pool of its own, that of the other device does. */
function isUnannounced(way: WayBack, holder: Side, { carrier }: Subject): boolean {
  const routes = carrier?.login?.routes;
  return routes !== undefined && way.given === undefined && routes[other(holder)].exclusive.length > 0;
}

/** No `protect` line, or one that carries nothing. */
function whyLacking({ history, carrier }: Subject, holder: Side, { protect }: WayBack): Evidence[] {
  const far = other(holder);
  const name = deviceNames(history.stage.pair)[far];
  if (protect) {
    const text = `${name}: this way across is down, or does not lead to ${deviceNames(history.stage.pair)[holder]}`;
    return [evidence(protect, text, announcing, 'protect-target-is-local')];
  }
  const service = carrier?.login?.routes[far].service;
  if (!service) return [];
  const twin = carrier.login.routes[holder].service;
  const text = `${name}: no protect line of ${service.name} carries what comes back for the users of the other device`;
  const rule =
    twin && protectLines(twin).length > 0 && protectLines(service).length === 0
      ? 'login-backup-differs'
      : 'shared-pool-without-protection';
  return [evidence(service.at, text, announcing, rule)];
}

/** Why it enters there: the uplinks of the holder, or the cost of the pool. */
function whyThere({ history, carrier }: Subject, holder: Side, { given, pool }: WayBack): Evidence[] {
  const { pair } = history.stage;
  const names = deviceNames(pair);
  if (given) {
    const text = `${names[holder]}: so many uplinks have failed that its pools cost 65535 and its profiles switch`;
    return given.slice(0, 2).map((line) => evidence(line, text, sharing));
  }
  if (!pool || !carrier) return [];
  const far = other(holder);
  const text = `${names[far]}: pool ${pool.name.value} costs ${poolCost(pair[far], pool)} here, whoever has its users`;
  return [evidence(pool.line, text, announcing)];
}

/** Where the users are served once no timer runs any more, and no file tells whether they were or are reached. */
export function doubtfulHolder(subject: Subject): Side | undefined {
  const { actor, index, place } = subject;
  const rest = restOf(subject);
  const { before } = actor.events[index]!;
  const [had, has] = [holderIn(before, place), holderIn(rest, place)];
  if (has === undefined || rest.wayBack[place]![has].kind !== 'unknown') return undefined;
  // Nothing has changed for them.
  if (had === has && before.wayBack[place]![has].kind === 'unknown') return undefined;
  return has;
}

/** Goes on behind an outcome: what the files do not tell of the way back. */
export function doubtText({ history }: Subject, holder: Side): string {
  return `; the files do not tell whether what comes back reaches ${deviceNames(history.stage.pair)[holder]}`;
}

/** The lines that leave it open. */
export function whyDoubtful(subject: Subject, holder: Side): Evidence[] {
  const { history, carrier, place } = subject;
  const { pair } = history.stage;
  const names = deviceNames(pair);
  const { pool, protect } = restOf(subject).wayBack[place]![holder];
  const login = carrier?.login;
  if (protect) {
    const text = `${names[other(holder)]}: the files do not tell whether this way across leads to ${names[holder]}`;
    return [evidence(protect, text, announcing)];
  }
  if (pool) {
    const text = `${names[other(holder)]} announces pool ${pool.name.value} too: the files do not tell through which device the network comes back`;
    return [evidence(pool.line, text, announcing)];
  }
  if (!login) return [];
  const what = login.withoutTunnels ? 'tunnels start from' : 'addresses they have and who announces these';
  const text = `${names[holder]}: the files do not tell which ${what}: the way back of these users is not rehearsed`;
  return [evidence(login.profile[holder].at, text, 'no source')];
}

/** The device that has the users right after the event, where nothing comes back to them until another one has. */
export function waitingWithoutWayBack(subject: Subject): { readonly holder: Side; readonly way: WayBack } | undefined {
  const { after } = subject.actor.events[subject.index]!;
  const holder = holderIn(after, subject.place);
  const way = holder && after.wayBack[subject.place]![holder];
  return holder && way?.kind === 'lost' ? { holder, way } : undefined;
}

/** Goes on behind an outcome: what becomes of traffic until the routes have moved. */
export function untilThenText({ history }: Subject, holder: Side): string {
  return `; until then what comes back enters through ${deviceNames(history.stage.pair)[other(holder)]} and is lost`;
}

/** The way across that serves the users while they are on this device, where what comes back needs one. */
interface Crossing {
  readonly holder: Side;
  readonly way: WayBack;
}

/** Traffic that comes back over the other device; undefined where none does. */
export function crossing(subject: Subject): Crossing | undefined {
  const rest = restOf(subject);
  const holder = holderIn(rest, subject.place);
  const way = holder && rest.wayBack[subject.place]![holder];
  return holder && way?.kind === 'crosses' ? { holder, way } : undefined;
}

/** Goes on behind an outcome: over which way it comes. */
export function crossingText({ history }: Subject, holder: Side): string {
  return `; what comes back crosses over from ${deviceNames(history.stage.pair)[other(holder)]}`;
}

/** The lines because of which it does. */
export function whyCrossing({ history }: Subject, { holder, way }: Crossing): Evidence[] {
  const names = deviceNames(history.stage.pair);
  const text = `${names[other(holder)]}: way across to ${names[holder]}`;
  return way.protect ? [evidence(way.protect, text, announcing)] : [];
}
