// Sections -> facts -> device, and again after an edit: sections that are the same objects, with the same views open before
// them, keep their facts; only their anchors move.
import type { Section } from '../syntax/line';
import type { Device } from './device';
import { emptyContext, sameContext, sectionFacts, type Context, type SectionFacts } from './lines';
import { device, type DeviceInfo } from './read-device';

export type { DeviceInfo } from './read-device';

export interface DeviceReading {
  readonly device: Device;
  readonly sections: readonly Section[];
  /** One per section. */
  readonly facts: readonly SectionFacts[];
}

export function readDevice(file: string, sections: readonly Section[], info: DeviceInfo): DeviceReading {
  return read(file, sections, info, undefined, () => undefined);
}

/** Reads what changed since `previous`. Its facts and places must not be used for its own text any more. */
export function rereadDevice(previous: DeviceReading, sections: readonly Section[], info: DeviceInfo): DeviceReading {
  // Sections change in one stretch: what stands before and behind it is found by position from either end.
  const { sections: old, facts } = previous;
  let same = 0;
  while (same < sections.length && same < old.length && sections[same] === old[same]) same++;
  const shift = old.length - sections.length;
  let tail = sections.length;
  while (tail > same && tail + shift > same && sections[tail - 1] === old[tail - 1 + shift]) tail--;
  return read(previous.device.file, sections, info, previous.device, (index) => index < same ? facts[index] : index >= tail ? facts[index + shift] : undefined);
}

function read(file: string, sections: readonly Section[], info: DeviceInfo, previous: Device | undefined, kept: (index: number) => SectionFacts | undefined): DeviceReading {
  const facts: SectionFacts[] = [];
  let context: Context = emptyContext;
  let row = 0;
  sections.forEach((section, index) => {
    const before = kept(index);
    const found = before && sameContext(before.before, context) ? before : sectionFacts(section, { file, row }, context);
    found.anchor.row = row;
    facts.push(found);
    context = found.after;
    row += section.rows;
  });
  return { device: device(file, facts, info, previous), sections, facts };
}
