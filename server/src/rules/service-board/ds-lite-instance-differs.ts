// The guide wants the same DS-Lite parameters and functions on both devices; NAT and NAT64 instances alike
// (docs/decisions/same-configuration.md).
import type { Device, ServiceInstance } from '../../model/device';
import { pairRule } from '../../diagnostics/rule';
import { instancesOnBoth } from '../../model/services/service-boards';
import { canonicalText } from '../../model/lines/canonical-text';
import {
  differenceFindings,
  differenceFixes,
  differences,
  type ComparedSettings,
  type DifferenceFacts,
} from '../shared/same-configuration';
import { exampleBoard } from '../testing/example-board';

export default pairRule<DifferenceFacts>({
  id: 'ds-lite-instance-differs',
  requirement: 'HB-DSL-SAME',
  title: 'An instance is configured differently on the two devices',
  severity: 'error',
  why: 'Backed-up sessions do not fit the board that takes over: users get other public addresses or ports, or none.',
  guide: ['004 context'],
  supersededBy: ['acl-undefined', 'address-group-undefined'],
  *check(pair) {
    for (const { a, b } of instancesOnBoth(pair)) {
      const compared = (device: Device, instance: ServiceInstance): ComparedSettings => ({
        device,
        block: instance.block,
        at: instance.at,
        name: `${instance.kind} instance ${instance.name}`,
        follows: 'sessions break after a switchover',
      });
      const [ofA, ofB] = [compared(pair.a, a), compared(pair.b, b)];
      // The name of the group is local; which boards it means is compared elsewhere.
      yield* differenceFindings(
        ofA,
        ofB,
        differences(ofA, ofB, (_, text) => !/^(service-instance-group|description)\b/.test(text)),
      );
    }
  },
  fix: (facts) => {
    // Without such a line nobody is translated on either device.
    const line = facts.difference.a ?? facts.difference.b;
    return differenceFixes({ ...facts, neverRemoved: line !== undefined && isNeeded(canonicalText(line)) });
  },
  examples: [
    {
      title: 'Another port range',
      config:
        exampleBoard('DeviceA', 1, { instance: instance('port-range 256') }) +
        exampleBoard('DeviceB', 2, {
          instance: instance(`port-range 512
                    ^^^ DeviceB: ds-lite instance users has "port-range 512", DeviceA "port-range 256": sessions break after a switchover`),
        }) +
        `
        fixed:${exampleBoard('DeviceB', 2, { instance: instance('port-range 256') })}`,
    },
    {
      title: 'One range, written with its last address and with its mask',
      config:
        exampleBoard('DeviceA', 1, {
          instance: instance('ds-lite address-group g group-id 1 203.0.113.16 203.0.113.31'),
        }) +
        exampleBoard('DeviceB', 2, { instance: instance('ds-lite address-group g group-id 1 203.0.113.16 mask 28') }),
    },
    {
      title: 'One ACL under a number of its own on each device',
      config:
        exampleBoard('DeviceA', 1, {
          instance: instance('ds-lite outbound 3001 address-group g'),
          rest: acl('3001', 'rule 5 permit ipv6 source 2001:DB8:1::/48'),
        }) +
        exampleBoard('DeviceB', 2, {
          instance: instance('ds-lite outbound 3002 address-group g'),
          rest: acl(
            '3002',
            'rule 5 permit ipv6 source 2001:DB8:1::/49\n         rule 10 permit ipv6 source 2001:DB8:1:8000::/49',
          ),
        }),
    },
    {
      title: 'Alike, in another order',
      config:
        exampleBoard('DeviceA', 1, {
          instance: `ds-lite instance users id 1
         service-instance-group group1
         ds-lite alg all
         port-range 256`,
        }) +
        exampleBoard('DeviceB', 2, {
          instance: `ds-lite instance users id 1
         port-range 256
         ds-lite alg all
         service-instance-group group1`,
        }),
    },
  ],
});

function instance(line: string): string {
  return `ds-lite instance users id 1
         service-instance-group group1
         ${line}`;
}

function acl(number: string, rules: string): string {
  return `
        acl ipv6 number ${number}
         ${rules}
        #`;
}

function isNeeded(text: string): boolean {
  return /^(?:(?:local|remote)-ipv6|(?:ds-lite|nat|nat64) (?:outbound|address-group)) /.test(text);
}
