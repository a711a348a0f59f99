// The snippets of everyday work, one a command or a block that stands by itself. Every line is held against the catalogue when the
// snippets are made: one that it does not know in its view, or whose default may not stand there, is no snippet.

export interface EverydaySnippet {
  readonly name: string;
  readonly prefix: string;
  /** Where its first line is typed. */
  readonly view: 'system' | 'interface';
  /** What the editor shows beside the name. */
  readonly about: string;
  /** Defaults of tab stops stand in their place; equal numbers are one stop. */
  readonly body: readonly string[];
}

export const everydaySnippets: readonly EverydaySnippet[] = [
  {
    name: 'Remote backup service over IPv4',
    prefix: 'rbs',
    view: 'system',
    about: 'the channel between the two devices. On the peer, swap the two addresses and keep the port.',
    body: ['remote-backup-service ${1:service1}', ' peer ${2:10.0.0.2} source ${3:10.0.0.1} port ${4:1025}', '#'],
  },
  {
    name: 'Remote backup service over IPv6',
    prefix: 'rbs6',
    view: 'system',
    about: 'on the peer, swap the two addresses and keep the port.',
    body: [
      'remote-backup-service ${1:service1}',
      ' peer-ipv6 ${2:2001:DB8:10::2} source-ipv6 ${3:2001:DB8:10::1} port ${4:1025}',
      '#',
    ],
  },
  {
    name: 'Remote backup service with SSL',
    prefix: 'rbs-ssl',
    view: 'system',
    about: 'without it the backed-up data can be read on the wire. Both devices need it.',
    body: [
      'remote-backup-service ${1:service1}',
      ' peer ${2:10.0.0.2} source ${3:10.0.0.1} port ${4:1025}',
      ' bind ssl-policy ${5:policy1}',
      '#',
    ],
  },
  {
    name: 'Remote backup profile following a VRRP6 group',
    prefix: 'rbp6',
    view: 'system',
    about: 'same backup-id and service types on both devices.',
    body: [
      'remote-backup-profile ${1:profile1}',
      ' service-type ${2|nd,mld,dhcpv6-relay|}',
      ' backup-id ${3:10} remote-backup-service ${4:service1}',
      ' peer-backup hot',
      ' vrrp6-id ${5:1} interface ${6:GigabitEthernet0/1/2}',
      '#',
    ],
  },
  {
    name: 'Remote backup profile following a VRRP group',
    prefix: 'rbp',
    view: 'system',
    about: 'same backup-id and service types on both devices.',
    body: [
      'remote-backup-profile ${1:profile1}',
      ' service-type ${2|dhcp-server,arp,bras,igmp,l2tp,multicast|}',
      ' backup-id ${3:10} remote-backup-service ${4:service1}',
      ' peer-backup hot',
      ' vrrp-id ${5:1} interface ${6:GigabitEthernet0/1/2}',
      '#',
    ],
  },
  {
    name: 'Remote backup profile following an E-Trunk',
    prefix: 'rbpe',
    view: 'system',
    about: 'same backup-id and service types on both devices.',
    body: [
      'remote-backup-profile ${1:profile1}',
      ' service-type ${2|bras,multicast,igmp-snooping|}',
      ' backup-id ${3:10} remote-backup-service ${4:service1}',
      ' peer-backup hot',
      ' e-trunk ${5:1} eth-trunk ${6:1}',
      '#',
    ],
  },
  {
    name: 'VRRP6 group on the master',
    prefix: 'vrrp6-master',
    view: 'interface',
    about: 'higher priority, and a delay before a recovered master takes the role back.',
    body: [
      'vrrp6 vrid ${1:1} virtual-ip ${2:FE80::1} link-local',
      'vrrp6 vrid ${1:1} virtual-ip ${3:2001:DB8:50::1}',
      'vrrp6 vrid ${1:1} priority ${4:120}',
      'vrrp6 vrid ${1:1} preempt-mode timer delay ${5:1800}',
    ],
  },
  {
    name: 'VRRP6 group on the backup',
    prefix: 'vrrp6-backup',
    view: 'interface',
    about: 'lower priority, no preemption delay; same vrid and addresses as on the master.',
    body: [
      'vrrp6 vrid ${1:1} virtual-ip ${2:FE80::1} link-local',
      'vrrp6 vrid ${1:1} virtual-ip ${3:2001:DB8:50::1}',
      'vrrp6 vrid ${1:1} priority ${4:100}',
    ],
  },
  {
    name: 'VRRP group on the master',
    prefix: 'vrrp-master',
    view: 'interface',
    about: 'higher priority, and a delay before a recovered master takes the role back.',
    body: [
      'vrrp vrid ${1:1} virtual-ip ${2:10.0.50.1}',
      'vrrp vrid ${1:1} priority ${3:120}',
      'vrrp vrid ${1:1} preempt-mode timer delay ${4:900}',
    ],
  },
  {
    name: 'VRRP group on the backup',
    prefix: 'vrrp-backup',
    view: 'interface',
    about: 'lower priority, no preemption delay; same vrid and address as on the master.',
    body: ['vrrp vrid ${1:1} virtual-ip ${2:10.0.50.1}', 'vrrp vrid ${1:1} priority ${3:100}'],
  },
  {
    name: 'VRRP6 group that follows an uplink',
    prefix: 'vrrp6-track',
    view: 'interface',
    about: "the priority drops below the peer's when the uplink goes down.",
    body: ['vrrp6 vrid ${1:1} track ipv6 interface ${2:GigabitEthernet0/1/3} reduced ${3:30}'],
  },
  {
    name: 'VRRP group that follows an uplink',
    prefix: 'vrrp-track',
    view: 'interface',
    about: "the priority drops below the peer's when the uplink goes down.",
    body: ['vrrp vrid ${1:1} track interface ${2:GigabitEthernet0/1/3} reduced ${3:30}'],
  },
  {
    name: 'Management VRRP group',
    prefix: 'admin-vrrp',
    view: 'interface',
    about: "what a service board's group must be.",
    body: [
      'vrrp vrid ${1:1} virtual-ip ${2:10.0.50.1}',
      'admin-vrrp vrid ${1:1} ignore-if-down',
      'vrrp vrid ${1:1} priority ${3:120}',
      'vrrp vrid ${1:1} preempt-mode timer delay ${4:1500}',
    ],
  },
  {
    name: 'IPv6 interface',
    prefix: 'interface6',
    view: 'system',
    about: '',
    body: [
      'interface ${1:GigabitEthernet0/1/2}',
      ' undo shutdown',
      ' ipv6 enable',
      ' ipv6 address ${2:2001:DB8:50::2}/${3:64}',
      '#',
    ],
  },
  {
    name: 'Bind a remote backup profile',
    prefix: 'bind-rbp',
    view: 'interface',
    about: 'its services on this interface are backed up.',
    body: ['remote-backup-profile ${1:profile1}'],
  },
  {
    name: 'DHCPv6 relay with hot backup',
    prefix: 'dhcpv6-relay',
    view: 'interface',
    about: 'the profile must have the service type dhcpv6-relay.',
    body: ['dhcpv6 relay destination ${1:2001:DB8:30::3}', 'remote-backup-profile ${2:profile1}'],
  },
  {
    name: 'DHCPv6 relay: cost of prefix routes on the backup',
    prefix: 'relay6-degrade',
    view: 'interface',
    about: 'draws the return traffic to the master.',
    body: ['dhcpv6 relay pd-route degrade-cost ${1:10}'],
  },
  {
    name: 'MLD with hot backup',
    prefix: 'mld',
    view: 'interface',
    about: 'the downstream interface of both devices. The profile must have the service type mld.',
    body: [
      'pim ipv6 sm',
      'pim ipv6 ignore dr-state',
      'pim ipv6 ignore assert-state',
      'mld enable',
      'multicast ipv6 track vrrp6 vrid ${1:1}',
      'remote-backup-profile ${2:profile1}',
    ],
  },
  {
    name: 'IGMP with hot backup',
    prefix: 'igmp',
    view: 'interface',
    about: 'the downstream interface of both devices. The profile must have the service type igmp.',
    body: [
      'pim sm',
      'pim ignore dr-state',
      'pim ignore assert-state',
      'igmp enable',
      'multicast track vrrp vrid ${1:1}',
      'remote-backup-profile ${2:profile1}',
    ],
  },
  {
    name: 'DHCP server pool with hot backup',
    prefix: 'pool',
    view: 'system',
    about: 'the server identifier is the virtual address of the VRRP group, on both devices.',
    body: [
      'ip pool ${1:pool1} server',
      ' gateway ${2:10.0.50.1} ${3:255.255.255.0}',
      ' section 0 ${4:10.0.50.10} ${5:10.0.50.200}',
      ' remote-backup-profile ${6:profile1}',
      ' server identifier ip ${2:10.0.50.1}',
      '#',
    ],
  },
  {
    name: 'Service location of two devices',
    prefix: 'sl',
    view: 'system',
    about: "same number and VRRP group on both, the peer's address mirrored.",
    body: [
      'service-location ${1:1}',
      ' location slot ${2:3}',
      ' remote-backup interface ${3:GigabitEthernet0/1/1} peer ${4:10.0.0.2}',
      ' vrrp vrid ${5:1} interface ${6:GigabitEthernet0/1/2}',
      '#',
    ],
  },
  {
    name: 'Service instance group',
    prefix: 'sig',
    view: 'system',
    about: '',
    body: ['service-instance-group ${1:group1}', ' service-location ${2:1}', '#'],
  },
  {
    name: 'DS-Lite instance',
    prefix: 'ds-lite',
    view: 'system',
    about: 'same name and id on both devices.',
    body: ['ds-lite instance ${1:ds1} id ${2:1}', ' service-instance-group ${3:group1}', '#'],
  },
  {
    name: 'Hot backup of service boards',
    prefix: 'service-ha',
    view: 'system',
    about: 'needed once on each device, the default is warm.',
    body: ['service-ha hot-backup enable'],
  },
];
