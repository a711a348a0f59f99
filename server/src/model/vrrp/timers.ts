// The times of a virtual router, each with its default: how often it advertises, how long it waits before it takes its role back,
// and how long a device that has started keeps out of the election.
import { memoizeByObject } from '../../text/memoize';
import { trailingDigits } from '../../text/line-ends';
import type { Device, Group } from '../device';
import type { MatchedLine } from '../lines/matched-line';
import type { Place } from '../place';
import { isExcerpt, systemLines, canonicalText } from '../lines/canonical-text';
import { isOwner } from './addresses';
import { interfaceOf, type Member } from './member';

/**
 * Milliseconds between two advertisements. VRRP counts in seconds, VRRP6 in centiseconds, either in milliseconds where the line says
 * so (docs/decisions/advertise-interval-units.md); 1 s where nothing is written (CLI reference, timer advertise).
 */
export function advertisementInterval({ advertise }: Group): number {
  if (!advertise) return 1000;
  const factor = { s: 1000, cs: 10, ms: 1 }[advertise.unit];
  return advertise.value * factor;
}

/** `2.5 s`; below a second `500 ms`. */
export function intervalText(milliseconds: number): string {
  return milliseconds >= 1000 ? `${milliseconds / 1000} s` : `${milliseconds} ms`;
}

/**
 * Seconds the member waits before it takes the master role from a living router of lower priority; 0 where nothing is written
 * (CLI reference, preempt-mode). Undefined where it never does: preemption is off. The address owner does not wait and preempts
 * whatever is written (RFC 9568 6.1, 6.4.2).
 */
export function preemptDelay(member: Member): number | undefined {
  if (isOwner(member)) return 0;
  return member.group.preemptDisabled ? undefined : (member.group.delay?.value ?? 0);
}

/** Seconds a VRRP6 group without a written delay waits after its interface has come up (CLI reference, preempt-mode timer delay). */
export const delayAfterInterfaceUp6 = 5;

/** The preempt delay where the cause is that the member's interface has come up, in seconds. */
export function preemptDelayAfterUp(member: Member): number | undefined {
  const { group } = member;
  const delay = preemptDelay(member);
  const isDefault = delay === 0 && !group.delay && group.family === 6 && !isOwner(member);
  return isDefault ? delayAfterInterfaceUp6 : delay;
}

/** Seconds for which a device that has restarted may hold back its first advertisement, where nothing is written. */
const firstPacketDelayDefault = 300;

/** How long a group waits after a restart before it takes part, in seconds. */
export interface FirstPacketDelay {
  /** Absent for the default. */
  readonly line?: MatchedLine;
  readonly seconds: number;
}

/** How long the first advertisement after a restart of the device may be held back (sister pages of the guide, precautions). */
export function firstPacketDelay({ system }: Device): FirstPacketDelay {
  const line = lastLine(system.get('vrrp.firstPacketDelay'));
  if (!line || line.match?.undo) return { seconds: firstPacketDelayDefault };
  return { line, seconds: Number(trailingDigits(line.text.trimEnd())) };
}

/** What to point at for the delay: its line, else the priority that makes the role, else the group. */
export function preemptDelayPlace({ group }: Member): Place {
  return group.delay?.at ?? group.priority?.at ?? group.at;
}

/** How many intervals of silence make the master count as dead, beside the skew: 3 where nothing is written (RFC 9568 6.1). */
export function holdMultiplier(group: Group): number {
  return group.holdMultiplier?.value ?? 3;
}

/** How long a group keeps out of the election once its interface has come up, in seconds. */
export interface RecoverDelay {
  readonly line: MatchedLine;
  /** 0: the delay is turned off by hand, or the line could not be read. */
  readonly seconds: number;
}

/**
 * How long the group keeps out of the election after its interface has come up; undefined where no line says it, which is at once
 * (CLI reference, vrrp recover-delay). The line on the interface wins over the one of the system view, which holds for VRRP groups.
 */
export function recoverDelay(member: Member): RecoverDelay | undefined {
  const id = member.group.family === 6 ? 'vrrp6.recoverDelay' : 'vrrp.recoverDelay';
  const own = lastLine(interfaceOf(member)?.block.lines.filter((line) => line.match?.command === id));
  const line = own ?? (member.group.family === 4 ? lastLine(member.device.system.get(id)) : undefined);
  if (!line || line.match?.undo) return undefined;
  return { line, seconds: Number(trailingDigits(line.text.trimEnd())) };
}

/** VRRPv2 or VRRPv3. */
export type VrrpVersion = 2 | 3;

/** The version that a group of IPv4 speaks, with the line that says so. */
export interface VersionFact {
  readonly version: VrrpVersion;
  /** The line that says so; absent for the default. */
  readonly line?: MatchedLine;
  /** False where the file may leave out the line: nothing is concluded from the default then. */
  readonly known: boolean;
}

/**
 * The version that the groups of a family speak on a device. VRRP: 2 where nothing is written (CLI reference, vrrp version); a
 * `vrrp version-3` line says that version 3 is sent in another way, which leaves open what the other device makes of it. VRRP6:
 * always 3 (RFC 9568 1.1).
 */
export function vrrpVersion(device: Device, family: 4 | 6): VersionFact {
  if (family === 6) return { version: 3, known: true };
  const { line, version, sendsOtherwise } = versionLines(device);
  return { version, line, known: !sendsOtherwise && (line !== undefined || !isExcerpt(device)) };
}

// Asked for every group of a device.
const versionLines = memoizeByObject(
  (device: Device): { version: VrrpVersion; line?: MatchedLine; sendsOtherwise: boolean } => {
    const line = systemLines(device, /^vrrp version v[23]$/, 'vrrp').at(-1);
    return {
      version: line && canonicalText(line).endsWith('v3') ? 3 : 2,
      line,
      sendsOtherwise: systemLines(device, /^vrrp version-3 /, 'vrrp').length > 0,
    };
  },
);

/** What of the system view decides which advertisements a member takes: the same objects while nothing of it changed. */
export function hearingLines({ device, group }: Member): readonly unknown[] {
  const { line, known } = vrrpVersion(device, group.family);
  return [line, known, lastLine(device.system.get('vrrp.learning'))];
}

/**
 * The line that stops a device from taking over the interval of the master it hears; it does so by default (CLI reference,
 * timer advertise).
 */
export function learningOff(device: Device): MatchedLine | undefined {
  const line = lastLine(device.system.get('vrrp.learning'));
  return line && (line.match?.undo || /\bdisable$/i.test(line.text.trim())) ? line : undefined;
}

/** True where one speaks version 2 and the other version 3, and both files say so. */
export function versionsDiffer(a: Member, b: Member): boolean {
  const [versionFact, peerVersionFact] = [vrrpVersion(a.device, a.group.family), vrrpVersion(b.device, b.group.family)];
  return versionFact.known && peerVersionFact.known && versionFact.version !== peerVersionFact.version;
}

/**
 * True when the member takes over the interval of the master it hears. In version 3 the advertisement carries it (RFC 9568 5.2.7)
 * and it is learned unless that is turned off; in version 2 an advertisement of another interval is dropped (RFC 3768 7.1), unless
 * a line asks for learning. Nothing is concluded from a version that the file does not say.
 */
export function learnsInterval({ device, group }: Member): boolean {
  if (learningOff(device)) return false;
  const { version, known } = vrrpVersion(device, group.family);
  return version === 3 || !known || lastLine(device.system.get('vrrp.learning')) !== undefined;
}

function lastLine(lines: readonly MatchedLine[] | undefined): MatchedLine | undefined {
  return lines?.[lines.length - 1];
}
