// The check list of the domain: what a pair of devices has to fulfil, each requirement in one sentence under a stable id. Rules
// name the ids that they carry out; docs/requirements.md is derived from both, and a test holds them to each other.

export interface Requirement {
  /** What must hold, as a sentence. */
  readonly text: string;
  /** Why no rule carries it out; absent where one does. */
  readonly noRule?: string;
}

export interface RequirementGroup {
  readonly title: string;
  readonly requirements: Readonly<Record<string, Requirement>>;
}

const groups: readonly (readonly [title: string, requirements: Record<string, string | Requirement>])[] = [
  [
    'VRRP and VRRP6 groups, one device',
    {
      'HB-V6-LL-FIRST': 'The first virtual address of a VRRP6 group is a link-local one.',
      'HB-V6-LL-FORM': 'The keyword `link-local` stands with an address in FE80::/10, and only there.',
      'HB-V6-LL-ONE': 'A VRRP6 group has one link-local address.',
      'HB-V6-NO-GLOBAL': 'A VRRP6 group has a global address besides the link-local one.',
      'HB-V-SUBNET': 'A virtual address lies in a prefix of its interface.',
      'HB-V-OWNER': "A group whose virtual address is the interface's own has no preemption delay and no track.",
      'HB-V-NO-IFADDR': 'The interface of a VRRP6 group has IPv6 turned on and an IPv6 address.',
      'HB-V-V6EN-ORDER': '`ipv6 enable` stands before the IPv6 addresses of an interface.',
      'HB-V-NOGROUP':
        'Priority, preemption, timer, track and management lines belong to a group that is on the interface.',
      'HB-V-VRID-RANGE': 'A group number is between 1 and 255.',
      'HB-V-PRIO-RANGE': 'A priority is between 1 and 254.',
      'HB-V-PREEMPT-RANGE':
        'A preemption delay is at most 10800 s; older releases take at most 3600 s in a VRRP6 group.',
      'HB-V-ADV-RANGE':
        'An advertisement interval is 1 to 255 s for VRRP, 100 to 4095 hundredths of a second for VRRP6.',
      'HB-V-ADV-1S': 'Advertisements are more than 1 s apart.',
      'HB-V-PREEMPT-DISABLE': 'A group that does not preempt has no preemption delay.',
      'HB-V-TRACK-DANGLING': 'What a group tracks or follows is there.',
      'HB-V-TRACK-IPV6': 'An interface whose IPv6 state a group tracks has IPv6.',
      'HB-V-MEMBER-TRACK': 'A group that follows a management group tracks nothing itself.',
      'HB-V-UPLINK-UNTRACKED': 'The master of a hot-backup group tracks its uplink.',
      'HB-X-VRRP-PLACE': 'A VRRP line stands in an interface.',
    },
  ],
  [
    'VRRP and VRRP6 groups, both devices',
    {
      'HB-PAIR-VRID': 'What belongs together uses one group number on both devices.',
      'HB-PAIR-VIP': 'A group has the same virtual addresses on both devices.',
      'HB-PAIR-PRIO': 'The two devices of a group have different priorities.',
      'HB-PAIR-PRIO-GAP': 'A tracked fault lowers the priority of the master below that of the backup.',
      'HB-PAIR-PREEMPT-MASTER0': 'The intended master has a preemption delay.',
      'HB-PAIR-PREEMPT-BACKUP': 'The backup has no preemption delay.',
      'HB-PAIR-PREEMPT-DHCPV6R': 'The master of a DHCPv6 relay pair waits 1800 s or more before it preempts.',
      'HB-PAIR-PREEMPT-DHCPS': 'The master of a DHCP server pair waits more than 600 s before it preempts.',
      'HB-PAIR-PREEMPT-ND':
        'Where no figure exists (ND, MLD, ARP, IGMP), the master does not preempt within a few seconds.',
      'HB-PAIR-ADV': 'The two devices advertise at one interval.',
      'HB-PAIR-FAMILY': 'A profile takes its role from one kind of source on both devices.',
      'HB-PAIR-IFTYPE': 'The relay interfaces of both devices are of one kind and in one VLAN.',
      'HB-PAIR-SEGMENT': 'The two interfaces of a group are in one subnet, with one prefix length.',
      'HB-PAIR-VLAN': 'The two interfaces of a group are in one VLAN.',
      'HB-PAIR-VPN': 'The two interfaces of a group are in one VPN instance.',
      'HB-PAIR-AUTH': 'Both devices authenticate the advertisements of a group in one way, with one key.',
      'HB-PAIR-DUP-IFADDR': 'No interface address is on both devices.',
      'HB-X-V-VERSION': 'Both devices speak one version of VRRP.',
      'HB-X-V-OWNER-HB': 'No device of a hot-backup group owns the virtual address.',
      'HB-X-V-SHUTDOWN': 'The interface of a hot-backup group is not shut down.',
      'HB-X-V-PREEMPT-TRACK': 'Where the master tracks a fault, the backup preempts.',
      'HB-X-V-TRACK-SHUTDOWN': 'What the intended master tracks is not shut down from the start.',
      'HB-X-V-TRACK-CHANNEL': 'The role does not move because of the link of the backup channel alone.',
      'HB-X-V-LINK-SESSION': 'The death of one device does not take the other one out of the group.',
      'HB-X-BFD-CROSSED': 'The discriminators of a BFD session between the devices are crossed.',
      'HB-X-BFD-NUMBERS': 'A BFD session has the discriminators of both ends.',
      'HB-X-BFD-PEER': 'A BFD session watches an address that another router has, and a session there looks back.',
      'HB-X-V-FLOWDOWN': 'A group that follows another takes its interface down on both devices, or on neither.',
      'HB-X-V-HOST': 'A virtual IP is an address that a host of its subnet may have.',
      'HB-X-V-ADDRESS': 'A VRRP group stands on an interface that has an address.',
      'HB-X-V-TRACK-RAISES': 'A failed uplink costs the master priority, it does not raise it.',
      'HB-X-V-FOLLOWER': 'A group and its counterpart follow the same management group.',
    },
  ],
  [
    'Remote backup services (RBS)',
    {
      'HB-RBS-NOPEER': 'A service that a profile uses names the two ends of its channel, on both devices.',
      'HB-RBS-SRC-LOCAL': 'The source of a channel is an address of this device.',
      'HB-RBS-SRC-DOWN': 'The interface that has the source address is not shut down.',
      'HB-RBS-TRACK': 'A backup service watches groups or interfaces, not both.',
      'HB-RBS-PEER-IS-LOCAL': 'The peer of a channel is not an address of this device.',
      'HB-RBS-PORT-RANGE': 'A TCP port is between 1024 and 55535.',
      'HB-RBS-VIP': 'A channel uses no virtual address.',
      'HB-RBS-ONCE': 'One channel is one backup service.',
      'HB-RBS-UNUSED': 'A service is used by a profile or a service-instance-group.',
      'HB-RBS-NOSSL': 'A channel is encrypted with an SSL policy.',
      'HB-RBS-SSL-DANGLING': 'The SSL policy that a service binds is defined.',
      'HB-RBS-BATCH-NOSVC': 'A bulk backup is of a service that some profile of the channel has.',
      'HB-RBS-BATCH-NOW-SAVED': 'A saved file holds no immediate bulk backup, which is an action.',
      'HB-RBS-DAILY-TYPE': 'A daily bulk backup is of a service that has one.',
      'HB-RBS-SINGLE-LINK': 'The channel does not hang on the one link between the devices.',
      'HB-RBS-SHUTDOWN': 'A service that is used is not shut down.',
      'HB-RBSP-MIRROR': "Each device's peer is the other one's source.",
      'HB-RBSP-PORT': 'Both ends use one TCP port.',
      'HB-RBSP-FAMILY': 'Both ends are IPv4 or both IPv6.',
      'HB-RBSP-REACH': 'Each device has a route to the other end of a channel, as far as the files tell.',
      'HB-X-IGP-UPLINK': 'The uplinks that the two devices track are in the same kind of routing protocol.',
      'HB-X-IGP-IPV6':
        'An IS-IS process whose interfaces run it for IPv6 carries IPv6, in one topology on both devices.',
      'HB-X-ISIS-NET': 'An IS-IS process that runs on interfaces has a network entity.',
      'HB-X-IGP-IDLE': 'A process of a routing protocol runs on some interface.',
      'HB-X-ANNOUNCED':
        'A routing protocol announces the addresses of shared pools, and the public ones of boards that are backed up.',
      'HB-RBSP-SSL': 'An SSL policy is bound on both ends or on neither.',
      'HB-RBSP-VPN': 'Both ends are in one VPN instance.',
      'HB-X-LINK-MASK': 'Both ends of a link between the devices have one prefix length.',
      'HB-X-LINK-MTU': 'The two ends of a link have one MTU.',
    },
  ],
  [
    'Remote backup profiles (RBP)',
    {
      'HB-RBP-NORBS': 'A profile has a backup ID and a service.',
      'HB-RBP-RBS-DANGLING': 'The service that a profile names is there.',
      'HB-RBP-BID-RANGE': 'A backup ID is between 1 and 4095.',
      'HB-RBP-BID-UNIQUE': 'No two profiles of a device share a backup ID.',
      'HB-RBP-NOROLE': 'A profile takes its role from a VRRP group, a VRRP6 group or an E-Trunk.',
      'HB-RBP-ODD-EVEN':
        'A profile that shares users out by MAC address has a group for odd and one for even, alike on both devices.',
      'HB-RBP-VIRTUAL': 'Virtual backup is for BRAS users, and forwards on the backup.',
      'HB-RBP-ROLE-MIX': 'A profile takes its role from one kind of source.',
      'HB-RBP-VRID-EXISTS': 'The group that a profile follows is on the interface it names.',
      'HB-RBP-MODE': 'A profile says `peer-backup hot`.',
      'HB-RBP-NOSVC': 'A profile has a service type.',
      'HB-RBP-SVC-UNKNOWN': 'A service type is one that the devices have.',
      'HB-RBP-SVC-SNOOP': 'IGMP snooping does not stand in a profile that follows a VRRP group.',
      'HB-RBP-UNBOUND': 'A profile is bound to an interface or a pool.',
      'HB-RBP-BOUND-BOTH': 'A profile that one device binds is bound on the other too.',
      'HB-RBP-GROUP': 'A profile follows one virtual router on both devices.',
      'HB-RBP-ACCESS': 'Users of a profile come in over the same VLANs and log in in the same way on both devices.',
      'HB-X-LOGIN': 'Users log in and are accounted in the same way on both devices.',
      'HB-X-VPN-TARGETS': 'The VPN instance of users announces and learns the same routes on both devices.',
      'HB-X-TRAFFIC-POLICY': 'What is done with the traffic of users on one device is done on the other too.',
      'HB-RBP-BIND-DANGLING': 'The profile that an interface or a pool binds is there.',
      'HB-RBP-BIND-VRRPIF': 'For ND, MLD, ARP and IGMP a profile is bound on the interface of its group.',
      'HB-RBP-BIND-DOWN': 'An interface that binds a profile is not shut down.',
      'HB-RBPP-BACKUPID': 'Matching profiles have one backup ID on both devices.',
      'HB-RBPP-MISSING': 'A profile of one device has its counterpart on the other.',
      'HB-RBPP-SVC': 'Matching profiles back up the same services.',
      'HB-RBPP-MODE': 'Matching profiles use one backup mode.',
      'HB-RBPP-NAME': 'Profiles and services have the same names on both devices (a matter of taste).',
      'HB-X-RBP-NAS': 'The two devices present themselves to RADIUS and users as one NAS.',
    },
  ],
  [
    'DHCPv6 relay',
    {
      'HB-D6-NORELAY': 'An interface with a profile for DHCPv6 relay is a relay.',
      'HB-D6-MAINIF': 'Relay interface and VRRP group are on one main interface.',
      'HB-D6-SAMECONF': 'The relay configuration is the same on both devices.',
      'HB-D6-CLOCK': 'Both devices take their time from one source.',
      'HB-D6-DEGRADE': 'The backup announces delegated prefixes at a higher cost.',
      'HB-D6-PDROUTE': 'Both devices announce the routes of delegated prefixes.',
      'HB-D6-ROUTES': {
        text: 'Both devices hold the same routes when the role moves.',
        noRule:
          'Two devices may run different routing protocols and converge alike; nothing in the files says which is wrong.',
      },
    },
  ],
  [
    'ND',
    {
      'HB-ND-SAMECONF': 'The ND settings of the two bound interfaces are the same.',
      'HB-ND-PREFIX': 'A prefix that an interface advertises is one of its own.',
      'HB-ND-LIFETIMES': 'A prefix is preferred for no longer than it is valid.',
      'HB-ND-ROUTE': "The direct route of the hosts' interface follows the role, on both devices.",
    },
  ],
  [
    'DHCP server',
    {
      'HB-DS-ENABLE': 'The interface takes in DHCP requests.',
      'HB-DS-GLOBAL': 'Requests are taken in on single interfaces, not on all.',
      'HB-DS-POOL-RBP': 'A pool binds the profile of a DHCP server.',
      'HB-DS-POOL-KIND': 'That pool is created with the word `server`.',
      'HB-DS-OWN-ADDRESS': 'No section of the pool holds the own address of a router.',
      'HB-DS-GATEWAY': 'The gateway of the pool is the virtual address of the group on its network.',
      'HB-DS-IDENT': 'The server identifier of the pool is a virtual address of the group.',
      'HB-DS-IDENT-PAIR': 'The server identifier is the same on both devices.',
      'HB-DS-IDENT-INPOOL': 'The server identifier lies outside the leased addresses.',
      'HB-DS-SAMECONF': 'The pool is the same on both devices.',
      'HB-DS-BIGPOOL': 'A large pool has a longer preemption delay.',
    },
  ],
  [
    'Multicast',
    {
      'HB-M-ROUTING': 'Multicast routing is on.',
      'HB-M-PIM': 'PIM and MLD or IGMP run on the bound interface.',
      'HB-M-TRACK': 'Multicast on the bound interface tracks the group that the profile follows.',
      'HB-M-TRACK-BOTH': 'It does not track a common and a management group at once.',
      'HB-M-IGN-DR': 'The bound interface leaves the DR state out of account.',
      'HB-M-IGN-ASSERT': 'The bound interface leaves the assert state out of account.',
      'HB-M-IGN-PAIR': 'Both devices treat the PIM states alike.',
      'HB-M-STATIC-RP': 'Both devices name one static RP, and something announces it.',
      'HB-M-SNOOP-ON':
        'IGMP snooping is on for the device, and in the VSI or VLAN of each access circuit that backs it up.',
      'HB-M-SNOOP-REPORT': 'An access circuit that backs up IGMP snooping also forwards reports as the backup.',
      'HB-M-SNOOP-SAME': 'The VSIs of the access circuits of both devices look into IGMP in one way.',
      'HB-M-SETTINGS': 'MLD, IGMP and PIM run with the same settings on both user interfaces.',
      'HB-M-FLOWDOWN': {
        text: 'A backup link that a text calls down belongs to a group that follows a management group.',
        noRule: 'It is about what a text intends, not about what a file says.',
      },
    },
  ],
  [
    'Service boards and DS-Lite',
    {
      'HB-SL-HA': 'Hot backup of service boards is on, on both devices.',
      'HB-SL-MVRRP':
        'The group of a service-location is a management group; with `ignore-if-down` it keeps a role while its interface is down.',
      'HB-SL-ID': 'A service-location that backs up to the other device exists there.',
      'HB-SL-NOLOC': 'A service-location has a board.',
      'HB-SL-MODE': 'Boards that back each other up run in one mode.',
      'HB-SL-LICENSE': 'A board that serves users has a licence of its own, where the file gives licences to boards.',
      'HB-SL-BOTH': 'A service-location is backed up in the same device or in the other one, not in both.',
      'HB-SL-PEER':
        "The peer of a service-location is the other device's address on its backup interface, which carries the group.",
      'HB-SL-AUTH': 'An authentication key is on both ends or on neither, and the same in the same form.',
      'HB-SL-LINK-DOWN': 'The backup interface of a service-location is not shut down.',
      'HB-SL-NOAUTH': 'The channel of a service-location is authenticated.',
      'HB-SL-VRRP': 'A service-location follows a VRRP group that is on the interface it names.',
      'HB-SL-VRRP-ID-MISSING': 'The line that binds the group names its number.',
      'HB-SL-TRACK': 'The group tracks its service-location.',
      'HB-SL-TRACK-ID': 'Both ends of a group track the same service-locations.',
      'HB-SL-PREEMPT': 'The master waits 1500 s before it preempts, and 15 s when it starts.',
      'HB-X-NAT-RANGE':
        'A public address belongs to one NAT or DS-Lite instance, and its range begins at the lower one.',
      'HB-X-NULL-ROUTE': 'A route to NULL0 that announces public addresses covers those of an instance.',
      'HB-SIG-BIND': 'A service-instance-group has a service-location that exists.',
      'HB-SIG-WEIGHT': 'A weight is between 1 and 40.',
      'HB-DSL-BIND': 'An instance runs on one service-instance-group, which exists.',
      'HB-DSL-SAME': 'An instance is the same on both devices: name, ID, group and contents.',
      'HB-DSL-RANGE': 'Names and IDs of instances are in range, and no ID is used twice.',
      'HB-X-ACL-FAMILY': 'The ACL that picks the users of an instance is one of the IP version in which they send.',
      'HB-X-ACL-RULE-FAMILY': 'The rules of an ACL are about the IP version of the ACL.',
      'HB-X-ACL-PERMITS': 'The ACL of an outbound lets users through.',
      'HB-X-ACL-SAME': 'The ACL that picks the users of an instance is the same on both devices.',
      'HB-X-ACL-USERS': 'The ACL of a DS-Lite instance permits the prefix from which its users come.',
      'HB-X-SIG-SPLIT':
        'Service-locations that share the load of one group of instances follow VRRP groups of their own.',
      'HB-X-SIG-RBS': 'The remote backup service that a service-instance-group names exists.',
    },
  ],
  [
    'E-Trunks and pools',
    {
      'HB-X-ET-DEFINED': 'The E-Trunk that a profile follows is there, and its Eth-Trunk is a member of it.',
      'HB-X-ET-JOINED': 'The E-Trunk that an Eth-Trunk joins is there.',
      'HB-X-ET-FORCE': 'An Eth-Trunk of an E-Trunk is master by hand on both devices or on neither.',
      'HB-X-ET-MIRROR': 'Peer and source of an E-Trunk are mirrored.',
      'HB-X-ET-SAME': 'Both ends of an E-Trunk have one LACP identity, one key and one way of authentication.',
      'HB-X-TRUNK-MODE': 'Eth-Trunks that carry the same users are bundled in one way.',
      'HB-X-ET-LINK':
        'The ends of an E-Trunk of multicast users reach each other also without the link between the devices.',
      'HB-X-ET-PRIO': 'The two ends of an E-Trunk have different priorities.',
      'HB-X-POOL-DEFINED': 'A pool that a service or a profile names is defined.',
      'HB-X-POOL-NETWORK': 'A section of a pool lies in its network and begins at its lower address.',
      'HB-X-POOL-OVERLAP': 'No address is in two sections of the pools of one VPN.',
      'HB-X-POOL-ONE': 'A pool belongs to one backup service or to one profile.',
      'HB-X-POOL-BOTH': 'A shared pool is handed over on both devices.',
      'HB-X-POOL-OWNER': 'One of the two devices owns a shared pool.',
      'HB-X-POOL-OPTIONS': 'Users of a shared pool are told the same by both devices.',
      'HB-X-POOL-SAME': 'A shared pool has the same gateway and sections on both devices.',
      'HB-X-POOL-METRIC': 'The two devices announce a shared pool with different metrics.',
    },
  ],
  [
    'Users who log in',
    {
      'HB-BR-SAME': 'Users who log in are handed over in one way on both devices.',
      'HB-BR-POOL-BOTH': 'A pool that both devices name is defined on both.',
      'HB-BR-L2TP-BRAS': 'Tunnels are backed up together with their users.',
      'HB-BR-L2TP-SOURCE': 'Tunnels that are backed up start from a loopback of both devices that moves with the role.',
      'HB-BR-L2TP-HELLO': 'The hello interval of tunnels that are backed up is the default.',
      'HB-BR-PROTECT': 'The way across leads to an address of the other device.',
      'HB-BR-SESSIONS': 'The two devices give PPPoE session numbers of different ranges.',
      'HB-BR-TAG': 'Users without a pool are announced by both devices, by the backup as such.',
      'HB-BR-STREAM-DELAY': 'A device with streams of its users waits two query intervals after it has recovered.',
      'HB-BR-ACROSS': 'What comes back for the users of a shared pool reaches the device that has them.',
      'HB-BR-INHERIT': "The cost of the users' routes reaches the network.",
    },
  ],
  [
    'Addresses and VLANs of one device',
    {
      'HB-X-VLAN-TWICE': 'No two sub-interfaces of a port are in one VLAN.',
      'HB-X-IF-NETWORK': 'No two interfaces of a routing table are in one network.',
      'HB-X-IF-HOST': 'The address of an interface is one of a host.',
      'HB-X-IF-IPV6': 'An interface with an IPv6 address has IPv6 turned on.',
    },
  ],
  [
    'What is unique in a network',
    {
      'HB-X-ID-ROUTER': 'The two devices have different router IDs in one protocol.',
      'HB-X-ID-ISIS': 'The two devices have different IS-IS system IDs.',
      'HB-X-ID-LSR': 'The two devices have different MPLS LSR IDs.',
      'HB-X-ID-NAME': 'The two devices have different names.',
      'HB-X-ID-NETWORK': 'A device announces addresses of its own.',
      'HB-X-ID-L2TP': 'The two devices count their L2TP tunnels from different numbers.',
      'HB-X-ID-LINK-LOCAL': 'The two devices have different link-local addresses on one link.',
    },
  ],
  [
    'Names that a line uses',
    {
      'HB-X-ACL-DEFINED': 'An ACL that a translation, a filter or a classifier names is defined.',
      'HB-X-ACL-POLICY': 'An ACL by which a traffic policy hands users to an instance is defined.',
      'HB-X-DIRECT-ROUTE': 'The VRRP group that a direct route follows is on its interface.',
      'HB-X-ADDRESS-GROUP-DEFINED': 'An address group that a translation names is defined in its instance.',
      'HB-X-TRUNK-DEFINED': 'The Eth-Trunk that a port joins or a profile follows has a section.',
      'HB-X-VPN-DEFINED': 'A VPN instance that an interface, a route, a process or a pool names is defined.',
      'HB-X-INTERFACE-DEFINED': 'An interface that a backup service, a board, a route or a BFD session names is there.',
      'HB-X-BFD-ENABLED': 'A device with BFD sessions has BFD turned on.',
      'HB-X-TRUNK-MEMBER': 'An Eth-Trunk that carries users has a member port.',
      'HB-X-BFD-DEFINED': 'A BFD session that a backup service, an E-Trunk or a route follows is there.',
      'HB-X-ROUTE-POLICY-DEFINED': 'A route-policy or prefix list that a protocol names is defined.',
      'HB-X-TUNNEL-POLICY-DEFINED': 'A tunnel policy that a backup service or a VPN names is defined.',
      'HB-X-MONITOR-GROUP-DEFINED':
        'A monitor group that a backup service, an E-Trunk or an interface follows is there.',
      'HB-X-IGP-DEFINED': 'A routing process that an interface runs is there.',
      'HB-X-AAA-DEFINED': 'Schemes, server groups and domains that user access names are defined.',
      'HB-X-TRAFFIC-POLICY-DEFINED': 'Traffic policies, classifiers and behaviors that a line names are defined.',
      'HB-X-INSTANCE-DEFINED': 'A NAT, NAT64 or DS-Lite instance that a line binds is defined.',
      'HB-X-SERVER-GROUP-DEFINED': 'Server groups and prefix pools that an address pool or a relay names are defined.',
    },
  ],
  [
    'Files, lines and transcripts',
    {
      'HB-TXT-PROMPT': 'The prompts of one block name one device.',
      'HB-TXT-TILDE': 'A `commit` stands at a prompt that has something to commit.',
      'HB-TXT-SYSNAME': {
        text: 'A new name shows in the prompt only after the commit.',
        noRule: 'It is a matter of how a page was written, not of the configuration.',
      },
      'HB-DISP-CONF': {
        text: 'Pasted display output agrees with the configuration.',
        noRule: 'Display output is not configuration and is not read.',
      },
      'HB-NAME-LEN': 'A name is not longer than the device takes.',
      'HB-ORDER-FWD': {
        text: 'A name may be used above the place that defines it.',
        noRule:
          'Forward references are right in a saved file: this is a requirement on the rules, which never report them.',
      },
      'HB-X-LINE-FORM': 'A line that begins like a hot-backup command is a whole one.',
      'HB-X-LINE-VIEW': 'A command stands in the view it belongs to.',
      'HB-X-LINE-TWICE': 'A command that holds one value is given one.',
      'HB-X-LINE-PLACEHOLDER': 'Nothing is left to be filled in.',
    },
  ],
];

export const requirementGroups: readonly RequirementGroup[] = groups.map(([title, list]) => ({
  title,
  requirements: Object.fromEntries(
    Object.entries(list).map(([id, one]) => [id, typeof one === 'string' ? { text: one } : one]),
  ),
}));

/** Every requirement by its id. */
export const requirements: ReadonlyMap<string, Requirement> = new Map(
  requirementGroups.flatMap((group) => Object.entries(group.requirements)),
);
