// How the device is reached and watched: user interfaces, SSH, Telnet, FTP, HTTP, SNMP, logs, NTP, keys and the rest of the house-keeping.
import { command, family } from '../command';
import { cipher, integer, ipv4, parameter, string, text } from '../parameters';
import { configurationViews } from '../views';
import { aclName, aclNumber, anInterface, vpnInstance } from './shared';

const count = parameter(integer(0, 4294967295), 'How many or how long.');
const how = parameter(text, 'How.');
const word = parameter(string(1, 255), 'A name or value.');
const secret = parameter(cipher, 'The password or key.');
const server = parameter(string(1, 255), 'Address or name of the server.');
const address = parameter(ipv4, 'An address.');

/** User interface view and its head. Cites no document. */
export const userInterface = family('userInterface', {
  enter: command({
    views: ['system', 'user-interface'],
    format:
      'user-interface { con | vty | aux | tty | console | trunk } <first> [ <last> ]\nuser-interface <first> [ <last> ]\nline { console <first> | vty <first> [ <last> ] }',
    opens: 'user-interface',
    summary: 'Enters the view of lines over which operators log in.',
    parameters: { first: parameter(integer(0, 999), 'First line.'), last: parameter(integer(0, 999), 'Last line.') },
    examples: `
      user-interface vty 0 4
      user-interface con 0
    `,
  }),
  maximum: command({
    views: ['system'],
    format: 'user-interface maximum-vty <number>\nuser-interface current <text>',
    undo: 'undo user-interface maximum-vty',
    key: 'user-interface maximum-vty',
    summary: 'Sets how many operators may log in at once.',
    parameters: { number: parameter(integer(0, 21), 'How many.'), text: how },
    examples: `
      user-interface maximum-vty 15
    `,
  }),
  lines: command({
    views: ['user-interface'],
    format: `authentication-mode { aaa | none | password | scheme }
      authentication-mode password [ cipher <secret> ]
      set authentication password { cipher | simple } [ <secret> ]
      set authentication password [ cipher | simple ] <secret>
      protocol inbound { all | ssh | telnet | none | pad }
      user privilege level <level>
      idle-timeout <minutes> [ <minutes> ]
      acl [ ipv6 ] { <acl-number> | <acl-name> } { inbound | outbound }
      screen-length <count>
      history-command max-size <count>
      shell
      auto-execute command <text>
      speed <count>
      parity { none | even | odd | mark | space }
      databits <count>
      stopbits { 1 | 1.5 | 2 }
      flow-control { none | hardware | software }
      escape-key { default | <word> }
      lock
      modem [ both | call-in | auto-answer ]`,
    undo: 'undo shell\nundo idle-timeout\nundo authentication-mode\nundo acl [ ipv6 ] [ <acl-number> ] { inbound | outbound }\nundo protocol inbound',
    summary: 'How operators log in over these lines, and when they are logged out.',
    parameters: {
      secret,
      level: parameter(integer(0, 15), 'Level of rights.'),
      minutes: parameter(integer(0, 35791), 'Minutes, then seconds.', { unit: 'min' }),
      'acl-number': aclNumber,
      'acl-name': aclName,
      count,
      text: how,
      word,
    },
    examples: `
      authentication-mode aaa
      protocol inbound ssh
      user privilege level 15
      idle-timeout 10 0
    `,
  }),
});

/** SSH, Telnet, SNMP, logs, clock and banners in the system view, and public keys in any. Cites no document. */
export const management = family('management', {
  ssh: command({
    views: ['system'],
    format: `ssh user <word>
      ssh user <word> { authentication-type { password | rsa | dsa | ecc | all | password-rsa | password-dsa
        | password-ecc | x509v3-rsa | password-x509v3-rsa | sm2 } | service-type { stelnet | sftp | all
        | snetconf } &<1-4> | sftp-directory <word> | authorization-cmd aaa | assign { { rsa-key | dsa-key
        | ecc-key } <word> | pki <realm-name> } }
      ssh authentication-type default { password | <text> }
      ssh server { cipher | hmac | key-exchange | dh-exchange | publickey | secure-algorithms | rekey-interval
        | timeout | authentication-retries | compatible-ssh1x | port | acl | keepalive | rsa-key | rekey
        | login-failed | ip-block } <text>
      ssh server-source { -i <interface> | all-interface | physic-isolate <text> | -a <text> }
      ssh ipv6 server-source { all-interface | -a <text> }
      ssh client { cipher | hmac | key-exchange | secure-algorithms | publickey | first-time } <text>
      ssh [ ipv6 ] server { acl <acl-number> | port <count> }
      { stelnet | sftp | scp | snetconf } [ ipv4 | ipv6 ] server enable
      ssh server compatible-ssh1x enable
      sftp server { default-directory <word> | timeout <count> }
      sftp client-source { -a <server> | -i <interface> }
      { rsa | dsa | ecc } local-key-pair { create | destroy | default }
      { rsa | dsa | ecc } { peer-public-key | key-pair } <text>`,
    undo: `undo { stelnet | sftp | scp | snetconf } [ ipv4 | ipv6 ] server enable
      undo ssh server compatible-ssh1x enable
      undo ssh server compatible-ssh1x
      undo ssh user <word>
      undo ssh server { cipher | publickey | authentication-type <text> | rekey | port | ip-block <text> }
      undo ssh server-source all-interface`,
    summary: 'SSH, SFTP and their keys.',
    parameters: {
      word,
      text: how,
      interface: anInterface,
      'acl-number': aclNumber,
      count,
      server,
      'realm-name': parameter(string(1, 64), 'Name of the PKI realm.', { refers: 'pki-realm' }),
    },
    examples: `
      stelnet server enable
      ssh user operator authentication-type password
      ssh user operator service-type stelnet
    `,
  }),
  telnet: command({
    views: ['system'],
    format: `telnet server enable
      telnet [ ipv6 ] server { enable | port <count> | acl { <acl-number> | <word> } }
      telnet server-source { -i <interface> | -a <address> | all-interface }
      telnet ipv6 server-source { -a <word> | all-interface }
      telnet client-source { -i <interface> | -a <address> }
      { ftp | tftp } [ ipv6 ] server { enable | port <count> | default-directory <word> }
      { ftp | tftp } server { acl <acl-number> | timeout <count> }
      ftp { timeout <count> | acl <acl-number> | server-source <text> | client-source <text> }
      tftp { client-source <text> | server <text> }
      set default ftp-directory <word>
      { http | https } { server enable | secure-server enable | timeout <count> | acl <acl-number> }
      http secure-server ssl-policy <word>
      netconf
      pki ocsp response cache <text>`,
    undo: `undo telnet [ ipv6 ] server enable
      undo telnet server-source all-interface
      undo { ftp | tftp } server [ enable ]
      undo { http | https } { server enable | secure-server enable }
      undo { tftp | ftp } ipv6 server`,
    summary: 'Telnet, FTP and web access to the device.',
    parameters: { count, 'acl-number': aclNumber, word, interface: anInterface, address, text: how },
    examples: `
      telnet server enable
      undo telnet server enable
      undo telnet ipv6 server enable
      http server enable
    `,
  }),
  snmp: command({
    views: ['system'],
    format: `snmp-agent
      snmp-agent community { read | write } [ cipher ] <community> [ mib-view <word> | acl { <acl-number> | <word> } | alias <word> ] *
      snmp-agent community complexity-check disable
      snmp-agent { local-engineid | sys-info { contact | location | version } } <text>
      snmp-agent group v3 <word> [ authentication | noauthentication | privacy ] [ read-view <word>
        | write-view <word> | notify-view <word> | acl <acl-number> ] *
      snmp-agent group { v1 | v2c } <word> [ <text> ]
      snmp-agent usm-user v3 <word> [ <word> ]
      snmp-agent usm-user v3 <word> { authentication-mode { md5 | sha | sha2-256 | sha2-512 }
        | privacy-mode { des56 | aes128 | aes192 | aes256 | 3des } } [ cipher ] <secret>
      snmp-agent usm-user v3 <word> { group <word> | acl <acl-number> }
      snmp-agent usm-user v3 <word> <word> authentication-mode { md5 | sha | sha2-256 } <secret> [ privacy-mode { des56 | aes128 | aes256 } <secret> ]
      snmp-agent usm-user password complexity-check disable
      snmp-agent target-host trap address udp-domain <address> [ udp-port <count> | source <interface>
        | vpn-instance <vpn-instance-name> | public-net ] * params securityname { cipher <secret> | <secret> } [ v1
        | v2c | v3 [ authentication | privacy ] ] [ private-netmanager ] [ notify-filter-profile <word> ] [ ext-vb ]
      snmp-agent target-host <text>
      snmp-agent trap { enable [ <text> ] | source <interface> | queue-size <count> | life <count> | disable | source-port <count> }
      snmp-agent mib-view <text>
      snmp-agent { packet max-size <count> | acl <acl-number> | protocol <text> | password min-length <count>
        | blacklist <text> | udp-port <count> | extend error-code enable | inform <text> | notify <text>
        | statistics <text> | server disable | heartbeat enable }`,
    undo: `undo snmp-agent
      undo snmp-agent protocol <text>
      undo snmp-agent trap enable [ <text> ]
      undo snmp-agent { community | usm-user v3 | group v3 } <word>
      undo snmp-agent sys-info version <text>`,
    summary: 'SNMP: communities, users, and where traps are sent.',
    parameters: {
      community: parameter(cipher, 'The community.'),
      word,
      'acl-number': aclNumber,
      text: how,
      secret,
      address,
      count,
      interface: anInterface,
      'vpn-instance-name': vpnInstance,
    },
    examples: `
      snmp-agent
      snmp-agent community read cipher example
      snmp-agent sys-info version v3
      snmp-agent trap enable
      undo snmp-agent
    `,
  }),
  logs: command({
    views: ['system'],
    format: `info-center enable
      info-center loghost <server> [ <text> ]
      info-center loghost source <interface>
      info-center { source <text> | timestamp <text> | channel <text> | console <text> | monitor <text>
        | logbuffer <text> | trapbuffer <text> | logfile <text> | max-logfile-number <count> | filter-id <text>
        | statistic-suppress enable | local <text> | rate-limit <text> | snmp <text> | configuration-change <text>
        | terminal <text> | tls <text> | logbuffer }`,
    undo: 'undo info-center enable\nundo info-center { loghost <server> | source <text> | statistic-suppress enable | <text> }',
    summary: 'Logs: what is logged, and where to.',
    parameters: { server, text: how, interface: anInterface, count },
    examples: `
      undo info-center enable
      info-center loghost 10.9.9.9
    `,
  }),
  clockSource: command({
    views: ['system'],
    format:
      'clock { source | manual | ethernet-synchronization | ssm-control | run-mode | priority | frequency } <text>\nptp enable',
    undo: 'undo ptp enable',
    summary: 'Physical clock synchronisation.',
    parameters: { text: how },
    examples: `
      clock source 1 priority 10
    `,
  }),
  system: command({
    views: ['system'],
    format: `header { login | shell | motd } { information | file } <text>
      lock-authentication enable
      super password [ level <count> ] [ cipher | simple ] [ <secret> ]
      board add <word> [ <word> ]
      set transceiver-monitoring { enable | disable }
      set save-configuration <text>
      banner enable
      configuration { copy | exclusive | file } <text>
      system { tcam | snapshot | resource } <text>
      command-privilege level <count> <text>
      assistant task <word>
      ops
      nqa-jitter tag-version <count>`,
    undo: `undo header { login | shell }
      undo set <text>
      undo assistant task <word>`,
    summary: 'House-keeping of the device.',
    parameters: { text: how, count, secret, word },
    examples: `
      header login information "
      board add 0/1
    `,
  }),
  anywhere: command({
    views: configurationViews,
    format: 'public-key-code { begin | end }\npeer-public-key end\nrun <text>',
    summary: 'Brackets of a key block; `run` takes a command of the user view.',
    parameters: { text: how },
    action: true,
    examples: `
      public-key-code begin
      run display version
    `,
  }),
});
