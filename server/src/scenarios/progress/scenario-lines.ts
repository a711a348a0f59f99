// A scenario's lines against a device that is there already: which of them it has, and the edits that put the others where the
// device itself would print them.
import { entry } from '../../catalogue';
import type { ViewName } from '../../catalogue/views';
import type { Family } from '../../model/address';
import type { Block, Device } from '../../model/device';
import { inForce } from '../../model/lines/in-force';
import { matchText, type MatchedLine } from '../../model/lines/matched-line';
import { interfaceKey, nameKey } from '../../model/names';
import { comparePlaces } from '../../model/place';
import { switchBlock } from '../../model/services/snooping';
import { insertInBlock, insertSection } from '../../edits/config-edits';
import type { FileEdit } from '../../edits/file-edit';
import { canonicalText, systemLines } from '../../model/lines/canonical-text';
import { words } from '../../text/words';
import { lineRank, sectionOrder } from '../order';
import type { PlacedLine } from '../scenario';
import { sections } from '../scaffold';

/** The section of a device that a scenario's head names, whatever case and blanks it is written with. */
export function blockOf(device: Device, head: string): Block | undefined {
  const [first = '', second = '', third = ''] = words(head).map((word) => word.text);
  switch (first) {
    case 'interface':
      return device.interfaces.get(interfaceKey(second))?.block;
    case 'remote-backup-service':
      return device.services.get(nameKey(second))?.block;
    case 'remote-backup-profile':
      return device.profiles.get(nameKey(second))?.block;
    case 'service-location':
      return device.locations.get(Number(second))?.block;
    case 'service-instance-group':
      return device.instanceGroups.get(nameKey(second))?.block;
    case 'e-trunk':
      return device.eTrunks.get(Number(second))?.block;
    // However the VSI finds its members: the name alone tells which one is meant.
    case 'vsi':
      return switchBlock(device, first, nameKey(second));
    case 'ip':
      return poolBlock(device, 4, third);
    case 'ipv6':
      return second === 'pool' ? poolBlock(device, 6, third) : namedBlock(device, head.toLowerCase());
    case 'ds-lite':
    case 'nat':
    case 'nat64':
      return device.instances.find(({ kind, key }) => kind === first && key === nameKey(third))?.block;
    default:
      return namedBlock(device, head.toLowerCase());
  }
}

/** However the pool is given out: the name alone tells which one is meant. */
function poolBlock({ pools }: Device, family: Family, name: string): Block | undefined {
  return pools.find((pool) => pool.family === family && pool.key === nameKey(name))?.block;
}

function namedBlock(device: Device, head: string): Block | undefined {
  return [...device.views.values()]
    .flat()
    .find((block) =>
      block.heads.some((line) => canonicalText(line) === head || canonicalText(line).startsWith(`${head} `)),
    );
}

/** The line of the device that does the work of this one. */
export function presentLine(device: Device, line: PlacedLine): MatchedLine | undefined {
  if (line.section === '') return systemLines(device, new RegExp(line.or ?? `^${line.text}$`))[0];
  const block = blockOf(device, line.section);
  if (!block) return undefined;
  if (line.within !== undefined) {
    const opening = openingOf(block, line.within);
    return opening && lineLike(line, inForce([...opening.lines]), opening.opens ?? block.heads[0]!.opens ?? 'system');
  }
  return line.text === '' ? block.heads[0] : lineLike(line, inForce(block.lines), block.heads[0]!.opens ?? 'system');
}

/** The line of a section that opens a view in it. */
function openingOf(block: Block, within: string): MatchedLine | undefined {
  return inForce(block.lines).find((line) => canonicalText(line) === within.toLowerCase());
}

function lineLike(line: PlacedLine, among: readonly MatchedLine[], view: ViewName): MatchedLine | undefined {
  const pattern = line.or === undefined ? undefined : new RegExp(line.or);
  // A pattern for the line itself says all that does its work; the shape of a line leaves open which interface is meant.
  if (pattern?.test(line.text.toLowerCase())) return among.find((other) => pattern.test(canonicalText(other)));
  const wanted = shape(view, line.text);
  const [first] = line.text.split(' ');
  return among.find(
    (line) =>
      (pattern?.test(canonicalText(line)) ?? false) ||
      (canonicalText(line).startsWith(first!) && shape(view, line.text) === wanted),
  );
}

/** What a line is about: its keywords, and of its values those that say which object is meant. */
function shape(view: ViewName, text: string): string {
  const match = matchText(view, text);
  if (!match) return text.toLowerCase();
  const parameters = entry(match.command)?.parameters ?? {};
  let value = 0;
  return match.roles
    .map((role) => {
      if (role.kind !== 'value') return role.kind === 'keyword' ? role.keyword : role.kind;
      const bound = match.values[value++];
      const parameter = bound && parameters[bound.name];
      const kind = parameter?.defines ?? parameter?.refers;
      return bound && (telling.has(bound.name) || (kind !== undefined && telling.has(kind)))
        ? bound.text.toLowerCase()
        : '*';
    })
    .join(' ');
}

const telling = new Set([
  'virtual-router-id',
  'vrid',
  'vrrp-group',
  'vrrp6-group',
  'rbs',
  'rbp',
  'service-location',
  'service-instance-group',
  'domain',
]);

/** Whether a step is not done on the device without this line. */
export function isAskedFor(device: Device, line: PlacedLine): boolean {
  return !line.site && !isDefaultOf(device, line);
}

/**
 * Edits that give the device these lines; what it has already stays untouched. `addresses`: the lines come from answers that people
 * have seen, so that an interface without an address of the family gets the one that was answered.
 */
export function inserted(
  device: Device,
  lines: readonly PlacedLine[],
  { addresses = false }: { readonly addresses?: boolean } = {},
): FileEdit[] {
  const missing = lines.filter(
    (line) =>
      !presentLine(device, line) &&
      (!isLeftToDevice(device, line) ||
        (addresses && isOfNewFamily(device, line, lines) && !isDefaultOf(device, line))),
  );
  const edits: FileEdit[] = [];
  for (const [head, ...inside] of sections(missing)) {
    const block = blockOf(device, head!);
    if (!block) {
      edits.push(insertSection(device, [head!, ...inside], before(device, head!)));
      continue;
    }
    edits.push(...insertedInside(device, block, inside));
  }
  return joined(edits);
}

/** What a section that is there need not say, or says in a way of its own. */
function isLeftToDevice(device: Device, line: PlacedLine): boolean {
  if (isDefaultOf(device, line)) return true;
  return line.site === true && !line.joins && blockOf(device, line.completes ?? line.section) !== undefined;
}

/** Of an interface that is there, and that these lines give its first address of a family: what runs over that family comes along. */
function isOfNewFamily(device: Device, { section, text, within }: PlacedLine, lines: readonly PlacedLine[]): boolean {
  if (within !== undefined || !section.startsWith('interface ') || /^(?:description|undo) /.test(text)) return false;
  const block = blockOf(device, section);
  const given = lines.find((line) => line.section === section && /^ip(?:v6)? address /.test(line.text));
  if (!block || !given) return false;
  const command = given.text.split(' ', 2).join(' ');
  return !inForce(block.lines).some((line) => canonicalText(line).startsWith(command));
}

/** What the device does without the line, in a section that is there. */
function isDefaultOf(device: Device, { isDefault, section }: PlacedLine): boolean {
  return isDefault === true && blockOf(device, section) !== undefined;
}

/** `inside`: lines of the section with their indent, each with those of the view that it opens behind it. */
function insertedInside(device: Device, block: Block, inside: readonly string[]): FileEdit[] {
  return inside.flatMap((line, index) => {
    if (isNested(line)) return [];
    const end = inside.findIndex((text, at) => at > index && !isNested(text));
    const nested = inside.slice(index + 1, end < 0 ? inside.length : end);
    const text = line.trimStart();
    const opening = nested.length > 0 ? openingOf(block, text) : undefined;
    if (opening) {
      const view = { heads: [opening], lines: opening.lines };
      return nested.map((text) => insertInBlock(device, view, text.trimStart()));
    }
    const own = lineRank(text);
    return [
      insertInBlock(device, block, [text, ...nested].join(device.eol), {
        after: (line) => lineRank(canonicalText(line)) <= own,
        first: true,
      }),
    ];
  });
}

function isNested(line: string): boolean {
  return line.startsWith('  ');
}

/** The first section of the device that comes behind a new one. */
function before(device: Device, head: string): MatchedLine | undefined {
  const blocks: readonly { readonly block: Block }[] = [
    ...device.interfaces.values(),
    ...device.services.values(),
    ...device.eTrunks.values(),
    ...device.profiles.values(),
    ...device.locations.values(),
    ...device.instanceGroups.values(),
    ...device.pools,
    ...device.instances,
    ...[...device.views.values()].flat().map((block) => ({ block })),
  ];
  return [...blocks.flatMap(({ block }) => block.heads), ...[...device.system.values()].flat()]
    .filter(
      (line) =>
        line.indent === 0 &&
        sectionOrder(canonicalText(line), head.toLowerCase()) > 0 &&
        canonicalText(line) !== 'return',
    )
    .sort(comparePlaces)[0];
}

/** Insertions at one place as one edit, in their order: no client has to guess which comes first. */
function joined(edits: readonly FileEdit[]): FileEdit[] {
  const found: FileEdit[] = [];
  for (const edit of edits) {
    const index = found.findIndex(
      (fileEdit) =>
        fileEdit.range.start.line === edit.range.start.line &&
        fileEdit.range.start.character === edit.range.start.character,
    );
    if (index < 0) found.push(edit);
    else found[index] = { ...edit, newText: found[index]!.newText + edit.newText };
  }
  return found;
}

/** Equal for equal lines of one section. */
export function keyOf(line: PlacedLine): string {
  return [line.section, line.within ?? '', line.text].join('\n');
}
