// What one section adds to its device, kept with the section's facts: an edit reads one section, not all.
import { session, system, vrrp } from '../../catalogue';
import { memoizeByObject } from '../../text/memoize';
import type { Named } from '../device';
import type { MatchedLine, SectionFacts } from '../lines/matched-line';
import { interfaceKey, nameKey } from '../names';
import type { Fact } from '../place';
import { parsePrompt } from '../lines/prompts';
import { nameOf, placeIn } from './line-values';
import { heads, type Objects } from './read-objects';

/** One view of one section. */
export interface Piece {
  readonly kind: keyof Objects;
  readonly key: string;
  readonly name: Fact<string>;
  readonly head: MatchedLine;
  /** The head stands in a section before. */
  readonly goesOn: boolean;
  /** The head is an `undo`: what was made so far is no more. */
  readonly undone: boolean;
}

/** What one section adds to the device. */
export interface SectionDeclarations {
  readonly pieces: readonly Piece[];
  readonly system: readonly MatchedLine[];
  readonly views: readonly MatchedLine[];
  readonly sysnames: readonly Fact<string>[];
  readonly sslPolicies: readonly Named[];
  readonly firewall: boolean;
  readonly versionHeader: boolean;
  /** A `return` with no command behind it. */
  readonly returnLine?: MatchedLine;
  readonly commands: boolean;
  /** The device that the first prompt names. */
  readonly prompted?: string;
}

/** What a section adds to its device; worked out once for each section. */
export const declarationsOf = memoizeByObject(contribution);

function contribution(facts: SectionFacts): SectionDeclarations {
  const pieces: Piece[] = [];
  const systemView: MatchedLine[] = [];
  const views: MatchedLine[] = [];
  const sysnames: Fact<string>[] = [];
  const sslPolicies: Named[] = [];
  let firewall = false;
  let returnLine: MatchedLine | undefined;
  let prompted: string | undefined;
  for (const line of facts.lines) {
    // The copy of a head that a section before left open: its lines belong to the block, it says nothing itself.
    const goesOn = line.anchor !== facts.anchor;
    const { match } = line;
    const head = match && heads[match.command];
    const name = head && nameOf(line, head.name);
    if (match?.undo) {
      if (head && name && head.kind !== 'ssl')
        pieces.push({ kind: head.kind, key: keyOf(head.kind, name.value), name, head: line, goesOn, undone: true });
      // What is on by default is turned off by its undo: there it is the statement.
      if (match.command === vrrp.learning.id && !facts.implied.has(line)) systemView.push(line);
      continue;
    }
    if (head && name && (line.opens || head.kind === 'bfd'))
      pieces.push({ kind: head.kind, key: keyOf(head.kind, name.value), name, head: line, goesOn, undone: false });
    else if (line.opens) views.push(line);
    // A head that a prompt stands for was not typed here.
    if (goesOn || line.text === '' || !(line.view === 'system' || line.view === 'user') || facts.implied.has(line))
      continue;
    systemView.push(line);
    const own = match?.command === system.sysname.id ? nameOf(line, 'host-name') : undefined;
    if (own) sysnames.push(own);
  }
  for (const line of facts.all) {
    if (line.prompt !== undefined && prompted === undefined) prompted = parsePrompt(line.prompt)?.device;
    if (line.prompt?.startsWith('HRP_') || (begins(line.text, 'h') && /^hrp\b/i.test(line.text))) firewall = true;
    if (line.match?.command === session.return.id || (begins(line.text, 'r') && /^return$/i.test(line.text)))
      returnLine = line;
    else returnLine = undefined;
    // `ssl policy NAME` counts at any indent (docs/decisions/ssl-policy.md); a view inside a view (bgp families) is
    // found by the block it hangs in.
    const policy = begins(line.text, 's') ? /^ssl policy (\S+)/i.exec(line.text) : null;
    if (policy)
      sslPolicies.push({
        name: policy[1]!,
        key: nameKey(policy[1]!),
        at: placeIn(line, policy[0].length - policy[1]!.length, policy[0].length),
      });
  }
  return {
    pieces,
    system: systemView,
    views,
    sysnames,
    sslPolicies,
    firewall,
    versionHeader: facts.versionHeader,
    returnLine,
    commands: facts.all.length > 0,
    prompted,
  };
}

/** Asked of every line before a pattern is. */
function begins(text: string, letter: string): boolean {
  return (text.charCodeAt(0) | 0x20) === letter.charCodeAt(0);
}

function keyOf(kind: keyof Objects, name: string): string {
  switch (kind) {
    case 'interface':
      return interfaceKey(name);
    case 'location':
    case 'eTrunk':
      return String(Number(name));
    default:
      return nameKey(name);
  }
}
