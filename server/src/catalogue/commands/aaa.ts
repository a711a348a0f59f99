// Users: AAA schemes, domains, local users, RADIUS and HWTACACS servers.
import { command, family } from '../command';
import { cipher, integer, ipv4, parameter, string, text } from '../parameters';
import { anInterface, qosProfile, vpnInstance } from './shared';

type SchemeKind = 'authentication-scheme' | 'authorization-scheme' | 'accounting-scheme';
const scheme = (kind: SchemeKind) => parameter(string(1, 32), 'Name of the scheme.', { refers: kind });
const newScheme = (kind: SchemeKind) => parameter(string(1, 32), 'Name of the scheme.', { defines: kind });
const userName = parameter(string(1, 253), 'Name of the user.', { defines: 'local-user' });
const secret = parameter(cipher, 'The password.');
const template = parameter(string(1, 32), 'Name of the server group.', { refers: 'radius-group' });
const count = parameter(integer(0, 4294967295), 'How many or how long.');
const how = parameter(text, 'How.');
const word = parameter(string(1, 64), 'A name or value.');
const server = parameter(ipv4, 'Address of the server.');
const port = parameter(integer(1, 65535), 'Port of the server.');
const domainName = parameter(string(1, 64), 'Name of the domain.', { defines: 'domain' });

/**
 * AAA view and the views of its schemes, domains, roles and servers. Cites no document, but for the pools of a domain.
 */
export const aaa = family('aaa', {
  view: command({
    views: ['system'],
    format: 'aaa',
    opens: 'aaa',
    summary: 'Enters the AAA view.',
    examples: `
      aaa
    `,
  }),
  authentication: command({
    views: ['aaa'],
    format: 'authentication-scheme <scheme>',
    undo: 'undo authentication-scheme <scheme>',
    opens: 'authentication-scheme',
    summary: 'Creates an authentication scheme and enters its view.',
    parameters: { scheme: newScheme('authentication-scheme') },
    examples: `
      authentication-scheme default
    `,
  }),
  authenticationLines: command({
    views: ['authentication-scheme'],
    format: `authentication-mode { radius | hwtacacs | local | none | ldap | ad | radius-proxy | domain } &<1-4>
      authentication-super { hwtacacs | radius | super | none } &<1-3>
      authening { authen-fail | authen-super } <text>`,
    undo: 'undo authentication-mode',
    summary: 'Where users are authenticated, in this order.',
    parameters: { text: how },
    examples: `
      authentication-mode radius local
    `,
  }),
  authorization: command({
    views: ['aaa'],
    format: 'authorization-scheme <scheme>',
    undo: 'undo authorization-scheme <scheme>',
    opens: 'authorization-scheme',
    summary: 'Creates an authorization scheme and enters its view.',
    parameters: { scheme: newScheme('authorization-scheme') },
    examples: `
      authorization-scheme default
    `,
  }),
  authorizationLines: command({
    views: ['authorization-scheme'],
    format: 'authorization-mode { hwtacacs | if-authenticated | local | none | ldap | ad } &<1-4>',
    summary: 'Where users get their rights, in this order.',
    examples: `
      authorization-mode if-authenticated
    `,
  }),
  accounting: command({
    views: ['aaa'],
    format: 'accounting-scheme <scheme>',
    undo: 'undo accounting-scheme <scheme>',
    opens: 'accounting-scheme',
    summary: 'Creates an accounting scheme and enters its view.',
    parameters: { scheme: newScheme('accounting-scheme') },
    examples: `
      accounting-scheme default
    `,
  }),
  accountingLines: command({
    views: ['accounting-scheme'],
    format:
      'accounting-mode { radius | hwtacacs | none | local }\naccounting realtime <count>\naccounting { start-fail | interim-fail } { online | offline } [ <text> ]\naccounting interim interval <count> [ second ]',
    summary: 'How use is accounted.',
    parameters: { count, text: how },
    examples: `
      accounting-mode radius
    `,
  }),
  domain: command({
    views: ['aaa'],
    format: 'domain <domain-name> [ admin ]',
    undo: 'undo domain <domain-name>',
    opens: 'domain',
    summary: 'Creates a domain of users and enters its view.',
    parameters: { 'domain-name': domainName },
    examples: `
      domain default
      domain isp1
    `,
  }),
  domainLines: command({
    views: ['domain'],
    format: `authentication-scheme <authentication-scheme>
      authorization-scheme <authorization-scheme>
      accounting-scheme <accounting-scheme>
      service-scheme <service-scheme>
      radius-server { <template> | group <template> }
      radius-server <template>
      hwtacacs-server <hwtacacs-template>
      ldap-server <word>
      ad-server <word>
      ip-pool <pool>
      ipv6-pool <ipv6-pool>
      ip-pool-group <word>
      user-group <group-name>
      dns { primary-ip | second-ip | primary-ipv6 | second-ipv6 } <word>
      qos-profile <qos-profile> { inbound | outbound } [ <text> ]
      user-priority { upstream | downstream } <word>
      vpn-instance <vpn-instance-name>
      access-limit <count>
      idle-cut <text>
      accounting-start-delay <count> [ <text> ]
      internet-access mode { password | single-sign-on }
      reference user { current-domain | <text> }
      service-type <text>
      bind { nat instance <nat-instance> | ds-lite instance <ds-lite-instance> | nat64 instance <nat64-instance> }
      user { nat | <text> }
      statistic enable
      state { active | block }
      prefix-assign-mode { local | unshared }
      l2tp-group <l2tp-group>
      l2tp-user radius-force
      max-ipuser-reauthtime <count>
      cops-server <word>
      block`,
    undo: 'undo ip-pool <pool>\nundo ipv6-pool <ipv6-pool>\nundo radius-server [ group ]\nundo authentication-scheme',
    summary: 'How the users of the domain log in, and what they get.',
    parameters: {
      'authentication-scheme': scheme('authentication-scheme'),
      'authorization-scheme': scheme('authorization-scheme'),
      'accounting-scheme': scheme('accounting-scheme'),
      word,
      template,
      'qos-profile': qosProfile,
      'service-scheme': parameter(string(1, 32), 'Service scheme.', { refers: 'service-scheme' }),
      'hwtacacs-template': parameter(string(1, 32), 'Server template.', { refers: 'hwtacacs-template' }),
      pool: parameter(string(1, 128), 'Name of the pool.', { refers: 'ip-pool' }),
      'ipv6-pool': parameter(string(1, 32), 'Name of the pool.', { refers: 'ipv6-pool' }),
      'group-name': parameter(string(1, 64), 'Group of users.', { refers: 'user-group' }),
      'l2tp-group': parameter(string(1, 32), 'L2TP group.', { refers: 'l2tp-group' }),
      'nat-instance': parameter(string(1, 31), 'NAT instance.', { refers: 'nat-instance' }),
      'ds-lite-instance': parameter(string(1, 31), 'DS-Lite instance.', { refers: 'ds-lite-instance' }),
      'nat64-instance': parameter(string(1, 31), 'NAT64 instance.', { refers: 'nat64-instance' }),
      text: how,
      'vpn-instance-name': vpnInstance,
      count,
    },
    examples: `
      authentication-scheme default
      radius-server group radius1
      ip-pool pool1
    `,
  }),
  poolPriority: command({
    views: ['domain'],
    format: 'ip-pool <ip-pool-name> priority { local | remote }',
    undo: 'undo ip-pool <ip-pool-name> priority',
    key: 'ip-pool <ip-pool-name> priority',
    summary: 'Says whether the local or the remote pool of that name comes first.',
    parameters: { 'ip-pool-name': parameter(string(1, 128), 'Name of the pool.', { refers: 'ip-pool' }) },
    guide: ['CLI reference, ip-pool priority'],
    examples: `
      ip-pool pool1 priority local
    `,
  }),
  strayDomain: command({
    views: ['system'],
    format: 'domain <domain-name> [ admin ]',
    opens: 'domain',
    summary: 'A domain of users whose line has lost the indentation of the AAA view.',
    parameters: { 'domain-name': domainName },
    dialect: 'undocumented',
    examples: `
      domain isp1
    `,
  }),
  strayAuthentication: command({
    views: ['system'],
    format: 'authentication-scheme <scheme>',
    opens: 'authentication-scheme',
    summary: 'An authentication scheme whose line has lost the indentation of the AAA view.',
    parameters: { scheme: newScheme('authentication-scheme') },
    dialect: 'undocumented',
    examples: `
      authentication-scheme radius1
    `,
  }),
  strayAuthorization: command({
    views: ['system'],
    format: 'authorization-scheme <scheme>',
    opens: 'authorization-scheme',
    summary: 'An authorization scheme whose line has lost the indentation of the AAA view.',
    parameters: { scheme: newScheme('authorization-scheme') },
    dialect: 'undocumented',
    examples: `
      authorization-scheme default
    `,
  }),
  strayAccounting: command({
    views: ['system'],
    format: 'accounting-scheme <scheme>',
    opens: 'accounting-scheme',
    summary: 'An accounting scheme whose line has lost the indentation of the AAA view.',
    parameters: { scheme: newScheme('accounting-scheme') },
    dialect: 'undocumented',
    examples: `
      accounting-scheme account1
    `,
  }),
  localUser: command({
    views: ['aaa'],
    format: `local-user <user-name> password [ cipher | simple | irreversible-cipher ] <password> [ privilege level <level> ]
      local-user <user-name> service-type { ftp | ssh | telnet | terminal | http | web | ppp | 8021x | api | snmp
        | sftp | bind | x25-pad | sslvpn | netconf | qx | mml | none } &<1-10>
      local-user <user-name> privilege level <level>
      local-user <user-name> level <level>
      local-user <user-name> { ftp-directory | http-directory } <directory>
      local-user <user-name> state { active | block } [ <text> ]
      local-user <user-name> access-limit <level>
      local-user <user-name> idle-timeout <level> [ <level> ]
      local-user <user-name> user-group <directory>
      local-user <user-name> acl-number <level>
      local-user <user-name> expire { date <directory> | <text> }
      local-user policy <text>
      local-user { authentication | authorization | password policy } <text>`,
    undo: 'undo local-user <user-name>\nundo local-user policy security-enhance',
    summary: 'A user of the device itself: password, services, rights.',
    parameters: {
      'user-name': userName,
      password: secret,
      level: parameter(integer(0, 65535), 'Level or number.'),
      directory: parameter(string(1, 255), 'A directory, group or date.'),
      text: how,
    },
    examples: `
      local-user operator password irreversible-cipher example
      local-user operator service-type ssh telnet
      local-user operator privilege level 15
      undo local-user policy security-enhance
    `,
  }),
  managerUser: command({
    views: ['aaa'],
    format: `manager-user <user-name>
      role <user-name>`,
    undo: 'undo manager-user <user-name>',
    opens: 'aaa-role',
    summary: 'Creates an administrator account or a role of a firewall and enters its view.',
    parameters: { 'user-name': parameter(string(1, 63), 'Name of the account or role.') },
    examples: `
      manager-user admin
      role system-admin
    `,
  }),
  managerUserLines: command({
    views: ['aaa-role'],
    format: `password { cipher | simple } [ <password> ]
      service-type { web | ssh | telnet | terminal | ftp | api } &<1-6>
      level <level>
      ssh { authentication-type { password | rsa | all | password-rsa | ecc | dsa } | service-type { stelnet | sftp | all } }
      authentication-scheme <scheme>
      access-limit <level>`,
    summary: 'Password, services and rights of the account.',
    parameters: {
      password: secret,
      level: parameter(integer(0, 65535), 'Level or number.'),
      scheme: scheme('authentication-scheme'),
    },
    examples: `
      service-type web terminal
      level 15
    `,
  }),
  lines: command({
    views: ['aaa'],
    format: `bind manager-user <user-name> role <role-name>
      service-scheme <service-scheme>
      recording-scheme <role-name>
      cmd recording-scheme <role-name>
      domainname-parse-direction { left-to-right | right-to-left }
      domain-name-delimiter <role-name>
      domain-location { after-delimiter | before-delimiter }
      security-name { enable | <text> }
      default-password { cipher <secret> | simple <secret> }
      user-password complexity-check [ three-of-kinds | <text> ]
      task-group <role-name>
      user-group <role-name>
      outbound recording-scheme <role-name>`,
    undo: 'undo user-password complexity-check\nundo bind manager-user <user-name> role <role-name>\nundo user-group <role-name>',
    summary: 'How user names are read, and other settings of AAA.',
    parameters: {
      'user-name': parameter(string(1, 63), 'Name of the account.'),
      'role-name': parameter(string(1, 63), 'Name of the role or scheme.'),
      'service-scheme': parameter(string(1, 32), 'Name of the scheme.', { defines: 'service-scheme' }),
      text: how,
      secret,
    },
    examples: `
      bind manager-user admin role system-admin
    `,
  }),
  radius: command({
    views: ['system'],
    format: 'radius-server group <template>\nradius-server template <template>\nradius-server <default-name>',
    undo: 'undo radius-server { group | template } <template>',
    opens: 'radius-group',
    summary: 'Creates a group of RADIUS servers and enters its view.',
    parameters: {
      template: parameter(string(1, 32), 'Name of the group.', { defines: 'radius-group' }),
      'default-name': parameter(string(1, 32, /^default$/), 'The default group.'),
    },
    examples: `
      radius-server group radius1
      radius-server template radius1
    `,
  }),
  radiusLines: command({
    views: ['radius-group'],
    format: `radius-server { authentication
      | accounting } <server> [ vpn-instance <vpn-instance-name> ] [ <port> ] [ vpn-instance <vpn-instance-name> ] [ source { loopback <count>
      | ip-address <server> | <interface> } | weight <count> | source ip-address <server> ] * [ secondary ]
      radius-server shared-key [ cipher | simple ] <secret>
      radius-server shared-key-cipher <secret>
      radius-server { retransmit <count> | timeout <count> | dead-count <count> | dead-time <count>
        | nas-port-format <word> | source interface <interface> | user-name { domain-included | original | <text> }
        | class-as-car <text> | traffic-unit <word> | algorithm { loading-share | master-backup } }`,
    undo: 'undo radius-server { user-name domain-included | shared-key | source interface }\nundo radius-server { authentication | accounting } <server> [ <port> ]',
    summary: 'A RADIUS server of the group, its key, and how it is asked.',
    parameters: {
      server,
      port,
      'vpn-instance-name': vpnInstance,
      count,
      interface: anInterface,
      secret,
      word,
      text: how,
    },
    examples: `
      radius-server authentication 10.9.9.9 1812
      radius-server authentication 10.9.9.9 1812 weight 80
      radius-server shared-key cipher example
    `,
  }),
  radiusGlobal: command({
    views: ['system'],
    format: `radius-server source interface <interface>
      radius-server authorization <server> [ <text> ]
      radius-server { dead-count | dead-interval | dead-time } <count>
      radius enable
      hwtacacs-server { enable | source interface <interface> }
      hwtacacs enable
      local-aaa-server
      portal local-server load <word>
      dot1x enable
      mac-authen
      authentication unified-mode`,
    undo: 'undo authentication unified-mode\nundo hwtacacs enable\nundo radius-server source interface\nundo radius enable\nundo local-aaa-server',
    summary: 'Settings of user access for the whole device.',
    parameters: { interface: anInterface, server, text: how, word, count },
    examples: `
      portal local-server load flash:/portalpage.zip
      local-aaa-server
    `,
  }),
  hwtacacs: command({
    views: ['system'],
    format: 'hwtacacs-server template <template-name>\nhwtacacs server template <template-name>',
    undo: 'undo hwtacacs-server template <template-name>',
    opens: 'hwtacacs-template',
    summary: 'Creates a HWTACACS server template and enters its view.',
    parameters: {
      'template-name': parameter(string(1, 32), 'Name of the template.', { defines: 'hwtacacs-template' }),
    },
    examples: `
      hwtacacs-server template tac
    `,
  }),
  hwtacacsLines: command({
    views: ['hwtacacs-template'],
    format: `hwtacacs-server { authentication | authorization | accounting
      | common } <server> [ <port> ] [ vpn-instance <vpn-instance-name> ] [ public-net ] [ secondary ]
      hwtacacs-server { shared-key [ cipher | simple ] <secret> | source-ip { <server> | <text> }
        | timer { quiet | response-timeout } <count> | user-name { domain-included | original } }
      hwtacacs server { authentication | authorization | accounting } <server> [ <port> ] [ vpn-instance <vpn-instance-name> ] [ secondary ]
      hwtacacs server { shared-key [ cipher ] <secret> | source-ip <server> | timer { quiet | response-timeout } <count> }`,
    undo: 'undo hwtacacs-server user-name domain-included\nundo hwtacacs server user-name domain-included',
    summary: 'A HWTACACS server of the template, its key, and how it is asked.',
    parameters: { server, port, 'vpn-instance-name': vpnInstance, secret, text: how, count },
    examples: `
      hwtacacs-server authentication 10.9.9.9
    `,
  }),
});
