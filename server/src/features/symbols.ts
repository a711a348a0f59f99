// The outline: the device, its views as the file nests them, and the VRRP groups of each interface. Names are shown without
// secrets.
import { SymbolKind } from 'vscode-languageserver-types';
import type { ViewName } from '../catalogue/index';
import type { Group } from '../model/device';
import type { MatchedLine } from '../model/lines/matched-line';
import { rangeOf, rowOf } from '../model/place';
import { withoutSecrets } from '../model/secrets';
import type { Range } from '../text/range';
import type { Snapshot } from '../workspace/workspace';
import { interfaceOf } from './names';

/** An entry of the outline. */
export interface Outline {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly Outline[];
}

/** The outline of the file. */
export function symbols(snapshot: Snapshot): Outline[] {
  const top: Draft[] = [];
  const groups = groupsByRow(snapshot);
  const sysname = snapshot.device.sysname;
  if (sysname)
    top.push({
      name: sysname.value,
      detail: 'sysname',
      kind: SymbolKind.Module,
      first: sysname.at,
      last: sysname.at,
      children: [],
    });
  // A view that goes on in the next section is one entry.
  const open = new Map<string, Draft>();
  for (const section of snapshot.facts) for (const line of section.lines) add(line, top, snapshot, groups, open);
  return top.map(finished);
}

interface Draft {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly first: MatchedLine | Group['at'];
  last: MatchedLine | Group['at'];
  readonly children: Draft[];
}

function add(
  line: MatchedLine,
  list: Draft[],
  snapshot: Snapshot,
  groups: ReadonlyMap<number, Group>,
  open: Map<string, Draft>,
): MatchedLine {
  let last = line;
  let draft: Draft | undefined;
  if (line.opens) {
    const key = `${line.anchor.row} ${line.row}`;
    draft = open.get(key);
    if (!draft) {
      draft = {
        name: withoutSecrets(line),
        detail: detailOf(line, snapshot),
        kind: kindOf(line.opens),
        first: line,
        last: line,
        children: [],
      };
      open.set(key, draft);
      list.push(draft);
    }
    list = draft.children;
  }
  for (const inner of line.lines) {
    const group = groups.get(rowOf(inner));
    if (group) list.push(groupDraft(group));
    const end = add(inner, list, snapshot, groups, open);
    if (rowOf(end) > rowOf(last)) last = end;
  }
  if (draft && rowOf(last) > rowOf(draft.last)) draft.last = last;
  return last;
}

/** Groups by the row they begin in. */
function groupsByRow(snapshot: Snapshot): Map<number, Group> {
  return new Map(snapshot.device.groups.map((group) => [rowOf(group.at), group]));
}

function groupDraft(group: Group): Draft {
  const [first, ...rest] = group.lines;
  const begin = first ?? group.at;
  // The lines of a group need not stand together: the entry covers those that do.
  let last: MatchedLine | Group['at'] = begin;
  for (const line of rest) if (line.anchor === last.anchor && rowOf(line) === rowOf(last) + 1) last = line;
  return {
    name: `${group.family === 6 ? 'vrrp6' : 'vrrp'} vrid ${group.vrid}`,
    detail: group.virtualIps.map((ip) => ip.address.key).join(', ') || undefined,
    kind: SymbolKind.Event,
    first: begin,
    last,
    children: [],
  };
}

function finished(draft: Draft): Outline {
  const first = rangeOf(draft.first);
  return {
    name: draft.name,
    detail: draft.detail,
    kind: draft.kind,
    selectionRange: first,
    range: { start: first.start, end: rangeOf(draft.last).end },
    children: draft.children.map(finished),
  };
}

function detailOf(line: MatchedLine, snapshot: Snapshot): string | undefined {
  const key = interfaceOf(line);
  const found = key === undefined ? undefined : snapshot.device.interfaces.get(key);
  return (
    found?.addresses
      .filter((address) => !address.linkLocal)
      .map((address) => `${address.prefix.address.key}/${address.prefix.length}`)
      .join(', ') || undefined
  );
}

function kindOf(view: ViewName): SymbolKind {
  switch (view) {
    case 'interface':
      return SymbolKind.Interface;
    case 'rbs':
    case 'rbp':
    case 'service-location':
    case 'service-instance-group':
      return SymbolKind.Object;
    case 'ip-pool':
    case 'ipv6-pool':
    case 'ipv6-prefix-pool':
    case 'dhcpv6-pool':
      return SymbolKind.Array;
    case 'acl':
    case 'traffic-policy':
    case 'route-policy':
    case 'security-policy':
      return SymbolKind.Function;
    default:
      return SymbolKind.Namespace;
  }
}
