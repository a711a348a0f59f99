// Finds the view that a line would be at home in, where the view it stands in does not know it.
import { views, type ViewName } from '../../catalogue';
import { matchText, type MatchedLine } from '../../model/lines/matched-line';

/** Small views whose commands are all in the catalogue. */
export const smallViews: ReadonlySet<ViewName> = new Set<ViewName>(['rbs', 'rbp', 'service-location']);

const homes: readonly ViewName[] = [
  'rbs',
  'rbp',
  'service-location',
  'service-instance-group',
  'interface',
  'e-trunk',
  'ip-pool',
  'system',
];

/** What a person calls that view; undefined for a line that is known here, or nowhere. */
export function ownerView(line: MatchedLine): string | undefined {
  if (line.match || /^(undo|description)\b/i.test(line.text)) return undefined;
  const home = homes.find((view) => view !== line.view && matchText(view, line.text)?.complete);
  return home && views[home].title;
}
