// The ACLs that pick the users of an instance, in it and on the way to it, hold the same rules on both devices: whom the other one
// leaves out is not translated after a switchover. Its number and the order of its rules are the device's own. Where both devices have
// both ACLs, and alike, not a rule is wrong but the way: an outbound, a classifier or a policy names the other one.
import type { Difference } from '../../diagnostics/exchanged';
import { pairRule, type Fix } from '../../diagnostics/rule';
import type { Device, ServiceInstance } from '../../model/device';
import { prefixKey } from '../../model/address';
import type { Pair } from '../../model/pairing/pair';
import type { MatchedLine } from '../../model/lines/matched-line';
import { nameKey } from '../../model/names';
import type { Fact, Place } from '../../model/place';
import {
  headsOf,
  outboundsOf,
  permittedSources,
  rulesOf,
  sourceOf,
  waysTo,
  type AclRule,
} from '../../model/services/user-acls';
import { instancesOnBoth } from '../../model/services/service-boards';
import { insertInBlock, replace } from '../../edits/config-edits';
import { exampleBoard } from '../testing/example-board';

interface Facts {
  /** Where the other ACL is named in place of the right one, there is no rule to add. */
  readonly isOtherAcl: boolean;
  /** Of two classifiers with one name, where they name their ACLs. */
  readonly named?: { readonly a: Fact<string>; readonly b: Fact<string> };
  readonly a: Acl;
  readonly b: Acl;
  /** The rule that the other device has not, on either. */
  readonly onA?: AclRule;
  readonly onB?: AclRule;
}

interface Acl {
  readonly device: Device;
  readonly name: string;
  readonly head: MatchedLine;
  readonly ordered: readonly AclRule[];
  /** By what they say, without their number. */
  readonly rules: ReadonlyMap<string, AclRule>;
}

export default pairRule<Facts>({
  id: 'instance-acl-differs',
  requirement: 'HB-X-ACL-SAME',
  title: 'The ACL of an instance has other rules on the other device',
  severity: 'warning',
  why: 'Users whom one device translates and the other does not lose their sessions, and their way out, at a switchover.',
  guide: ['004 context'],
  supersededBy: [
    'acl-of-other-family',
    'acl-rule-of-other-family',
    'instance-acl-denies',
    'ds-lite-acl-for-others',
    'acl-undefined',
    'acl-mask-for-wildcard',
    'instance-acl-misses-pool',
    'ds-lite-instance-differs',
  ],
  *check(pair) {
    const reported = new Set<MatchedLine>();
    for (const [left, a, b, ways] of aclsOnBoth(pair)) {
      if (reported.has(a.head)) continue;
      const [onA, onB] = [firstBeside(a, b), firstBeside(b, a)];
      if ((!onA && !onB) || areOneSet(a, b)) continue;
      reported.add(a.head);
      const what = `${left.kind} instance ${left.name}`;
      if (isOnBoth(a, b) && isOnBoth(b, a)) {
        yield {
          at: wayAt(ways.b, ways.a),
          message: otherAcl(b, a, what),
          peer: { at: wayAt(ways.a, ways.b), message: otherAcl(a, b, what) },
          evidence: [ways.a, ways.b].flatMap((way) => [way.acl.at, ...(way.joined ? [way.joined] : [])]),
          differs: differenceOf(ways, a, b, what),
          facts: { isOtherAcl: true, named: ofOneClassifier(ways), a, b },
        };
        continue;
      }
      yield {
        at: onB?.line ?? b.head,
        message: messageOf(b, onB, a, onA, what),
        peer: { at: onA?.line ?? a.head, message: messageOf(a, onA, b, onB, what) },
        facts: { isOtherAcl: false, a, b, onA, onB },
      };
    }
  },
  fix({ isOtherAcl, named, a, b, onA, onB }) {
    if (isOtherAcl) return named ? [useAcl(b, named.b, a.name), useAcl(a, named.a, b.name)] : [];
    return [...ruleOf(a, onA, b, onB), ...ruleOf(b, onB, a, onA)];
  },
  examples: [
    {
      title: 'Fewer users on one device',
      config:
        exampleBoard('DeviceA', 1, parts('rule 5 permit ipv6 source 2001:DB8:1::/48')) +
        exampleBoard(
          'DeviceB',
          2,
          parts(
            'rule 5 permit ipv6 source 2001:DB8:1::/56',
            `
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: ACL 3001 of ds-lite instance users has "permit 2001:DB8:1::/56", DeviceA "permit 2001:DB8:1::/48": users are left out`,
          ),
        ),
    },
    {
      title: 'No user is picked on the way to the instance',
      config:
        exampleBoard('DeviceA', 1, onTheWay('rule 5 permit ip source user-group homes')) +
        exampleBoard(
          'DeviceB',
          2,
          onTheWay(
            undefined,
            `
        ^^^^^^^^^^^^^^^ DeviceB: ACL 6001 of nat instance users lacks "permit user-group homes" of DeviceA: users are left out; add the rule`,
          ),
        ),
    },
    {
      title: 'Another ACL, which both devices have: in the classifier, in the policy',
      config:
        exampleBoard('DeviceA', 1, twoClasses()) +
        exampleBoard(
          'DeviceB',
          2,
          twoClasses({
            east: `acl 6002
                      ^^^^ DeviceB: nat instance users gets the users of ACL 6002, on DeviceA those of ACL 6001: users are left out; use one`,
          }),
        ),
    },
    {
      title: 'Classes that are crossed in the policy',
      config:
        exampleBoard('DeviceA', 1, twoClasses()) +
        exampleBoard(
          'DeviceB',
          2,
          twoClasses({
            join: `classifier west behavior users
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: nat instance users gets the users of ACL 6002, on DeviceA those of ACL 6001`,
          }),
        ),
    },
    {
      title: 'The same users, on one device at some hours only',
      config:
        exampleBoard('DeviceA', 1, parts('rule 5 permit ipv6 source 2001:DB8:1::/48')) +
        exampleBoard(
          'DeviceB',
          2,
          parts(
            'rule 5 permit ipv6 source 2001:DB8:1::/48 time-range nights',
            `
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceB: ACL 3001 of ds-lite instance users has "permit 2001:DB8:1::/48 time-r ...", DeviceA "permit 2001:DB8:1::/48"`,
          ),
        ),
    },
    {
      title: 'A group of users with a name of its own',
      config:
        exampleBoard('DeviceA', 1, onTheWay('rule 5 permit ip source user-group homes')) +
        exampleBoard('DeviceB', 2, onTheWay('rule 10 permit ip source user-group houses')),
    },
    {
      title: 'One range in two rules',
      config:
        exampleBoard('DeviceA', 1, parts('rule 5 permit ipv6 source 2001:DB8:1::/48')) +
        exampleBoard(
          'DeviceB',
          2,
          parts(`rule 5 permit ipv6 source 2001:DB8:1:8000::/49
         rule 10 permit ipv6 source 2001:DB8:1::/49
         rule 20 deny ipv6`),
        ),
    },
    {
      title: 'Numbered otherwise, in another spelling',
      config:
        exampleBoard('DeviceA', 1, parts('rule 5 permit ipv6 source 2001:DB8:1::/48')) +
        exampleBoard('DeviceB', 2, parts('rule 10 permit ipv6 source 2001:db8:1:: 48')),
    },
  ],
});

/** How the users of an ACL come to an instance: an outbound names it, or a classifier that a policy joins with a behavior. */
interface Way {
  readonly acl: Fact<string>;
  readonly classifier?: Fact<string>;
  readonly joined?: MatchedLine;
}

interface Ways {
  readonly a: Way;
  readonly b: Way;
}

/** Of each instance the ACL of its outbounds, and that of the classifiers which hand packets to it. */
function* aclsOnBoth(pair: Pair): Iterable<readonly [ServiceInstance, Acl, Acl, Ways]> {
  for (const { a: left, b: right } of instancesOnBoth(pair)) {
    for (const waysOf of [outboundWays, classifierWays]) {
      const ways = { a: waysOf(pair.a, left), b: waysOf(pair.b, right) };
      const [a, b] = [onlyAcl(pair.a, ways.a), onlyAcl(pair.b, ways.b)];
      if (a && b) yield [left, a, b, { a: ways.a[0]!, b: ways.b[0]! }];
    }
  }
}

function outboundWays(_: Device, instance: ServiceInstance): readonly Way[] {
  return outboundsOf(instance);
}

function classifierWays(device: Device, instance: ServiceInstance): readonly Way[] {
  return [...waysTo(device, instance)];
}

/** Whether the device of the other ACL has this one too, with the same rules. */
function isOnBoth(acl: Acl, { device, name }: Acl): boolean {
  if (nameKey(acl.name) === nameKey(name)) return false;
  const rules = rulesOf(headsOf(device, acl.name));
  const others = rules && new Set(rules.map(keyOf));
  return others?.size === acl.rules.size && [...acl.rules.keys()].every((key) => others.has(key));
}

/** The line that names the other ACL; of classifiers with one name on both devices that which names the class. */
function wayAt(way: Way, peer: Way): Place {
  return way.joined && !areOneClassifier(way, peer) ? way.joined : way.acl.at;
}

function areOneClassifier({ classifier }: Way, peer: Way): boolean {
  return classifier !== undefined && nameKey(classifier.value) === nameKey(peer.classifier?.value ?? '');
}

/** Two classes of which each is joined with the behavior of the other, or has the ACL of the other. */
function differenceOf(ways: Ways, a: Acl, b: Acl, of: string): Difference | undefined {
  const isJoint = !areOneClassifier(ways.a, ways.b);
  const end = (acl: Acl, way: Way) => {
    const named = isJoint ? way.classifier : way.acl;
    return named && { device: acl.device.name, of, text: named.value, key: nameKey(acl.name), places: [named.at] };
  };
  const ends = { a: end(a, ways.a), b: end(b, ways.b) };
  const what = isJoint ? 'classifiers' : 'ACLs';
  return ends.a && ends.b && { what, consequence: 'users are left out', a: ends.a, b: ends.b };
}

function ofOneClassifier({ a, b }: Ways): Facts['named'] {
  return areOneClassifier(a, b) ? { a: a.acl, b: b.acl } : undefined;
}

function useAcl({ device }: Acl, { at }: Fact<string>, name: string): Fix {
  return { title: `Use ACL ${name} on ${device.name}`, edits: [replace(at, name)], safe: false };
}

function otherAcl(acl: Acl, peerAcl: Acl, what: string): string {
  const [own, peer] = [acl.name, peerAcl.name];
  return `${acl.device.name}: ${what} gets the users of ACL ${own}, on ${peerAcl.device.name} those of ACL ${peer}: users are left out; use one`;
}

function messageOf(
  acl: Acl,
  rule: AclRule | undefined,
  peerAcl: Acl,
  peerRule: AclRule | undefined,
  what: string,
): string {
  const start = `${acl.device.name}: ACL ${acl.name} of ${what}`;
  if (!rule) return `${start} lacks ${shown(peerRule!)} of ${peerAcl.device.name}: users are left out; add the rule`;
  return peerRule
    ? `${start} has ${shown(rule, peerRule)}, ${peerAcl.device.name} ${shown(peerRule, rule)}: users are left out`
    : `${start} has ${shown(rule)}, ${peerAcl.device.name} has not: users are left out after a switchover`;
}

/** What differs is mostly the source; of two that begin alike the ends are shown. */
function shown(rule: AclRule, beside?: AclRule): string {
  const text = shortText(rule);
  const start = text.slice(0, mostShown);
  const isCut = text.length > mostShown + 4;
  const beginAlike = isCut && beside !== undefined && shortText(beside).startsWith(start);
  const cut = beginAlike ? `... ${text.slice(-mostShown)}` : `${start} ...`;
  return `"${rule.permits ? 'permit' : 'deny'} ${isCut ? cut : text}"`;
}

/** Characters of a condition that fit into a message twice. */
const mostShown = 22;

function shortText({ condition }: AclRule): string {
  return condition.replace(/^ip(?:v6)? source /i, '');
}

/** Writes the rule of one device on the other. */
function ruleOf(from: Acl, rule: AclRule | undefined, to: Acl, instead: AclRule | undefined): Fix[] {
  if (!rule) return [];
  const block = { heads: [to.head], lines: to.head.lines };
  const edit = instead ? replace(instead.line, rule.line.text) : insertInBlock(to.device, block, rule.line.text.trim());
  return [{ title: `Use the rule of ${from.device.name} on ${to.device.name}`, edits: [edit], safe: false }];
}

/** One range in two rules is the same users. */
function areOneSet(a: Acl, b: Acl): boolean {
  const [ofA, ofB] = [a, b].map(({ ordered }) => permittedSources(ordered)?.join());
  return ofA !== undefined && ofA === ofB;
}

function firstBeside(acl: Acl, other: Acl): AclRule | undefined {
  return [...acl.rules].find(([text]) => !other.rules.has(text))?.[1];
}

/** The one ACL of these names; undefined where there are several, or the file does not hold it once. */
function onlyAcl(device: Device, ways: readonly Way[]): Acl | undefined {
  const [name, ...more] = new Set(ways.map(({ acl }) => acl.value));
  const heads = name === undefined || more.length > 0 ? [] : headsOf(device, name);
  const [head] = heads;
  if (name === undefined || !head || heads.length > 1) return undefined;
  const rules = rulesOf(heads);
  return rules && { device, name, head, ordered: rules, rules: new Map(rules.map((rule) => [keyOf(rule), rule])) };
}

/** One prefix in any spelling is one condition, and a group of users has a name of its own on each device. */
function keyOf(rule: AclRule): string {
  const source = sourceOf(rule);
  const condition = source
    ? rule.condition.replace(/ source \S+( \d+)?/i, () => ` source ${prefixKey(source)}`)
    : rule.condition;
  return `${rule.permits} ${condition.toLowerCase().replace(/ user-group \S+/, ' user-group')}`;
}

function parts(rule: string, carets = ''): Parameters<typeof exampleBoard>[2] {
  return {
    instance: `ds-lite instance users id 1
         service-instance-group group1
         ds-lite outbound 3001 address-group out`,
    rest: `
        acl ipv6 number 3001
         ${rule}${carets}
        #`,
  };
}

function onTheWay(rule: string | undefined, carets = ''): Parameters<typeof exampleBoard>[2] {
  return {
    instance: `nat instance users id 1
         service-instance-group group1`,
    rest: `
        acl number 6001${carets}${rule === undefined ? '' : `\n         ${rule}`}
        #
        traffic classifier users operator or
         if-match acl 6001
        #
        traffic behavior users
         nat bind instance users
        #
        traffic policy users
         classifier users behavior users
        #
        traffic-policy users inbound
        #`,
  };
}

function twoClasses({ east = 'acl 6001', join = 'classifier east behavior users' } = {}): Parameters<
  typeof exampleBoard
>[2] {
  return {
    instance: `nat instance users id 1
         service-instance-group group1`,
    rest: `
        acl number 6001
         rule 5 permit ip source 10.64.0.0 0.0.255.255
        #
        acl number 6002
         rule 5 permit ip source 10.65.0.0 0.0.255.255
        #
        traffic classifier east operator or
         if-match ${east}
        #
        traffic classifier west operator or
         if-match acl 6002
        #
        traffic behavior users
         nat bind instance users
        #
        traffic policy users
         ${join}
        #
        traffic-policy users inbound
        #`,
  };
}
