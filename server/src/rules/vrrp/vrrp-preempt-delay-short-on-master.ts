// ARP, BRAS and L2TP have figures of the vendor, and a shorter delay cuts users off. For ND, MLD and IGMP no page gives one; the
// general floor of a recovering device is good to know, no more (docs/decisions/preempt-delay-by-service.md).
import { delayTooShort, type ShortDelay } from '../../model/vrrp/preempt-advice';
import { pairRule } from '../../diagnostics/rule';
import { roles } from '../shared/roles';
import { waitLonger } from '../shared/short-delay';

const id = 'vrrp-preempt-delay-short-on-master';

const edsg = `
        service-policy name video edsg
        #`;

export default pairRule<ShortDelay>({
  id,
  requirement: 'HB-PAIR-PREEMPT-ND',
  title: 'The master preempts after a short delay',
  severity: 'warning',
  why: 'Entries that are not yet back when the master takes over are lost for a while, and with them the traffic of their users.',
  guide: ['001 step 1.6', '005 step 1.5', 'vendor configuration guide: multi-device backup platform; precautions'],
  independentPer: 'group',
  *check(pair) {
    for (const meant of roles(pair)) {
      const short = delayTooShort(meant);
      // None at all, or 0, is a finding of its own.
      if (short?.figure.rule !== id || short.delay === 0) continue;
      const { figure } = short;
      yield {
        at: short.at,
        severity: figure.severity,
        message: `${short.says}; ${figure.needs ?? 'set 600 s as for ARP'}`,
        facts: short,
      };
    }
  },
  fix: (short) => [waitLonger(short, false)],
  examples: [
    {
      title: 'Ten seconds for MLD',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 priority 160
         vrrp6 vrid 1 preempt-mode timer delay 10
                                               ^^ DeviceA: master of VRRP6 group 1 preempts after 10 s, before the entries are back; set 600 s as for ARP
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::2/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         remote-backup-profile p1
        #
        fixed:
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 priority 160
         vrrp6 vrid 1 preempt-mode timer delay 600
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'Longer',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::1/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         vrrp6 vrid 1 priority 160
         vrrp6 vrid 1 preempt-mode timer delay 15
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:50::2/64
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         vrrp6 vrid 1 virtual-ip 2001:DB8:50::50
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'BRAS users need 600 s',
      config: `
        --- A.cfg
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority 120
         vrrp vrid 1 preempt-mode timer delay 5
                                              ^ DeviceA: master of VRRP group 1 preempts after 5 s, before the entries are back; BRAS needs 600 s, and 60 s more for every 6000 users
         remote-backup-profile p1
        #
        --- B.cfg
        sysname DeviceB
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.2 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         remote-backup-profile p1
        #
      `,
    },
    {
      title: 'BRAS with EDSG needs 900 s: information',
      config: short(
        ['bras'],
        800,
        'preempts after 800 s, before the entries are back; BRAS with EDSG needs 900 s',
        900,
        edsg,
      ),
    },
    {
      title: 'ARP needs 600 s',
      config: short(
        ['arp'],
        120,
        'DeviceA: master of VRRP group 1 preempts after 120 s, before the entries are back; ARP needs 600 s',
        600,
      ),
    },
    {
      title: 'L2TP needs more than BRAS',
      config: short(
        ['bras', 'l2tp'],
        900,
        'preempts after 900 s, before the entries are back; L2TP needs 1800 s',
        1800,
      ),
    },
    {
      title: 'IGMP has no figure; a very short delay is information',
      config: short(['igmp'], 5, 'set 600 s as for ARP', 600),
    },
    {
      title: 'The figures themselves',
      config:
        device(
          'DeviceA',
          ['arp'],
          '\n         vrrp vrid 1 priority 120\n         vrrp vrid 1 preempt-mode timer delay 600',
        ) + device('DeviceB', ['arp'], ''),
    },
  ],
});

/** A device of a pair whose VRRP group serves one profile; `lines` follow the virtual address, with carets where something is said. */
function device(name: 'DeviceA' | 'DeviceB', services: readonly string[], lines: string, system = ''): string {
  const types = services.map((service) => `\n         service-type ${service}`).join('');
  return `
        --- ${name}.cfg
        sysname ${name}
        #${system}
        remote-backup-profile p1${types}
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.${name === 'DeviceA' ? 1 : 2} 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254${lines}
         remote-backup-profile p1
        #`;
}

function short(services: readonly string[], delay: number, message: string, fixed: number, system = ''): string {
  const caret = '^'.repeat(String(delay).length);
  const lines = (value: number) => `
         vrrp vrid 1 priority 120
         vrrp vrid 1 preempt-mode timer delay ${value}`;
  const marked = `${lines(delay)}
                                              ${caret} ${message}`;
  return `${device('DeviceA', services, marked, system)}${device('DeviceB', services, '')}
        fixed:${device('DeviceA', services, lines(fixed), system)}`;
}
