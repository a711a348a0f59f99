// Two devices that may be a pair, in the order of their names.
import { compareTexts } from '../../text/compare-texts';
import type { Device } from '../device';
import type { PairingEvidence } from './pair';

/** Two devices in the order of their names, and why they may be a pair. */
export type Couple = readonly [Device, Device, readonly PairingEvidence[]];

export function coupleOf(one: Device, two: Device, evidence: readonly PairingEvidence[]): Couple {
  return byName(one, two) <= 0 ? [one, two, evidence] : [two, one, evidence];
}

/** The same whichever of the two is named first. */
export function coupleKey(one: Device, two: Device): string {
  return byName(one, two) <= 0 ? `${one.file}\n${two.file}` : `${two.file}\n${one.file}`;
}

export function byName(one: Pick<Device, 'name' | 'file'>, two: Pick<Device, 'name' | 'file'>): number {
  return compareTexts(one.name, two.name) || compareTexts(one.file, two.file);
}
