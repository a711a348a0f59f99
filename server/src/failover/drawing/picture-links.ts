// The links of the picture: uplinks to the network and access links to the users' switch.
import type { Side } from '../../model/pairing/pair';
import { sides } from '../simulation/names';
import { box, cross, line, text, textWidth, type Figure } from './drawing';
import { column, columnWidth, coreHeight, coreY, type Link, type Plan } from './picture-plan';
import { nameOf, type State } from './picture-state';

/** Whether the link is down at that moment. */
export function isBroken(state: State, link: Link): boolean {
  return state.broken.has(`link ${link.side} ${link.key}`);
}

/** Ids of the links that users' traffic takes now: in over the access link of a master, out over an uplink that is up. */
export function carryingLinks(plan: Plan, state: State): Set<string> {
  const { rehearsal, access, uplinks, mainKeys } = plan;
  const ids = new Set<string>();
  for (const side of sides) {
    const device = nameOf(rehearsal, side);
    const isUp = (link: Link) => link.side === side && !isBroken(state, link);
    const serving = state.users.filter(
      ({ by, state: users }) => users !== 'cut' && users !== 'lost' && users !== 'unsure' && by.includes(device),
    );
    const keys = new Set(serving.map(({ group }) => mainKeys[group]![side]));
    for (const link of access) if (isUp(link) && keys.has(link.key)) ids.add(link.id);
    const wayOut = serving.length > 0 && uplinks.find((link) => isUp(link) && link.key !== '');
    if (wayOut) ids.add(wayOut.id);
  }
  return ids;
}

interface LinkLooks {
  readonly broken: boolean;
  /** Its device is down. */
  readonly dark: boolean;
  /** Users' traffic takes it. */
  readonly carries: boolean;
}

/** From the upper to the lower end; `owner` is what it is and whose: `Uplink DeviceA`. */
export function linkFigure(link: Link, from: number, to: number, owner: string, looks: LinkLooks): Figure {
  const middle = (from + to) / 2;
  const halfWidth = textWidth(link.label, 11) / 2 + 4;
  return {
    id: link.id,
    name: `${owner} ${link.full}: ${linkWords(looks)}`,
    at: link.at,
    because: [],
    parts: [
      line(link.x, from, link.x, to, linkLook(looks)),
      box(link.x - halfWidth, middle - 8, halfWidth * 2, 16, 'label', 3),
      text(link.x, middle + 3.5, link.label, { anchor: 'middle' }),
      ...(looks.broken ? cross(link.x, to - 11, 5) : []),
    ],
  };
}

function linkLook({ broken, dark, carries }: LinkLooks): string {
  if (broken || dark) return 'down';
  return carries ? 'carrying' : 'link';
}

function linkWords({ broken, dark, carries }: LinkLooks): string {
  if (broken) return 'down';
  if (dark) return 'dark, its device is down';
  return carries ? 'up, users go this way' : 'up';
}

/** Stands where the files show no way to the core. */
export function unknownUplink(side: Side, top: number, device: string): Figure {
  const x = column[side].left + columnWidth / 2;
  const words = 'not in the file';
  const halfWidth = textWidth(words, 10) / 2 + 4;
  const y = (coreY + coreHeight + top) / 2;
  return {
    id: `uplink ${side}`,
    name: `No uplink of ${device} is in its file`,
    because: [],
    parts: [
      line(x, coreY + coreHeight, x, top, 'standby'),
      box(x - halfWidth, y - 8, halfWidth * 2, 16, 'label', 3),
      text(x, y + 3.5, words, { anchor: 'middle', look: 'dim' }),
    ],
  };
}
