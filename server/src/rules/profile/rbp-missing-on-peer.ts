// A profile of the channel that the two devices share has a counterpart on the other one. Only profiles of a matched channel are asked
// for: a device may back several. Where the other device has a profile that something else is wrong with, that is the finding.
import type { Device, Rbp, Rbs } from '../../model/device';
import { nameKey } from '../../model/names';
import { countBound, groupsOf } from '../../model/services/bindings';
import type { Pair } from '../../model/pairing/pair';
import { rowOf, type Place } from '../../model/place';
import { insertInBlock, insertRows } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';

interface Facts {
  readonly pair: Pair;
  readonly from: Device;
  readonly to: Device;
  readonly profile: Rbp;
  readonly service: Rbs;
}

export default pairRule<Facts>({
  id: 'rbp-missing-on-peer',
  requirement: 'HB-RBPP-MISSING',
  title: 'A profile has no counterpart on the other device',
  severity: 'error',
  why: 'The other device refuses the entries of a profile it does not have: its users drop when that device takes over.',
  guide: ['000 step 3.4', '001 step 3.4', '002 step 3.4'],
  *check(pair) {
    const matched = new Set(pair.profiles.flatMap((couple) => [couple.a, couple.b]));
    const named = new Set<Rbp>();
    for (const [from, to, ofA, ofB] of [
      [pair.a, pair.b, 'a', 'b'],
      [pair.b, pair.a, 'b', 'a'],
    ] as const) {
      let bindings: ReadonlyMap<string, Place> | undefined;
      const left = new Map([...to.profiles].filter(([, profile]) => !matched.has(profile)));
      // A profile without a number, or with one that was not understood, may be the counterpart.
      const unknown = [...left.values()].some((profile) => !profile.backupId);
      const services = new Map(pair.channels.toReversed().map((couple) => [couple[ofA].rbs.key, couple[ofB].rbs]));
      for (const profile of from.profiles.values()) {
        if (matched.has(profile) || named.has(profile) || !profile.backupId || !profile.rbs) continue;
        const service = services.get(nameKey(profile.rbs.value));
        if (!service || unknown) continue;
        const namesake = left.get(profile.key);
        const bound = namesake ? undefined : (bindings ??= bindingsOf(to)).get(profile.key);
        if (namesake) named.add(namesake);
        const id = profile.backupId.value;
        yield {
          at: profile.at,
          message: namesake?.backupId
            ? `${from.name}: RBP ${profile.name} has backup-id ${id}, ${namesake.name} of ${to.name} ${namesake.backupId.value}: users are not taken over; use one number`
            : `${from.name}: ${to.name} has no RBP with backup-id ${id} under ${service.name}: users of ${profile.name} are not taken over; create one`,
          peer: {
            at: namesake?.at ?? bound ?? service.at,
            message: `${to.name} has no counterpart of RBP ${profile.name} (backup-id ${id}) on ${from.name}`,
          },
          facts: { pair, from, to, profile, service },
        };
      }
    }
  },
  fix({ pair, from, to, profile, service }) {
    if (to.profiles.has(profile.key)) return [];
    const side = from === pair.a ? 'a' : 'b';
    const groups = groupsOf(profile, from);
    const answers = groups.map(
      (group) => pair.groups.find((couple) => couple[side] === group)?.[side === 'a' ? 'b' : 'a'],
    );
    const lines = profile.block.lines.map((line) => {
      const role = profile.roles.find((roleSource) => roleSource.line === line);
      const answer =
        role?.kind === 'group'
          ? answers.find(
              (_, index) =>
                groups[index]!.interfaceKey === role.interfaceKey && groups[index]!.vrid === role.vrid.value,
            )
          : undefined;
      if (role?.kind === 'group' && answer)
        return `${answer.family === 6 ? 'vrrp6-id' : 'vrrp-id'} ${answer.vrid} interface ${answer.interfaceName}${role.mac ? ` ${role.mac}` : ''}`;
      return line.text.replace(/^(backup-id\s+\d+\s+remote-backup-service\s+)\S+/, `$1${service.name}`);
    });
    const last = [...to.profiles.values()].at(-1)?.block ?? service.block;
    const head = last.heads[last.heads.length - 1]!;
    const below = rowOf(head.lines[head.lines.length - 1] ?? head) + 1;
    const home = answers[0] && to.interfaces.get(answers[0].interfaceKey);
    const bind =
      home && countBound(profile, from) > 0 && home.profiles.length === 0
        ? [insertInBlock(to, home.block, `remote-backup-profile ${profile.name}`)]
        : [];
    return [
      {
        title: `Create ${profile.name} on ${to.name}${home && bind.length > 0 ? ` and bind it to ${home.name}` : ''}`,
        edits: [
          insertRows(to, below, ['#', `remote-backup-profile ${profile.name}`, ...lines.map((text) => ` ${text}`)]),
          ...bind,
        ],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'A second profile that nobody typed on DeviceB',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service s1
        #
        remote-backup-profile p2
                              ^^ DeviceA: DeviceB has no RBP with backup-id 2 under to-a: users of p2 are not taken over; create one
         service-type mld
         backup-id 2 remote-backup-service s1
         peer-backup hot
         vrrp6-id 7 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:7::1/64
         vrrp6 vrid 7 virtual-ip FE80::7 link-local
         vrrp6 vrid 7 virtual-ip 2001:DB8:7::7
         remote-backup-profile p2
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service to-a
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service to-a
        #
        interface GigabitEthernet0/1/3
         ipv6 enable
         ipv6 address 2001:DB8:7::2/64
         vrrp6 vrid 7 virtual-ip FE80::7 link-local
         vrrp6 vrid 7 virtual-ip 2001:DB8:7::7
        #
        fixed:
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service to-a
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service to-a
        #
        remote-backup-profile p2
         service-type mld
         backup-id 2 remote-backup-service to-a
         peer-backup hot
         vrrp6-id 7 interface GigabitEthernet0/1/3
        #
        interface GigabitEthernet0/1/3
         ipv6 enable
         ipv6 address 2001:DB8:7::2/64
         vrrp6 vrid 7 virtual-ip FE80::7 link-local
         vrrp6 vrid 7 virtual-ip 2001:DB8:7::7
         remote-backup-profile p2
        #
      `,
    },
    {
      title: 'A profile of a channel to a third device; differing numbers of one group',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-service to-c
         peer 10.255.0.3 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service s1
         vrrp6-id 7 interface GigabitEthernet0/1/2
        #
        remote-backup-profile p2
         service-type nd
         backup-id 2 remote-backup-service to-c
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:7::1/64
         vrrp6 vrid 7 virtual-ip FE80::7 link-local
         vrrp6 vrid 7 virtual-ip 2001:DB8:7::7
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        remote-backup-service s1
         peer 10.255.0.1 source 10.255.0.2 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 9 remote-backup-service s1
         vrrp6-id 7 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:7::2/64
         vrrp6 vrid 7 virtual-ip FE80::7 link-local
         vrrp6 vrid 7 virtual-ip 2001:DB8:7::7
        #
      `,
    },
  ],
});

/** Where the device binds a profile first, by the profile's key. */
function bindingsOf(device: Device): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  for (const item of [...device.interfaces.values(), ...device.pools]) {
    for (const name of item.profiles) if (!found.has(nameKey(name.value))) found.set(nameKey(name.value), name.at);
  }
  return found;
}
