// The ACLs that pick the users of NAT and DS-Lite instances: which one an outbound names, and what its rules let through.
import { acl, dsLite, nat64Instance, natInstance } from '../../catalogue';
import { memoizeByObject } from '../../text/memoize';
import { withoutRemark } from '../../text/line-ends';
import { words } from '../../text/words';
import { address, prefix, type Family, type Prefix } from '../address';
import { joined, numberOf, rangeOfPrefix, type AddressRange } from '../address-ranges';
import type { Device, ServiceInstance } from '../device';
import { inForce } from '../lines/in-force';
import { isRead, type MatchedLine } from '../lines/matched-line';
import { nameKey } from '../names';
import type { Fact, Place } from '../place';
import { has, text } from '../read/line-values';

/** A line of an instance that translates the users of an ACL. */
export interface Outbound {
  readonly line: MatchedLine;
  readonly acl: Fact<string>;
  /** The kind of packets that come from the users of such an instance. */
  readonly family: Family;
}

const families: ReadonlyMap<string, Family> = new Map([
  [dsLite.outbound.id, 6],
  [natInstance.outbound.id, 4],
  [nat64Instance.outbound.id, 6],
]);

/** The line translates the users of an ACL. */
export function isOutbound({ match }: MatchedLine): boolean {
  return match !== undefined && families.has(match.command) && !match.undo && isRead(match);
}

/** The `outbound` lines of an instance; worked out once for each of its states. */
export const outboundsOf = memoizeByObject((instance: ServiceInstance): readonly Outbound[] =>
  inForce(instance.block.lines).flatMap((line) => {
    if (!isOutbound(line)) return [];
    const family = families.get(line.match!.command)!;
    const named = text(line, 'acl-number') ?? text(line, 'acl6-number') ?? text(line, 'acl-name');
    return named ? [{ line, acl: named, family }] : [];
  }),
);

/** The lines that open the ACL, in file order; none where the file does not hold it. */
export function headsOf(device: Device, name: string): readonly MatchedLine[] {
  return device.nameIndex.definitionsOf('acl', nameKey(name)).map((occurrence) => occurrence.line);
}

/** A way to an instance: a policy joins a classifier, which names an ACL, with a behavior that binds the instance. */
export interface WayToInstance {
  readonly acl: Fact<string>;
  /** As the line of the policy names it. */
  readonly classifier: Fact<string>;
  readonly joined: MatchedLine;
}

/** The ways over which traffic is handed to the instance. */
export function* waysTo({ nameIndex }: Device, { kind, key }: ServiceInstance): Iterable<WayToInstance> {
  const joints = new Map<string, Omit<WayToInstance, 'acl'>>();
  for (const { line, head } of nameIndex.occurrences(`${kind}-instance`, key)) {
    const behavior = line.view === 'traffic-behavior' && head ? text(head, 'behavior-name') : undefined;
    if (!behavior) continue;
    for (const use of nameIndex.occurrences('traffic-behavior', nameKey(behavior.value))) {
      const classifier = use.defines ? undefined : text(use.line, 'classifier-name');
      if (classifier) joints.set(nameKey(classifier.value), { classifier, joined: use.line });
    }
  }
  for (const [key, joint] of joints)
    for (const { line: definition } of nameIndex.definitionsOf('traffic-classifier', key))
      for (const line of inForce(definition.lines)) {
        const acl = line.match?.undo ? undefined : (text(line, 'acl-number') ?? text(line, 'acl-name'));
        if (acl) yield { acl, ...joint };
      }
}

/** The ACLs of the classifiers that hand traffic to the instance. */
export function* classifierAcls(device: Device, instance: ServiceInstance): Iterable<Fact<string>> {
  for (const { acl } of waysTo(device, instance)) yield acl;
}

/** The ACLs that pick the users of an instance: those of its outbounds, and of the classifiers that hand users over to it. */
export function* usersAclsOf(
  device: Device,
  instance: ServiceInstance,
): Iterable<{ readonly acl: Fact<string>; readonly line: Place }> {
  yield* outboundsOf(instance);
  for (const acl of classifierAcls(device, instance)) yield { acl, line: acl.at };
}

/** Whether the ACL is one for IPv4 or for IPv6. */
export function familyOfAcl(head: MatchedLine): Family {
  return has(head, 'ipv6') ? 6 : 4;
}

/** A rule of an ACL: its number, action and what it fits. */
export interface AclRule {
  readonly line: MatchedLine;
  readonly permits: boolean;
  /** What stands behind `permit` or `deny`. */
  readonly condition: string;
}

/** The rules of an ACL as they are tried; undefined where a line of it is no command of an ACL, or the device chooses the order. */
export function rulesOf(heads: readonly MatchedLine[]): readonly AclRule[] | undefined {
  const [head, ...more] = heads;
  if (head && more.length === 0) return rulesBelow(head).rules;
  const all = heads.map((each) => rulesBelow(each).rules);
  return all.some((rules) => !rules) ? undefined : inOrder(all.flatMap((rules) => rules!));
}

/** Worked out once for each state of the ACL, which thousands of instances may share. */
const rulesBelow = memoizeByObject((head: MatchedLine): { readonly rules?: readonly AclRule[] } => {
  if (has(head, 'auto')) return {};
  const rules: AclRule[] = [];
  for (const line of inForce(head.lines)) {
    const match = line.match;
    if (!match) return {};
    if (match.command !== acl.rule.id || match.undo) continue;
    const permits = has(line, 'permit');
    if (permits || has(line, 'deny')) rules.push({ line, permits, condition: spoken(conditionOf(line)) });
  }
  return { rules: inOrder(rules) };
});

function inOrder(rules: readonly AclRule[]): readonly AclRule[] {
  return [...rules].sort((a, b) => number(a) - number(b));
}

/** What stands behind `permit` or `deny`, words that the catalogue does not know included: two rules are still told apart by them. */
function conditionOf({ text: written, match }: MatchedLine): string {
  const action = match!.roles.findIndex(
    (role) => role.kind === 'keyword' && (role.keyword === 'permit' || role.keyword === 'deny'),
  );
  return words(withoutRemark(written))
    .slice(action + 1)
    .map((word) => word.text)
    .join(' ');
}

/** With the names of the two addresses written out: a short word may begin several words of the catalogue. */
function spoken(condition: string): string {
  return condition.replace(/(?<=^| )(?:sou(?:r|rc|rce)?|des(?:t\w*)?)(?= )/gi, (word) =>
    /^s/i.test(word) ? 'source' : 'destination',
  );
}

/** A rule without a number gets one behind those above it; among equals the order of the file stays. */
function number({ line }: AclRule): number {
  return Number(text(line, 'rule-id')?.value ?? Infinity);
}

/** Whether the rule of an ACL of this family is about packets of the other one: by its protocol, or by an address that it names. */
export function otherFamily({ condition }: AclRule, family: Family): boolean {
  const [protocol = ''] = condition.toLowerCase().split(' ', 1);
  if (family === 6) return protocol === 'ip' || /(?:^| )(?:source|destination) \d+\.\d/.test(condition);
  return protocol === 'ipv6' || /(?:^| )(?:source|destination) [\da-f]*:/i.test(condition);
}

/** The first rule that keeps everybody out: one that denies without a condition, or any where none permits. */
export function barrier(rules: readonly AclRule[]): AclRule | undefined {
  const first = rules[0];
  if (!first || first.permits) return undefined;
  const isForAll = /^(?:ip|ipv6)?(?: *source any)?(?: *destination any)?$/i.test(first.condition.trim());
  return isForAll || rules.every((rule) => !rule.permits) ? first : undefined;
}

/** The IPv6 addresses whose packets the rule is about; undefined for other conditions than one prefix. */
export function sourceOf({ condition }: AclRule): Prefix | undefined {
  const found = /(?:^| )source ([\da-f:]+)[/ ](\d+)(?: |$)/i.exec(condition);
  return found ? prefix(found[1]!, found[2]) : undefined;
}

/**
 * The addresses from which an ACL lets packets through, as ranges that do not touch, in order: so that two ACLs that say one set in
 * different rules are one. Undefined where a rule asks for more than a source, or one that denies stands before one that permits.
 */
export function permittedSources(rules: readonly AclRule[]): readonly string[] | undefined {
  return permittedRanges(rules)?.map(({ first, end }) => `${first.toString(16)}-${end.toString(16)}`);
}

/** What the rules of an ACL let through, whatever its name and however they are ordered; undefined where they cannot be read. */
export function aclMeaning(device: Device, name: string): string | undefined {
  const heads = headsOf(device, name);
  const rules = heads.length > 0 ? rulesOf(heads) : undefined;
  if (!rules || rules.length === 0) return undefined;
  const told =
    permittedSources(rules) ?? rules.map(({ permits, condition }) => `${permits} ${condition.toLowerCase()}`);
  return `${familyOfAcl(heads[0]!)}:${told.join(';').replace(/ /g, '_')}`;
}

/** The same as numbers. */
export function permittedRanges(rules: readonly AclRule[]): readonly AddressRange[] | undefined {
  const last = rules.findLastIndex(({ permits }) => permits);
  const ranges: AddressRange[] = [];
  for (const rule of rules.slice(0, last + 1)) {
    const range = rule.permits ? sourceRange(rule) : undefined;
    if (!range) return undefined;
    ranges.push(range);
  }
  return joined(ranges);
}

/** All addresses from which an ACL may let packets through, whatever else it asks; undefined where a rule names none. */
export function possibleRanges(rules: readonly AclRule[]): readonly AddressRange[] | undefined {
  const ranges: AddressRange[] = [];
  for (const rule of rules) {
    const range = rule.permits ? namedSource(rule) : undefined;
    if (range) ranges.push(range);
    else if (rule.permits) return undefined;
  }
  return joined(ranges);
}

function namedSource(rule: AclRule): AddressRange | undefined {
  const [, host = '', wildcard] = /(?:^| )source ([^\s/]+)(?:[ /](\S+))?/i.exec(rule.condition) ?? [];
  return rangeOf(rule, host, wildcard);
}

function sourceRange(rule: AclRule): AddressRange | undefined {
  const [, host = '', wildcard] = /^(?:ip(?:v6)? )?source ([^\s/]+)(?:[ /](\S+))?$/i.exec(rule.condition.trim()) ?? [];
  return rangeOf(rule, host, wildcard);
}

function rangeOf(rule: AclRule, host: string, wildcard: string | undefined): AddressRange | undefined {
  if (/^\d+\.\d/.test(host)) return ofWildcard(host, wildcard);
  const net = host.includes(':') ? sourceOf(rule) : undefined;
  return net && rangeOfPrefix(net);
}

/** The bits of the wildcard that stand apart name many ranges, not one. */
function ofWildcard(host: string, text = ''): AddressRange | undefined {
  const [own, wildcard] = [address(host), address(text === '0' ? '0.0.0.0' : text)];
  if (own?.family !== 4 || wildcard?.family !== 4) return undefined;
  const size = numberOf(wildcard) + 1n;
  if ((size & (size - 1n)) !== 0n) return undefined;
  const first = (numberOf(own) / size) * size;
  return { first, end: first + size };
}

/** The prefixes from which the users of a DS-Lite instance come. */
export function userPrefixes(instance: ServiceInstance): readonly Fact<Prefix>[] {
  return inForce(instance.block.lines).flatMap((line) => {
    if (line.match?.command !== dsLite.remoteIpv6.id || line.match.undo) return [];
    const [host, length] = [text(line, 'ipv6-address'), text(line, 'prefix-length')];
    const net = host && length && prefix(host.value, length.value);
    return net ? [{ value: net, at: host.at }] : [];
  });
}
