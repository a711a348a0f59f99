// The guide wants the same DHCP server configuration on both devices: the pools must agree line by line.
import { profilePairOf } from '../../model/pairing/matching';
import { other } from '../../model/pairing/pair';
import { canonicalText } from '../../model/lines/canonical-text';
import { boundPools, poolsOf, poolsOnBoth, type BoundPool } from '../../model/services/pools';
import { pairRule, type RawFinding } from '../../diagnostics/rule';
import { dhcpExampleDevice } from '../testing/example-pair';
import {
  differenceFindings,
  differenceFixes,
  differences,
  type ComparedSettings,
  type DifferenceFacts,
} from '../shared/same-configuration';

const apart = /^(remote-backup-profile|server identifier|description)\b/;

export default pairRule<DifferenceFacts | undefined>({
  id: 'dhcp-server-pool-differs',
  requirement: 'HB-DS-SAMECONF',
  title: 'The DHCP server pools of the two devices differ',
  severity: 'error',
  why: 'After a switchover new clients get other settings or none, and leases outside the pool cannot be renewed.',
  guide: ['002 prerequisites'],
  supersededBy: ['dhcp-server-identifiers-differ', 'value-out-of-range'],
  *check(pair) {
    const matched = poolsOnBoth(pair);
    for (const { a, b } of matched) {
      const [ofA, ofB] = [compared(a), compared(b)];
      yield* differenceFindings(
        ofA,
        ofB,
        differences(ofA, ofB, (_, text) => !apart.test(text)),
      );
    }
    const answered = new Set(matched.flatMap(({ a, b }) => [a.pool, b.pool]));
    for (const side of ['a', 'b'] as const) {
      const [here, there] = [pair[side], pair[other(side)]];
      for (const bound of boundPools(here)) {
        if (answered.has(bound.pool)) continue;
        const matchedProfile = profilePairOf(pair, side, bound.profile.key);
        const answer = matchedProfile && poolsOf(matchedProfile[other(side)], there)[0];
        if (!answer) continue;
        const message = `ip pool ${bound.pool.name} of ${here.name} binds RBP ${bound.profile.name}, but ${there.name} binds no pool for that: leases are lost after a switchover`;
        const missing: RawFinding<undefined> = {
          at: bound.pool.at,
          message,
          peer: { at: answer.at, message },
          facts: undefined,
        };
        yield missing;
      }
    }
  },
  fix: (facts) => (facts ? differenceFixes({ ...facts, neverRemoved: isLastOfItsKind(facts) }) : []),
  examples: [
    {
      title: 'Another gateway',
      config:
        dhcpExampleDevice('DeviceA', 1, {}) +
        dhcpExampleDevice('DeviceB', 2, {
          pool: `
         gateway 10.1.1.253 255.255.255.0
                 ^^^^^^^^^^ DeviceB: pool users has "gateway 10.1.1.253", DeviceA "gateway 10.1.1.254": clients get other settings or none after a switchover
         section 0 10.1.1.10 10.1.1.200
         remote-backup-profile leases
         server identifier ip 10.1.1.254`,
        }) +
        `
        fixed:${dhcpExampleDevice('DeviceB', 2, {})}`,
    },
    {
      title: 'A section is missing',
      config:
        dhcpExampleDevice('DeviceA', 1, {}) +
        dhcpExampleDevice('DeviceB', 2, {
          pool: `
         gateway 10.1.1.254 255.255.255.0
         remote-backup-profile leases
         server identifier ip 10.1.1.254`,
          head: `ip pool users server
                ^^^^^ DeviceB: pool users lacks "section 0 10.1.1.10 10.1.1.200", which DeviceA has: clients get other settings or none after a switchover`,
        }),
    },
    {
      title: 'One section in two, a name server a line',
      config:
        dhcpExampleDevice('DeviceA', 1, {
          pool: `
         gateway 10.1.1.254 255.255.255.0
         section 0 10.1.1.10 10.1.1.200
         dns-server 10.9.9.9 10.9.9.10
         remote-backup-profile leases
         server identifier ip 10.1.1.254`,
        }) +
        dhcpExampleDevice('DeviceB', 2, {
          pool: `
         gateway 10.1.1.254 255.255.255.0
         section 0 10.1.1.10 10.1.1.99
         section 1 10.1.1.100 10.1.1.200
         dns-server 10.9.9.10
         dns-server 10.9.9.9
         remote-backup-profile leases
         server identifier ip 10.1.1.254`,
        }),
    },
    {
      title: 'Alike, in another order, a mask as its length, a lease by its words',
      config:
        dhcpExampleDevice('DeviceA', 1, {
          pool: `
         gateway 10.1.1.254 255.255.255.0
         section 0 10.1.1.10 10.1.1.200
         dns-server 10.9.9.9 10.9.9.10
         lease 0 8 0
         remote-backup-profile leases
         server identifier ip 10.1.1.254`,
        }) +
        dhcpExampleDevice('DeviceB', 2, {
          pool: `
         lease day 0 hour 8
         dns-server 10.9.9.10 10.9.9.9
         remote-backup-profile leases
         server identifier ip 10.1.1.254
         section 0 10.1.1.10 10.1.1.200
         gateway 10.1.1.254 24`,
        }),
    },
  ],
});

function compared({ device, pool }: BoundPool): ComparedSettings {
  return {
    device,
    block: pool.block,
    at: pool.at,
    name: `pool ${pool.name}`,
    follows: 'clients get other settings or none after a switchover',
  };
}

/** A pool leases nothing without a gateway or without any section: to take the last one away would only hide what is missing. */
function isLastOfItsKind({ a, b, difference }: DifferenceFacts): boolean {
  const line = difference.a ?? difference.b;
  const word = line ? /^(?:gateway|section|network)(?= )/.exec(canonicalText(line))?.[0] : undefined;
  if (word === undefined) return false;
  const having = difference.a ? a : b;
  return having.block.lines.filter((own) => canonicalText(own).startsWith(`${word} `)).length === 1;
}
