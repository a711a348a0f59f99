// Rows of the interfaces that bind a profile: what the service does on them.
import { interfaceView, rbp, vrrp, vrrp6 } from '../../catalogue';
import type { Interface } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import type { MatchedLine } from '../../model/lines/matched-line';
import { nameKey } from '../../model/names';
import { other, type Pair, type Side } from '../../model/pairing/pair';
import type { Correspondence } from '../correspondence';
import { keyFor } from '../device-views';
import { policyOf } from '../line-policy';
import { bothNames, type Section } from './row-builder';
import { lineParts, scopeOf, section } from './section-builder';

/** The counterparts of two interfaces; one is missing where there is none. */
interface Couple {
  readonly a?: Interface;
  readonly b?: Interface;
}

/** Interfaces that bind a profile or carry the service lines of one, with their counterparts. */
export function bindingSections(correspondence: Correspondence): Section[] {
  const { pair } = correspondence;
  return boundCouples(correspondence).map(({ a, b }) => {
    const title = `Interface ${bothNames(a?.name, b?.name)}`;
    const isShown = (line: MatchedLine) => !isGroupLine(line) && isService(line);
    const parts = lineParts(correspondence, a?.block.lines, b?.block.lines, title, shownElsewhere, isShown);
    return section(title, servicesOf(pair, a, b), scopeOf([a, b]), parts);
  });
}

function boundCouples(correspondence: Correspondence): Couple[] {
  const bound = (side: Side) =>
    [...correspondence.pair[side].interfaces.values()].filter(({ profiles }) => profiles.length > 0);
  const couples = bound('a').map((a): Couple => ({ a, b: counterpartOf(correspondence, 'a', a) }));
  const seen = new Set(couples.map(({ b }) => b));
  const rest = bound('b').filter((b) => !seen.has(b));
  return [...couples, ...rest.map((b) => ({ a: counterpartOf(correspondence, 'b', b), b }))];
}

function counterpartOf({ pair, viewFor }: Correspondence, side: Side, { key }: Interface): Interface | undefined {
  const view = viewFor(side, keyFor('interface', key));
  return view && pair[other(side)].interfaces.get(view.key.slice('interface '.length));
}

/** Commands that other sections show. */
const shownElsewhere = [rbp.bind.id, interfaceView.shutdown.id, interfaceView.address.id, interfaceView.ipv6Address.id];

function isGroupLine(line: MatchedLine): boolean {
  const command = line.match?.command ?? '';
  return (
    (command.startsWith('vrrp.') || command.startsWith('vrrp6.')) &&
    command !== vrrp.recoverDelay.id &&
    command !== vrrp6.recoverDelay.id
  );
}

/** A line of the service that is bound, but not the routing or the description beside it. */
function isService(line: MatchedLine): boolean {
  const { kind } = policyOf(line);
  return kind === 'must match' || kind === 'role' || /^direct-route /.test(canonicalText(line));
}

function servicesOf(pair: Pair, a: Interface | undefined, b: Interface | undefined): string[] {
  const servicesOn = (side: Side, found: Interface | undefined) =>
    (found?.profiles ?? []).flatMap((name) => pair[side].profiles.get(nameKey(name.value))?.services ?? []);
  return [...servicesOn('a', a), ...servicesOn('b', b)].map((service) => service.value);
}
