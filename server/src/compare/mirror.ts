// What would make the peer correspond to this device: edits of the peer's file, at the places where the device itself would print
// the lines. Mirroring takes chosen lines over; completing brings everything of hot backup that is missing. Nothing that is there
// and corresponds is touched, and a peer that has all of it gets no edit.
import { interfaceView, l2tp } from '../catalogue/index';
import type { FileEdit } from '../edits/file-edit';
import { placeholdersIn } from '../edits/placeholders';
import type { Interface } from '../model/device';
import type { MatchedLine } from '../model/lines/matched-line';
import { insertSection } from '../edits/config-edits';
import { linesMatching } from '../model/lines/canonical-text';
import type { Pair } from '../model/pairing/pair';
import { rowOf } from '../model/place';
import { backsUpTunnels, tunnelBase, tunnelBaseLine, tunnelBaseTextBeside } from '../model/services/tunnels';
import { localAddressesOn } from '../model/vrrp/addresses';
import { correspondenceOf, type Correspondence } from './correspondence';
import { keyFor, viewKey } from './device-views';
import { hotBackup } from './hot-backup-lines';
import { PeerEdits, type Facts } from './peer-edits';

/** Edits that bring something to a file, with the title of what they do. */
export interface Proposal {
  readonly title: string;
  /** All in the peer's file; none where nothing is missing. */
  readonly edits: readonly FileEdit[];
  /** Words that a person has to fill in, each once. */
  readonly placeholders: readonly string[];
}

/** Everything of hot backup that `pair.b` lacks of `pair.a`. */
export function completed(pair: Pair, facts: Facts): Proposal {
  const correspondence = correspondenceOf(pair, facts);
  const { lines } = hotBackup(correspondence.a);
  const heads = [...lines].filter((line) => line.opens === 'interface');
  const wanted = new Set([
    ...lines,
    ...heads.flatMap((head) => addressesToAsk(correspondence, head)),
    ...streamLines(correspondence),
  ]);
  const title = `Complete ${pair.b.name} from ${pair.a.name}`;
  return proposal(title, correspondence, facts, wanted, new Set(), ownNumbers(pair));
}

/** The number from which the peer counts its tunnels, where no line says one and both count from the default. */
function ownNumbers({ a, b }: Pair): FileEdit[] {
  const lines = [tunnelBaseLine(a), tunnelBaseLine(b)];
  if (!backsUpTunnels(a) || lines[1] !== undefined) return [];
  const base = lines[0] ? tunnelBase(lines[0]) : l2tp.baseId.default!;
  if (base !== l2tp.baseId.default) return [];
  const [service] = b.services.values();
  return [insertSection(b, [tunnelBaseTextBeside(base)], service?.block.heads[0])];
}

/** What the lines of `pair.a` in these rows (from 0) ask of `pair.b`; the head of a section stands for all of it. */
export function mirrored(pair: Pair, facts: Facts, rows: { readonly start: number; readonly end: number }): Proposal {
  const wanted = new Set<MatchedLine>();
  const add = (line: MatchedLine, whole: boolean): void => {
    const row = rowOf(line);
    const isChosen = whole || (row >= rows.start && row <= rows.end);
    if (isChosen) wanted.add(line);
    for (const child of line.lines) add(child, isChosen);
  };
  for (const section of facts('a')) {
    for (const line of section.lines) add(line, false);
  }
  const [first] = wanted;
  const title = first?.opens ? `Mirror the section to ${pair.b.name}` : `Mirror to ${pair.b.name}`;
  return proposal(title, correspondenceOf(pair, facts), facts, wanted, wanted);
}

function proposal(
  title: string,
  correspondence: Correspondence,
  facts: Facts,
  wanted: ReadonlySet<MatchedLine>,
  aligned: ReadonlySet<MatchedLine>,
  further: readonly FileEdit[] = [],
): Proposal {
  const edits = wanted.size === 0 ? [] : [...new PeerEdits(correspondence, facts, wanted, aligned).edits(), ...further];
  const words = edits.flatMap((edit) => placeholdersIn(edit.newText).map((placeholder) => placeholder.word));
  return { title, edits, placeholders: [...new Set(words)] };
}

/** What asks for the streams of multicast users on interfaces that the peer has as well: both devices fetch them. */
function streamLines({ a, viewFor }: Correspondence): MatchedLine[] {
  const isMulticast = [...a.device.profiles.values()].some(({ services }) =>
    services.some(({ value }) => value === 'mld' || value === 'igmp'),
  );
  if (!isMulticast) return [];
  return [...a.device.interfaces.values()]
    .filter(({ key }) => viewFor('a', keyFor('interface', key)))
    .flatMap(({ block }) => linesMatching(block.lines, /^pim (?:ipv6 )?(?:sm|dm)$/));
}

/** Address lines of an interface whose counterpart has no address of the family: the peer needs one, and nobody has said which. */
export function addressesToAsk({ a, b, viewFor }: Correspondence, head: MatchedLine): MatchedLine[] {
  const own = a.device.interfaces.get(viewKey(head).slice('interface '.length));
  if (!own) return [];
  const view = viewFor('a', keyFor('interface', own.key));
  const counterpart = view && b.device.interfaces.get(view.key.slice('interface '.length));
  return own.block.lines.filter((line) => {
    const family = familyOf(line);
    return family !== undefined && !line.match?.undo && !hasAddress(counterpart, family);
  });
}

/** Of a line that gives the interface an address. */
function familyOf(line: MatchedLine): 4 | 6 | undefined {
  switch (line.match?.command) {
    case interfaceView.address.id:
      return 4;
    case interfaceView.ipv6Address.id:
    case interfaceView.ipv6Enable.id:
      return 6;
    default:
      return undefined;
  }
}

function hasAddress(counterpart: Interface | undefined, family: 4 | 6): boolean {
  return localAddressesOn(counterpart, family).length > 0;
}
