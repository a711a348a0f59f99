// The lines `pim ... ignore dr-state` and `pim ... ignore assert-state` of an interface bound to a multicast profile.
import type { Device } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import type { MatchedLine } from '../../model/lines/matched-line';
import { isWhereItsGroupIs, serviceEvidence } from '../../model/services/bindings';
import { hasLine, multicastBindings, type MulticastBinding } from '../../model/services/multicast';
import { insertInBlock } from '../../edits/config-edits';
import type { Fix, RawFinding } from '../../diagnostics/rule';

/** A line that an interface bound to a multicast profile lacks. */
export interface MissingIgnoreLine {
  readonly device: Device;
  readonly binding: MulticastBinding;
  readonly line: string;
}

/** `effect`: what follows for the streams of the profile, after "after a switchover". */
export function* missingIgnoreLines(
  device: Device,
  state: 'dr-state' | 'assert-state',
  effect: (profile: string) => string,
): Generator<RawFinding<MissingIgnoreLine>> {
  for (const binding of multicastBindings(device)) {
    const line = `${binding.words.ignore} ${state}`;
    if (hasLine(binding.interface, line)) continue;
    yield {
      at: binding.at,
      evidence: serviceEvidence(binding.profile, binding.words.service),
      message: `${device.name}: ${binding.interface.name} lacks ${line}: after a switchover ${effect(binding.profile.name)}`,
      facts: { device, binding, line },
    };
  }
}

/** Behind the other PIM lines; dr-state stands before assert-state, as in a saved file. */
export function addIgnoreLine({ device, binding, line }: MissingIgnoreLine): Fix[] {
  const { block, name } = binding.interface;
  const start = binding.words.ignore.replace(/ignore$/, '');
  const standsBefore = (each: MatchedLine): boolean => {
    const text = canonicalText(each);
    return text.startsWith(start) && !(line.endsWith(' dr-state') && text.endsWith(' assert-state'));
  };
  const previous = block.lines.filter(standsBefore).at(-1);
  const edit = insertInBlock(device, block, line, { after: (each) => each === previous });
  return [{ title: `Add ${line} on ${device.name} ${name}`, edits: [edit], safe: isWhereItsGroupIs(binding) }];
}
