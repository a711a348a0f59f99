// Sections -> facts -> device, and again after an edit: sections that are the same objects, with the same views open before
// them, keep their facts; only their anchors move.
import type { Section } from '../../syntax/line';
import type { Slices } from '../../text/slices';
import type { Device } from '../device';
import { emptyContext, sameContext, sectionFacts, type Context, type SectionFacts } from '../lines/matched-line';
import { device, deviceInSlices, type DeviceInfo } from './merge-sections';

export type { DeviceInfo } from './merge-sections';

/** A device and the sections it was read from, to go on from after an edit. */
export interface DeviceReading {
  readonly device: Device;
  readonly sections: readonly Section[];
  /** One per section. */
  readonly facts: readonly SectionFacts[];
}

/** The sections of a file as one device. */
export function readDevice(file: string, sections: readonly Section[], info: DeviceInfo): DeviceReading {
  const facts = readFrom(file, sections, 0, 0, emptyContext, () => false);
  return { device: device(file, facts, info), sections, facts };
}

/** The same in slices of about so many rows. */
export function* readDeviceInSlices(
  file: string,
  sections: readonly Section[],
  info: DeviceInfo,
  rowsAtOnce: number,
): Slices<DeviceReading> {
  const facts: SectionFacts[] = [];
  let row = 0;
  while (facts.length < sections.length) {
    const end = row + rowsAtOnce;
    const first = facts.length;
    const before = facts.at(-1)?.after ?? emptyContext;
    for (const section of readFrom(file, sections, first, row, before, (_, __, at) => at >= end)) {
      row += sections[facts.length]!.rows;
      facts.push(section);
    }
    yield;
  }
  return { device: yield* deviceInSlices(file, facts, info, rowsAtOnce), sections, facts };
}

/** Reads what changed since `previous`. Its facts and places must not be used for its own text any more. */
export function rereadDevice(previous: DeviceReading, sections: readonly Section[], info: DeviceInfo): DeviceReading {
  // Sections change in one stretch: what stands before and behind it is found by position from either end.
  const { sections: old, facts: known } = previous;
  const { file } = previous.device;
  let same = 0;
  while (same < sections.length && same < old.length && sections[same] === old[same]) same++;
  const shift = old.length - sections.length;
  let tail = sections.length;
  while (tail > same && tail + shift > same && sections[tail - 1] === old[tail - 1 + shift]) tail--;
  const last = known[same - 1];
  const row = last ? last.anchor.row + sections[same - 1]!.rows : 0;
  const fresh = readFrom(
    file,
    sections,
    same,
    row,
    last?.after ?? emptyContext,
    (index, context) => index >= tail && sameContext(known[index + shift]!.before, context),
    // One section instead of another is that section after an edit.
    tail - same === 1 && shift === 0 ? known[same] : undefined,
  );
  const rest = same + fresh.length;
  const facts = [...known.slice(0, same), ...fresh, ...known.slice(rest + shift)];
  const before = facts[rest - 1];
  const moved =
    rest < facts.length ? (before ? before.anchor.row + sections[rest - 1]!.rows : 0) - facts[rest]!.anchor.row : 0;
  if (moved !== 0) for (let index = rest; index < facts.length; index++) facts[index]!.anchor.row += moved;
  return { device: device(file, facts, info, previous.device), sections, facts };
}

/**
 * The facts of the sections from `first` on, until `known` says that those of the next one, read in this context at this row,
 * are not wanted. `previous`: what the first of them said before an edit.
 */
function readFrom(
  file: string,
  sections: readonly Section[],
  first: number,
  firstRow: number,
  before: Context,
  known: (index: number, context: Context, row: number) => boolean,
  previous?: SectionFacts,
): SectionFacts[] {
  const facts: SectionFacts[] = [];
  let context = before;
  let row = firstRow;
  for (let index = first; index < sections.length && !known(index, context, row); index++) {
    const edited = index === first ? previous : undefined;
    const anchor = edited?.anchor ?? { file, row };
    const found = sectionFacts(sections[index]!, anchor, context, edited);
    facts.push(found);
    context = found.after;
    row += sections[index]!.rows;
  }
  return facts;
}
