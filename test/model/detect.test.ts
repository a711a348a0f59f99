// What is VRP and what is not, judged by its text alone. The corpus of real files is asked too where it is at hand.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { detect } from '../../server/src/model/detect';

const vrp: Record<string, string> = {
  'a saved file': '#\nsysname DeviceA\n#\ninterface GigabitEthernet0/1/2\n undo shutdown\n#\nreturn\n',
  'the shortest saved file': '#\nsysname DeviceA\n#\nreturn\n',
  'CRLF, blanks and a BOM': '\uFEFF\r\n#\r\n sysname R1   \r\n#\r\n vlan batch 10 20\r\n#\r\nreturn\r\n\0',
  'bare CR line ends': '#\r sysname R1\r#\rinterface Vlanif10\r ip address 192.0.2.1 255.255.255.0\r#\rreturn\r',
  'a software version': '!Software Version V800R012C10SPC300\n!Last configuration was saved at 2026-01-01 10:00:00\n',
  'a version header': '[V200R003C00]\n#\n snmp-agent local-engineid 800007DB03000000000000\n',
  'a RANCID file': '#RANCID-CONTENT-TYPE: vrp\n#\n',
  'an oxidized file': '# Huawei Versatile Routing Platform Software\n# VRP (R) software, Version 8.180\n',
  'glued separators': '# sysname CE1\n#interface GigabitEthernet0/1/1\n undo shutdown\n#\nreturn#\n',
  'an excerpt: RBS': 'remote-backup-service s1\n peer 192.0.2.2 source 192.0.2.1 port 1025\n',
  'an excerpt: RBP': ' remote-backup-profile p1\n  service-type bras\n',
  'an excerpt: one line': 'vrrp6 vrid 1 virtual-ip FE80::1 link-local',
  'an excerpt: interface': 'interface GigabitEthernet0/1/2\n undo shutdown\n ip address 192.0.2.1 24\n',
  'an excerpt: service-location': 'service-location 1\n location slot 3\n',
  'a command script': 'system-view\ninterface GE0/1/2\ndescription to core\ncommit\nquit\nreturn\n',
  'an abbreviated script': 'sys\nint g0/0/1\nundo shutdown\nquit\n',
  'a transcript':
    '<HUAWEI> system-view\n[~HUAWEI] sysname DeviceA\n[*HUAWEI] commit\n[~DeviceA] interface GigabitEthernet 0/1/2\n',
  'a transcript of the first stage': '[~DeviceA-rm-backup-srv-s1] display this\n[*DeviceA-rm-backup-srv-s1]\n',
  'a firewall':
    'HRP_M[FW1]display current-configuration\n#\nfirewall zone trust\n add interface GigabitEthernet1/0/1\n',
  'a Jinja template':
    '#\nsysname {{ name }}\n#\n{% for vlan in vlans %}\ninterface Vlanif{{ vlan }}\n undo shutdown\n{% endfor %}\n#\nreturn\n',
  'said in the first line': '# vrp-format: huawei-vrp8\nhello\n',
};

const notVrp: Record<string, string> = {
  nothing: '',
  'blank lines': '\n\n   \n',
  'said in the first line': '# vrp-format: none\n#\nsysname DeviceA\n#\nundo shutdown\nreturn\n',
  IOS: 'Building configuration...\n!\nversion 15.2\nhostname R1\n!\ninterface GigabitEthernet0/1\n ip address 192.0.2.1 255.255.255.0\n vrrp 1 ip 192.0.2.254\n no shutdown\n!\nrouter ospf 1\n network 192.0.2.0 0.0.0.255 area 0\n!\nline vty 0 4\n!\nend\n',
  'IOS with slashed names and quit':
    'hostname R1\n!\ncrypto pki certificate chain x\n quit\n!\ninterface GigabitEthernet0/0/1\n no ip address\n!\n',
  'NX-OS': 'hostname n9k\nfeature hsrp\ninterface Ethernet1/1\n  no switchport\n',
  Comware:
    '#\n version 7.1.070, Release 2612\n#\n sysname H3C\n#\n irf mac-address persistent timer\n#\nvlan 10\n#\ninterface GigabitEthernet1/0/1\n port link-mode bridge\n undo shutdown\n#\n ip route-static 0.0.0.0 0 192.0.2.1\n#\nline vty 0 63\n#\nreturn\n',
  'Comware, a short piece':
    '#\nsysname SW1\n#\ninterface Vlan-interface10\n ip address 192.0.2.1 24\n undo shutdown\n#\nreturn\n',
  Junos: 'set system host-name r1\nset interfaces ge-0/0/1 unit 0 family inet address 192.0.2.1/24\ncommit\nquit\n',
  RouterOS: '# software id = AAAA\n/interface bridge\nadd name=bridge1\n/ip address\nadd address=192.0.2.1/24\n',
  JSON: '{\n  "sysname": "DeviceA",\n  "undo": ["shutdown"]\n}\n',
  YAML: '---\n- name: interface\n  hosts: routers\n  tasks:\n    - name: undo\n      config:\n        lines: x\n',
  Markdown:
    '# Remote backup\n\nRun `remote-backup-service`.\n\n```\nsystem-view\nremote-backup-service s1\n peer 192.0.2.2 source 192.0.2.1 port 1025\n```\n',
  prose: 'The remote-backup-service command opens a view.\nundo it if you must.\nquit\n',
  'a shell script': '#!/bin/sh\n#\n#\n#\nreturn\nsystem-view\ndisplay current-configuration\n',
  'a shell script without interpreter': '#\n# Sets things up\n#\n#\nif true; then\nreturn\nfi\nA=1\nB=2\nC=3\n',
  INI: '[Journal]\n#\n#Storage=auto\n#\n#\n[interface]\nname = eth0\nmtu = 1500\nquit = no\n',
  properties: '#\n# a\n#\nserver.port=8080\nserver.name=x\n#\nspring.profile=dev\n',
  'a C program': '#include <stdio.h>\nint main(void) {\n  return 0;\n}\n',
  XML: '<?xml version="1.0"?>\n<config>\n<sysname>DeviceA</sysname>\n</config>\n',
};

for (const [name, text] of Object.entries(vrp)) {
  test(`VRP: ${name}`, () => {
    const found = detect(text);
    assert.equal(found.vrp, true, `${found.score}: ${found.reasons.join(', ')}`);
  });
}

for (const [name, text] of Object.entries(notVrp)) {
  test(`not VRP: ${name}`, () => {
    const found = detect(text);
    assert.equal(found.vrp, false, `${found.score}: ${found.reasons.join(', ')}`);
  });
}

test('a very long line and a very long file cost nothing', () => {
  const started = performance.now();
  detect('x'.repeat(20_000_000));
  detect('a\n'.repeat(10_000_000));
  detect('[~' + 'a'.repeat(1_000_000));
  assert.ok(performance.now() - started < 30_000); // a guard against a hang, not a measurement
});

const material = resolve(process.env['VRP_MATERIAL'] ?? join(__dirname, '../../../shared'), 'corpus');
if (existsSync(material)) {
  test('every configuration of the corpus is VRP, its README is not', () => {
    for (const entry of readdirSync(material, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const found = detect(new TextDecoder('gb18030').decode(readFileSync(file)));
      assert.equal(found.vrp, !entry.name.endsWith('.md'), `${file} ${found.score}: ${found.reasons.join(', ')}`);
    }
  });
} else {
  test('material absent: 1 checks not run', () => {
    console.log('material absent: 1 checks not run');
  });
}
