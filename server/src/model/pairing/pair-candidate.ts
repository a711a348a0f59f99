// Two devices that may be a pair, in the order of their names.
import { compareTexts } from '../../text/compare-texts';
import type { Device } from '../device';
import type { PairingEvidence } from './pair';

/** Two devices in the order of their names, and why they may be a pair. */
export type PairCandidate = readonly [Device, Device, readonly PairingEvidence[]];

/** The two devices in the order of their names. */
export function pairCandidate(left: Device, right: Device, evidence: readonly PairingEvidence[]): PairCandidate {
  return byName(left, right) <= 0 ? [left, right, evidence] : [right, left, evidence];
}

/** The same whichever of the two is named first. */
export function candidateKey(left: Device, right: Device): string {
  return byName(left, right) <= 0 ? `${left.file}\n${right.file}` : `${right.file}\n${left.file}`;
}

/** Compares devices by name, then by file. */
export function byName(left: Pick<Device, 'name' | 'file'>, right: Pick<Device, 'name' | 'file'>): number {
  return compareTexts(left.name, right.name) || compareTexts(left.file, right.file);
}
