// An instance has public addresses and no outbound that gives them to users, one end of a tunnel without the other,
// or IPv6 users and no prefix behind which they find IPv4. An instance
// of which the file says neither may be cut short, or set up otherwise.
import { dsLite, nat64Instance, natInstance, type Entry } from '../../catalogue';
import { deviceRule } from '../../diagnostics/rule';
import type { Device, ServiceInstance } from '../../model/device';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { interChassis } from '../../model/services/service-boards';
import { isUse } from '../shared/undefined-name';
import { exampleBoard } from '../testing/example-board';

interface Lacking {
  /** The line that cannot do without the other. */
  readonly line: MatchedLine;
  readonly what: string;
}

export default deviceRule<undefined>({
  id: 'instance-incomplete',
  requirement: 'HB-X-INSTANCE-WHOLE',
  title: 'An instance lacks a line without which no user is translated',
  severity: 'warning',
  why: 'Without an outbound no user gets a public address, without both ends there is no tunnel: users reach nothing.',
  guide: ['004 step 5.2', 'vendor configuration files'],
  supersededBy: ['ds-lite-instance-differs'],
  *check(device) {
    if (device.holdsSeveralDevices || interChassis(device).length === 0) return;
    for (const instance of device.instances) {
      // One that nobody is sent to may wait for its users.
      if (!device.nameIndex.occurrences(`${instance.kind}-instance`, instance.key).some(isUse)) continue;
      for (const { line, what } of lacking(instance))
        yield {
          at: line,
          severity: device.isWholeFile ? 'error' : 'warning',
          message: `${start(device, instance)} has no ${what}: no user is translated; add the line`,
          facts: undefined,
        };
    }
  },
  examples: [
    {
      title: 'Addresses that no outbound gives away',
      config: exampleBoard('DeviceA', 1, {
        instance: `nat instance users id 1
         service-instance-group group1
         nat address-group out group-id 1 203.0.113.16 203.0.113.31
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: nat instance users has no nat outbound for address group out: no user is translated; add the line`,
        rest: usersOf('nat'),
      }),
    },
    {
      title: 'A tunnel with one end',
      config: exampleBoard('DeviceA', 1, {
        instance: `ds-lite instance users id 1
         service-instance-group group1
         remote-ipv6 2001:DB8:8800:: prefix-length 40
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: ds-lite instance users has no local-ipv6: no user is translated; add the line
         ds-lite address-group out group-id 1 203.0.113.16 203.0.113.31
         ds-lite outbound any address-group out`,
        rest: usersOf('ds-lite'),
      }),
    },
    {
      title: 'Translation without its prefix',
      config: exampleBoard('DeviceA', 1, {
        instance: `nat64 instance users id 1
         service-instance-group group1
         nat64 address-group out group-id 1 203.0.113.16 203.0.113.31
         nat64 outbound any address-group out
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: nat64 instance users has no nat64 prefix: no user is translated; add the line`,
        rest: usersOf('nat64'),
      }),
    },
    {
      title: 'An outbound, a static translation, an instance of which the file says little, one without users',
      config: exampleBoard('DeviceA', 1, {
        instance: `nat instance users id 1
         service-instance-group group1
         nat address-group out group-id 1 203.0.113.16 203.0.113.31
         nat outbound any address-group out
        #
        nat instance servers id 2
         service-instance-group group1
         nat address-group fixed group-id 1 203.0.113.32 203.0.113.47
         nat static protocol tcp global 203.0.113.32 80 inside 10.1.1.1 80
        #
        nat instance spare id 3
         service-instance-group group1
         nat address-group later group-id 1 203.0.113.48 203.0.113.63`,
        rest: usersOf('nat') + usersOf('nat', 'servers'),
      }),
    },
  ],
});

function start({ name }: Device, { kind, name: own }: ServiceInstance): string {
  return `${name}: ${kind} instance ${own}`;
}

const outbounds: Readonly<
  Record<ServiceInstance['kind'], readonly [group: Entry<never>, outbound: Entry<never>, words: string]>
> = {
  nat: [natInstance.addressGroup, natInstance.outbound, 'nat outbound'],
  'ds-lite': [dsLite.addressGroup, dsLite.outbound, 'ds-lite outbound'],
  nat64: [nat64Instance.addressGroup, nat64Instance.outbound, 'nat64 outbound'],
};

function* lacking(instance: ServiceInstance): Iterable<Lacking> {
  const lines = inForce(instance.block.lines).filter(({ match }) => !match?.undo);
  const first = (entry: Entry<never>) => lines.find(({ match }) => match?.command === entry.id);
  const [group, outbound, words] = outbounds[instance.kind];
  const given = first(group);
  const name = given?.match?.values.find((value) => value.name === 'address-group-name')?.text;
  // Static translations and servers need no outbound, and a line that the catalogue does not know may be one.
  const isUsed = lines.some(
    (line) =>
      line !== given &&
      (line.match?.command === outbound.id || !line.match || namesGroup(line, name) || isStatic(line)),
  );
  if (given && name !== undefined && !isUsed) yield { line: given, what: `${words} for address group ${name}` };
  const gives = first(outbound);
  if (instance.kind === 'nat64' && gives && !lines.some(({ text }) => /^\s*nat64 prefix\b/i.test(text)))
    yield { line: gives, what: 'nat64 prefix' };
  if (instance.kind !== 'ds-lite' || !gives) return;
  const [local, remote] = [first(dsLite.localIpv6), first(dsLite.remoteIpv6)];
  if (local && !remote) yield { line: local, what: 'remote-ipv6' };
  if (remote && !local) yield { line: remote, what: 'local-ipv6' };
}

function namesGroup({ match }: MatchedLine, group: string | undefined): boolean {
  return match!.values.some(({ text }) => text.toLowerCase() === group?.toLowerCase());
}

function isStatic({ text }: MatchedLine): boolean {
  return /\b(?:static|server|static-mapping)\b/i.test(text);
}

function usersOf(kind: ServiceInstance['kind'], instance = 'users'): string {
  return `
        traffic behavior ${instance}
         ${kind} bind instance ${instance}
        #`;
}
