// WLAN controllers and access profiles in outline: they stand in many files of mixed networks.
import { command, family } from '../command';
import { cipher, integer, parameter, string, text } from '../parameters';
import { anInterface } from './shared';

const profileName = parameter(string(1, 35), 'Name of the profile or group.');
const count = parameter(integer(0, 4294967295), 'Number.');
const how = parameter(text, 'How.');
const secret = parameter(cipher, 'The password or key.');
const word = parameter(string(1, 255), 'A name or value.');

/** WLAN views of campus switches and controllers, marked as that dialect. Cites no document. */
export const wlan = family(
  'wlan',
  {
    enter: command({
      views: ['system'],
      format: 'wlan\nwlan ac',
      opens: 'wlan',
      summary: 'Enters the WLAN view.',
      examples: `
      wlan
      wlan ac
    `,
    }),
    global: command({
      views: ['system'],
      format: `wlan { ac-global <text> | country-code <word> | <text> }
      capwap { source { interface <interface> | ip-address <word> } | <text> }
      ac { protect <text> | <text> }
      ap <text>`,
      undo: 'undo capwap source interface',
      summary: 'Settings of the WLAN controller.',
      parameters: { text: how, word, interface: anInterface },
      examples: `
      capwap source interface Vlanif100
    `,
    }),
    profile: command({
      views: ['wlan'],
      format: `{ security-profile | ssid-profile | vap-profile | traffic-profile | wds-profile | mesh-profile
        | mesh-handover-profile | regulatory-domain-profile | air-scan-profile | rrm-profile | radio-2g-profile
        | radio-5g-profile | wids-spoof-profile | wids-whitelist-profile | wids-profile | ap-system-profile
        | port-link-profile | wired-port-profile | serial-profile | location-profile | ap-profile | hotspot2-profile
        | sta-whitelist-profile | sta-blacklist-profile | attack-defense-profile | wireless-access-specification
        | ap-auth-profile | user-profile | ble-profile } name <profile-name> [ <text> ]
      ap-group name <profile-name>
      ap-id <count> [ type-id <count> ] [ ap-mac <mac> ] [ ap-sn <word> ]
      wireless-access-specification
      provision-ap`,
      undo: 'undo { security-profile | ssid-profile | vap-profile | ap-group } name <profile-name>',
      opens: 'wlan-profile',
      summary: 'Creates a WLAN profile, AP group or access point and enters its view.',
      parameters: {
        'profile-name': profileName,
        text: how,
        count,
        mac: parameter({ kind: 'mac' }, 'MAC address of the access point.'),
        word,
      },
      examples: `
      vap-profile name staff
      ap-group name floor1
      ap-id 0 type-id 60 ap-mac 00e0-fc12-3456 ap-sn 210235
    `,
    }),
    lines: command({
      views: ['wlan'],
      format: `ap { auth-mode { mac-auth | no-auth | sn-auth } | whitelist <text> | blacklist <text> | data-collection enable | <text> }`,
      undo: 'undo ap <text>',
      summary: 'Settings of the WLAN service.',
      parameters: { text: how },
      examples: `
      ap auth-mode mac-auth
    `,
    }),
    profileLines: command({
      views: ['wlan-profile'],
      format: `ssid <ssid>
      security { open | wep [ <text> ] | { wpa | wpa2 | wpa-wpa2 | wpa3
        | wpa2-wpa3 } { psk { pass-phrase | hex } <secret> <cipher-suite> | dot1x <cipher-suite>
        | sae pass-phrase <secret> <cipher-suite> | <text> } }
      forward-mode { direct-forward | tunnel | softgre <word> }
      service-vlan { vlan-id <count> | vlan-pool <word> }
      { ssid-profile | security-profile | traffic-profile | regulatory-domain-profile | radio-2g-profile
        | radio-5g-profile | ap-system-profile | wds-profile | mesh-profile | authentication-profile
        | air-scan-profile | rrm-profile | port-link-profile | wired-port-profile | serial-profile | user-profile
        | attack-defense-profile | wids-profile } <profile-name> [ <text> ]
      vap-profile <profile-name> wlan <count> [ radio { <count> | all } ] [ <text> ]
      ap-name <profile-name>
      ap-group <profile-name>
      country-code <word>
      dca-channel { 2.4g | 5g } { channel-set | bandwidth } <text>
      eirp <count>
      ssid-hide enable`,
      undo: 'undo { ssid-profile | security-profile | vap-profile <profile-name> wlan <count> | <text> }',
      summary: 'What the profile, group or access point holds.',
      parameters: {
        ssid: parameter(string(1, 34), 'Name of the wireless network.'),
        text: how,
        secret,
        'cipher-suite': parameter(string(1, 16), 'Cipher suite.'),
        word,
        count,
        'profile-name': profileName,
      },
      examples: `
      ssid guests
      service-vlan vlan-id 20
      security wpa-wpa2 psk pass-phrase example aes
      vap-profile guests wlan 1
      ap-name floor1-1
    `,
    }),
    radio: command({
      views: ['wlan-profile'],
      format: 'radio <radio-id>',
      opens: 'wlan-radio',
      summary: 'Enters the view of a radio of the group or access point.',
      parameters: { 'radio-id': parameter(integer(0, 3), 'Number of the radio.') },
      examples: `
      radio 0
    `,
    }),
    radioLines: command({
      views: ['wlan-radio'],
      format: `vap-profile <profile-name> wlan <count>
      { radio-2g-profile | radio-5g-profile | air-scan-profile | mesh-profile | wds-profile | location-profile } <profile-name>
      channel { 20mhz | 40mhz-plus | 40mhz-minus | 80mhz | 160mhz | 80+80mhz } <count>
      eirp <count>
      radio disable`,
      undo: 'undo vap-profile <profile-name> wlan <count>',
      summary: 'Networks and power of the radio.',
      parameters: { 'profile-name': profileName, count },
      examples: `
      vap-profile staff wlan 1
    `,
    }),
    accessProfile: command({
      views: ['system'],
      format:
        '{ authentication-profile | portal-access-profile | mac-access-profile | dot1x-access-profile | free-rule-template } name <profile-name>',
      undo: 'undo { authentication-profile | portal-access-profile | mac-access-profile | dot1x-access-profile } name <profile-name>',
      opens: 'access-profile',
      summary: 'Creates a profile of user access and enters its view.',
      parameters: { 'profile-name': profileName },
      examples: `
      authentication-profile name default_authen_profile
    `,
    }),
    accessProfileLines: command({
      views: ['access-profile'],
      format: `{ dot1x-access-profile | mac-access-profile | portal-access-profile | free-rule-template } <profile-name>
      access-domain <word> [ <text> ]`,
      summary: 'What the profile holds.',
      parameters: { 'profile-name': profileName, word, text: how },
      examples: `
      dot1x-access-profile dot1x1
    `,
    }),
    location: command({
      views: ['system'],
      format: 'location',
      opens: 'location',
      summary: 'Enters the view of geographic locations.',
      examples: `
      location
    `,
    }),
    locationLines: command({
      views: ['location'],
      format: '{ geo-location | geo-location-set } <text>',
      summary: 'A named location.',
      parameters: { text: how },
      examples: `
      geo-location hq
    `,
    }),
  },
  { dialect: 'campus' },
);
