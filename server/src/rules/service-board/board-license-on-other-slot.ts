// A board translates only with a licence of its own. Asked where the file gives licences of that kind to boards at all: then the board of
// a service-location that backs up to the other device is among them.
import { deviceRule } from '../../diagnostics/rule';
import type { Device, ServiceLocation } from '../../model/device';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import type { Place } from '../../model/place';
import { interChassis } from '../../model/services/service-boards';
import { replace } from '../../edits/config-edits';
import { push } from '../../text/collections';
import { exampleBoard } from '../testing/example-board';

interface Facts {
  readonly device: Device;
  readonly slot: Slot;
  readonly licensed: readonly Slot[];
}

interface Slot {
  readonly name: string;
  readonly at: Place;
  readonly line: MatchedLine;
}

export default deviceRule<Facts>({
  id: 'board-license-on-other-slot',
  requirement: 'HB-SL-LICENSE',
  title: 'The board of a service-location has no licence, boards of other slots have',
  severity: 'warning',
  why: 'A board without a licence holds no sessions: it serves nobody, and takes nobody over.',
  guide: ['CLI reference, License view'],
  *check(device) {
    const locations = interChassis(device);
    if (locations.length === 0) return;
    const boards = new Set([...device.locations.values()].flatMap(slotsOf).map(({ name }) => name));
    const reported = new Set<ServiceLocation>();
    for (const [feature, licensed] of licensedSlots(device)) {
      const names = new Set(licensed.map(({ name }) => name));
      // Sessions need a licence on every board; of the others only one that went to a slot without a board is a slip.
      const isSlip = feature.endsWith('session-table') || [...names].some((name) => !boards.has(name));
      for (const location of isSlip ? locations : []) {
        for (const slot of slotsOf(location)) {
          // One slip in the slot of the board parts it from all its licences.
          if (names.has(slot.name) || reported.has(location)) continue;
          reported.add(location);
          const [first] = licensed;
          yield {
            at: slot.at,
            message: `${device.name}: service-location ${location.id} is on slot ${slot.name}, the ${feature} licence on ${[...names].join(' and ')}: the board serves nobody; use one slot`,
            also: [{ at: first!.at, message: `${device.name}: the ${feature} licence of slot ${first!.name}` }],
            facts: { device, slot, licensed },
          };
        }
      }
    }
  },
  fix({ device, slot, licensed }) {
    const lines = licensed.map((candidate) => replace(candidate.at, slot.name));
    const names = new Set(licensed.map(({ name }) => name));
    // Several boards have one, and which one was meant is not known.
    if (names.size > 1) return [];
    return [
      { title: `Give the licence to slot ${slot.name} on ${device.name}`, edits: lines, safe: false },
      {
        title: `Use slot ${licensed[0]!.name} on ${device.name}`,
        edits: [replace(slot.at, licensed[0]!.name)],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'Another slot',
      config:
        exampleBoard('DeviceA', 1, {
          location: `
         location slot 3
                       ^ DeviceA: service-location 1 is on slot 3, the nat session-table licence on 2: the board serves nobody; use one slot
         vrrp vrid 1 interface GigabitEthernet0/1/8
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.2`,
          rest: `
        license
         active nat session-table size 16 slot 2
        #`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1, {
          rest: `
        license
         active nat session-table size 16 slot 3
        #`,
        })}`,
    },
    {
      title: 'Among others; licences for users only; boards that do not back up',
      config:
        exampleBoard('DeviceA', 1, {
          rest: `${license('2')}${license('3')}
        service-location 2
         location slot 2
        #`,
        }) +
        exampleBoard('DeviceB', 2, {
          rest: `
        license
         active bas slot 1
        #`,
        }) +
        exampleBoard('DeviceC', 2, {
          location: `
         location slot 1 backup slot 3`,
          rest: license('2'),
        }),
    },
  ],
});

function license(slot: string): string {
  return `
        license
         active nat session-table size 16 slot ${slot}
         active nat bandwidth-enhance 40 slot ${slot}
        #`;
}

/** By what it is for, `nat session-table`: the slots that have a licence for NAT, NAT64 or DS-Lite, once a line. */
function licensedSlots(device: Device): ReadonlyMap<string, readonly Slot[]> {
  const found = new Map<string, Slot[]>();
  for (const line of (device.views.get('license') ?? []).flatMap((block) => inForce([...block.lines]))) {
    const [active, kind = '', what = ''] = canonicalText(line).split(' ');
    if (active === 'active' && ['nat', 'nat64', 'ds-lite'].includes(kind))
      for (const slot of slotIn(line)) push(found, `${kind} ${what}`, slot);
  }
  return found;
}

/** The board that works, and the one that stands behind it. */
function slotsOf({ locations }: ServiceLocation): readonly Slot[] {
  return locations.flatMap(({ line }) => slotIn(line));
}

function slotIn(line: MatchedLine): Slot[] {
  const words = canonicalText(line).split(' ');
  const at = words.indexOf('slot') + 1;
  const name = words[at];
  return at === 0 || name === undefined ? [] : [{ name, at: wordsAt(line, at), line }];
}
