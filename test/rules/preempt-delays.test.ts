// How long the intended master and the backup wait, by service: what is said about a delay, how serious it is, and what is offered
// instead (docs/decisions/preempt-delay-by-service.md, preempt-delay-on-backup.md).
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exampleBoard } from '../../server/src/rules/testing/example-board';
import { rules } from '../../server/src/rules/registry';
import { readExample } from '../support/carets';
import { workspaceOf } from '../support/check-text';

const delayRules = rules.filter(({ id }) => /^vrrp-preempt-delay-|^service-location-preempt-short$/.test(id));

/** Services of the profile, delay of the master, delay of the backup, what is said: severity and seconds of the fix. */
type Row = readonly [services: string, master: number | undefined, backup: number | undefined, said: string];

const rows: readonly Row[] = [
  ['arp', undefined, undefined, 'A warning 600'],
  ['arp', 1, undefined, 'A warning 600'],
  ['arp', 599, undefined, 'A warning 600'],
  ['arp', 600, undefined, ''],
  ['arp', 600, 600, 'B information 0'],
  ['bras', 0, undefined, 'A warning 600'],
  ['bras', 599, undefined, 'A warning 600'],
  ['bras', 600, undefined, ''],
  ['bras', 1200, 600, 'B warning 0'],
  ['bras l2tp', 600, undefined, 'A warning 1800'],
  ['bras l2tp', 1799, undefined, 'A warning 1800'],
  ['bras l2tp', 1800, undefined, ''],
  ['l2tp', undefined, undefined, 'A warning 1800'],
  ['dhcp-server', 599, undefined, 'A warning 601'],
  ['dhcp-server', 600, undefined, ''],
  ['dhcp-server', 601, undefined, ''],
  ['dhcp-server', undefined, undefined, 'A warning 601'],
  ['dhcp-server arp', undefined, undefined, 'A warning 601'],
  ['igmp', undefined, undefined, 'A warning 600'],
  ['igmp', 14, undefined, 'A information 600'],
  ['igmp', 15, undefined, ''],
  ['arp igmp', 15, undefined, 'A warning 600'],
  ['arp igmp', 600, 600, 'B warning 0'],
  ['v6 nd', undefined, undefined, 'A warning 600'],
  ['v6 nd', 14, undefined, 'A information 600'],
  ['v6 nd', 20, undefined, ''],
  ['v6 mld', 14, undefined, 'A information 600'],
  ['v6 mld', 60, 60, 'B warning 0'],
  ['v6 dhcpv6-relay', undefined, undefined, 'A warning 1800'],
  ['v6 dhcpv6-relay', 1799, undefined, 'A warning 1800'],
  ['v6 dhcpv6-relay', 1800, undefined, ''],
  ['v6 dhcpv6-relay nd', 15, undefined, 'A warning 1800'],
];

describe('the delay of a group, by service', () => {
  for (const [services, master, backup, text] of rows)
    it(`${services}: master ${master ?? '-'}, backup ${backup ?? '-'}`, async () => {
      assert.equal(await answer([device('A', services, master, true), device('B', services, backup, false)]), text);
    });

  for (const [delay, found] of [
    [undefined, 'A information 1500'],
    [1499, 'A information 1500'],
    [1500, ''],
  ] as const)
    it(`service boards: master ${delay ?? '-'}`, async () => {
      const lines = `
         vrrp vrid 1 priority 200${delay === undefined ? '' : `\n         vrrp vrid 1 preempt-mode timer delay ${delay}`}`;
      const { files } = readExample(exampleBoard('A', 1, { vrrp: lines }) + exampleBoard('B', 2));
      assert.equal(await answer(files), found);
    });
});

/** Who has the finding, how serious it is, and the seconds that the fix leaves; findings in order of the files. */
async function answer(files: readonly { readonly name: string; readonly text: string }[]): Promise<string> {
  const workspace = await workspaceOf(files, delayRules);
  const found = workspace.allFindings().map((finding) => {
    const choice = workspace.fixes(finding.file, finding.range)[0];
    const text = choice?.fix.edits.map(({ newText }) => newText).join('') ?? '';
    return `${finding.file.charAt(0)} ${finding.severity} ${/\d+(?=\D*$)/.exec(text)?.[0] ?? 0}`;
  });
  return found.join(', ');
}

function device(name: 'A' | 'B', words: string, delay: number | undefined, master: boolean) {
  const six = words.startsWith('v6 ');
  const services = words.replace('v6 ', '').split(' ');
  const vrrp = six ? 'vrrp6' : 'vrrp';
  const own = name === 'A' ? 1 : 2;
  const addresses = six
    ? [
        ' ipv6 enable',
        ` ipv6 address 2001:DB8:50::${own}/64`,
        ' vrrp6 vrid 1 virtual-ip FE80::1 link-local',
        ' vrrp6 vrid 1 virtual-ip 2001:DB8:50::50',
      ]
    : [` ip address 10.1.1.${own} 255.255.255.0`, ' vrrp vrid 1 virtual-ip 10.1.1.254'];
  const text = [
    `sysname ${name}`,
    '#',
    'remote-backup-service s1',
    ` peer 10.0.0.${3 - own} source 10.0.0.${own} port 2000`,
    '#',
    'remote-backup-profile p1',
    ...services.map((service) => ` service-type ${service}`),
    ' backup-id 10 remote-backup-service s1',
    ` ${vrrp}-id 1 interface GigabitEthernet0/1/2`,
    '#',
    'interface GigabitEthernet0/1/2',
    ...addresses,
    ...(master ? [` ${vrrp} vrid 1 priority 120`] : []),
    ...(delay === undefined ? [] : [` ${vrrp} vrid 1 preempt-mode timer delay ${delay}`]),
    ' remote-backup-profile p1',
    '#',
    '',
  ].join('\n');
  return { name: `${name}.cfg`, text };
}
