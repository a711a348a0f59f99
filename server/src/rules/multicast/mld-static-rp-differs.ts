// Both devices of a multicast pair must know the same rendezvous point: the one that takes over would join another tree.
import type { Device } from '../../model/device';
import { address } from '../../model/address';
import type { MatchedLine } from '../../model/lines/matched-line';
import type { Pair } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { bindingsOf } from '../../model/services/bindings';
import { multicastFamilies, type MulticastWords } from '../../model/services/multicast';
import { replace } from '../../edits/config-edits';
import { pairRule, type Fix, type RawFinding, type Severity } from '../../diagnostics/rule';
import { canonicalText, hasLine, wordsAt } from '../../model/lines/canonical-text';
import { exampleChannel } from '../testing/example-channel';

/**
 * A rendezvous point that a `static-rp` line names. `text` is the address in capital letters, `key` equal for spellings
 * of one address.
 */
export interface Rp {
  readonly line: MatchedLine;
  readonly at: Place;
  readonly text: string;
  readonly key: string;
  /** Only for the groups of an ACL. */
  readonly isForSome: boolean;
}

interface Facts {
  readonly a?: Rp;
  readonly b?: Rp;
  readonly devices: readonly [string, string];
}

export default pairRule<Facts>({
  id: 'mld-static-rp-differs',
  requirement: 'HB-M-STATIC-RP',
  title: 'The two devices of a multicast pair name different static RPs',
  severity: 'error',
  why: 'After a switchover the new master joins its groups at another rendezvous point, where the sources may not be registered, or at none.',
  guide: ['003 step 5', '006 step 5'],
  supersededBy: ['acl-undefined'],
  *check(pair) {
    for (const words of multicastFamilies) {
      if (bindingsOf(pair.a, words.service).length === 0 || bindingsOf(pair.b, words.service).length === 0) continue;
      const [ofA, ofB] = [staticRps(pair.a, words.pimView), staticRps(pair.b, words.pimView)];
      const a = ofA.find((rp) => !ofB.some((peerRp) => peerRp.key === rp.key));
      const b = ofB.find((rp) => !ofA.some((peerRp) => peerRp.key === rp.key));
      yield* differingScopes(pair, ofA, ofB);
      // An RP that is elected may stand in for one that is written.
      const severity = isElected(pair.a, words.pimView) || isElected(pair.b, words.pimView) ? 'warning' : 'error';
      if (a && b)
        yield {
          at: b.at,
          severity,
          message: `Static RP ${b.text} on ${pair.b.name}, ${a.text} on ${pair.a.name}: streams stop after a switchover`,
          peer: {
            at: a.at,
            message: `Static RP ${a.text} on ${pair.a.name}, ${b.text} on ${pair.b.name}: streams stop after a switchover`,
          },
          facts: { a, b, devices: [pair.a.name, pair.b.name] },
        };
      else if (a || b) yield oneSided(pair, a, b, words, severity);
    }
  },
  fix({ a, b, devices }): Fix[] {
    if (!a || !b) return [];
    return [
      { title: `Use ${a.text} on ${devices[1]}`, edits: [replace(b.at, a.text)], safe: false },
      { title: `Use ${b.text} on ${devices[0]}`, edits: [replace(a.at, b.text)], safe: false },
    ];
  },
  examples: [
    {
      title: 'For the groups of an ACL on one device',
      config:
        device('DeviceA', 1, '2001:DB8:22::22') +
        device(
          'DeviceB',
          2,
          `2001:DB8:22::22 2001
                   ^^^^^^^^^^^^^^^ Static RP 2001:DB8:22::22 is for the groups of an ACL on DeviceB, for all groups on DeviceA: streams of the others stop after a switchover`,
        ),
    },
    {
      title: 'A wrong digit in the RP',
      config:
        device('DeviceA', 1, '2001:DB8:22::22') +
        device(
          'DeviceB',
          2,
          `2001:DB8:22::23
                   ^^^^^^^^^^^^^^^ Static RP 2001:DB8:22::23 on DeviceB, 2001:DB8:22::22 on DeviceA`,
        ) +
        `
        fixed:${device('DeviceB', 2, '2001:DB8:22::22')}`,
    },
    {
      title: 'On one device only',
      config:
        device('DeviceA', 1, '2001:DB8:22::22') +
        device('DeviceB', 2, '2001:DB8:22::22').replace(
          /pim-ipv6[^#]*/,
          `pim-ipv6
        ^^^^^^^^ DeviceB has no static RP 2001:DB8:22::22, unlike DeviceA: after a switchover DeviceB joins no group there
        `,
        ),
    },
    {
      title: 'One RP in two spellings',
      config: device('DeviceA', 1, '2001:DB8:22::22') + device('DeviceB', 2, '2001:db8:22:0::22'),
    },
  ],
});

function oneSided(
  pair: Pair,
  a: Rp | undefined,
  b: Rp | undefined,
  { service, pimView }: MulticastWords,
  severity: Severity,
): RawFinding<Facts> {
  const [having, lacking] = a ? [pair.a, pair.b] : [pair.b, pair.a];
  const rp = (a ?? b)!;
  const view = lacking.views.get(pimView)?.[0]?.heads[0];
  const bound = bindingsOf(lacking, service)[0]!;
  const message = `${lacking.name} has no static RP ${rp.text}, unlike ${having.name}: after a switchover ${lacking.name} joins no group there`;
  return {
    at: view ?? lacking.sysname?.at ?? bound.at,
    severity,
    message,
    peer: { at: rp.at, message },
    facts: { a, b, devices: [pair.a.name, pair.b.name] },
  };
}

/** The device takes part in the election of a rendezvous point, or reads it from the group's address. */
function isElected(device: Device, view: 'pim-ipv6' | 'pim-ipv4'): boolean {
  return (device.views.get(view) ?? []).some((block) => hasLine(block, /^(?:c-bsr|c-rp|auto-rp|embedded-rp)\b/));
}

/** One RP, for all groups on one device and for those of an ACL on the other. */
function* differingScopes(pair: Pair, ofA: readonly Rp[], ofB: readonly Rp[]): Iterable<RawFinding<Facts>> {
  const scope = ({ isForSome }: Rp) => (isForSome ? 'for the groups of an ACL' : 'for all groups');
  for (const a of ofA) {
    const same = ofB.filter(({ key }) => key === a.key);
    const [b] = same;
    if (!b || same.length > 1 || ofA.some((each) => each !== a && each.key === a.key) || a.isForSome === b.isForSome)
      continue;
    const message = `Static RP ${b.text} is ${scope(b)} on ${pair.b.name}, ${scope(a)} on ${pair.a.name}: streams of the others stop after a switchover`;
    yield {
      at: b.at,
      severity: 'warning',
      message,
      peer: { at: a.at, message },
      facts: { devices: [pair.a.name, pair.b.name] },
    };
  }
}

/** `static-rp ADDRESS` lines of the PIM view. */
export function staticRps(device: Device, view: 'pim-ipv6' | 'pim-ipv4'): Rp[] {
  return (device.views.get(view) ?? [])
    .flatMap((block) => block.lines)
    .flatMap((line) => {
      const [word, text = '', ...rest] = canonicalText(line).split(' ');
      const parsed = word === 'static-rp' ? address(text) : undefined;
      const isForSome = rest.some((each) => /^\d+$|^acl/.test(each));
      return parsed ? [{ line, at: wordsAt(line, 1), text: text.toUpperCase(), key: parsed.key, isForSome }] : [];
    });
}

function device(name: string, own: 1 | 2, rp: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 2000)}
        #
        remote-backup-profile tv
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile tv
        #
        pim-ipv6
         static-rp ${rp}
        #`;
}
