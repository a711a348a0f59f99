// The guide's five pages and the corpus against the catalogue: every command form that a step prints, every line of the printed
// transcripts and configuration files, and the share of real lines that is recognised, which may only rise.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { entry, matchLine, promptView, type Match, type ViewName } from '../../server/src/catalogue/index';
import { parseForm, type Node } from '../../server/src/catalogue/notation';
import { decode } from '../../server/src/main/decode';
import { emptyContext, sectionFacts, type MatchedLine } from '../../server/src/model/lines/matched-line';
import { readText } from '../../server/src/syntax/read-text';
import { words } from '../../server/src/text/words';
import { material } from '../support/check-text';
import { loadSyntax } from '../support/wasm';

/** What the pages print wrongly, and what is meant. */
const slips = [
  {
    page: '000',
    printed: '<ipv6-address-mask>',
    meant: '<ipv6-address/prefix-length>',
    reason: 'the second form of the address is address/length, as page 001 prints it',
  },
  {
    page: '004',
    printed: 'vrrp vrid interface',
    meant: 'vrrp vrid <virtual-router-id> interface',
    reason: 'the form needs the group number (docs/decisions/service-location-vrrp-line.md)',
  },
];

/** Values that stand in for the arguments of printed forms. */
const sample: Record<string, string> = {
  interface: 'GigabitEthernet 0/1/2',
  subinterface: 'GigabitEthernet 0/1/2.100',
  'ipv6-address': '2001:db8:50::1',
  'prefix-length': '64',
  'ipv6-address/prefix-length': '2001:db8:50::1/64',
  'tag-value': '100',
  'virtual-router-id': '1',
  'virtual-address': '2001:db8:50::50',
  'delay-time': '1800',
  'priority-value': '120',
  'advertise-interval': '200',
  'remote-backup-service-name': 'service1',
  'service-name': 'service1',
  'ssl-policy-name': 'policy1',
  'peer-ip-address': '10.0.0.2',
  'source-ip-address': '10.0.0.1',
  'port-id': '1025',
  daytime: '03:30:00',
  'profile-name': 'profile1',
  vrid: '1',
  'backup-id': '10',
  'cost-value': '500',
  'ip-pool-name': 'pool1',
  'ip-address': '10.1.1.100',
  'service-location-id': '1',
  'slot-id': '9',
  'key-value': 'example-key',
  'service-instance-group-name': 'group1',
  'weight-value': '20',
  'instance-name': 'dslite1',
  id: '1',
  'value-reduced': '60',
};
const sample4: Record<string, string> = { ...sample, 'virtual-address': '10.1.1.100' };

const guide = join(material, 'guide');
const corpus = join(material, 'corpus/labs');
const pages = existsSync(guide)
  ? readdirSync(guide)
      .filter((name) => /^00[0-4]/.test(name))
      .sort()
  : [];
const read = (name: string) => readFileSync(join(guide, name), 'utf8');

/** The page's bold and italics in our notation: `[**peer**](...) *peer-ip-address*` is `peer <peer-ip-address>`. */
function notation(printed: string): string {
  return printed
    .replace(/\[\*\*([^*]+)\*\*\]\([^)]*\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\*([^*]+)\*/g, (_, names: string) =>
      names
        .split(' ')
        .map((name) => `<${name}>`)
        .join(' '),
    )
    .replace(/<interface-type> <interface-number> \[ ?\.<subinterface-number> \]/g, '{ <interface> | <subinterface> }')
    .replace(/<interface-type> <interface-number>/g, '<interface>')
    .replace(/\s+/g, ' ');
}

/** The forms behind `Run` in a line of a page. */
function formsIn(line: string, page: string): string[] {
  const hit = /^\s*\d+\.\s+(?:\(Optional\)\s+)?Run\s+(.+?)\s*$/.exec(line);
  if (!hit) return [];
  let form = notation(hit[1]!);
  for (const slip of slips) {
    if (slip.page === page) form = form.replace(slip.printed, slip.meant);
  }
  return form.split(' or ');
}

/** Every concrete line that a form allows. */
function lines(node: Node, values: Record<string, string>): string[] {
  switch (node.kind) {
    case 'keyword':
      return [node.keyword];
    case 'argument': {
      const value = values[node.name];
      assert.ok(value, `no sample for <${node.name}>`);
      return [value];
    }
    case 'sequence':
      return node.nodes
        .map((part) => lines(part, values))
        .reduce((so, next) => so.flatMap((left) => next.map((right) => `${left} ${right}`.trim())));
    case 'repeat':
      return lines(node.node, values);
    case 'choice':
      return [...(node.optional ? [''] : []), ...node.choices.flatMap((choice) => lines(choice, values))];
  }
}

function complete(view: ViewName, line: string): Match {
  const match = matchLine(view, words(line));
  assert.ok(
    match?.complete,
    `[${view}] ${line}: ${match ? JSON.stringify(match.problems.length ? match.problems : match.expected) : 'no command begins like this'}`,
  );
  return match;
}

/** `quit` and the commands that open a view, as an operator goes through the steps. */
function follow(stack: ViewName[], match: Match): void {
  const opens = entry(match.command)?.opens;
  if (match.command === 'session.quit') stack.pop();
  else if (match.command === 'session.systemView') stack.splice(0, stack.length, 'system');
  else if (opens && !match.undo) stack.push(opens);
}

const checks = 9;
if (pages.length < 5 || !existsSync(corpus)) {
  test('the guide and the corpus', () => {
    console.log(`material absent: ${checks} checks not run`);
  });
} else {
  for (const name of pages.filter((page) => !page.startsWith('003'))) {
    const page = name.slice(0, 3);
    test(`page ${page}: every form that a step prints is an entry of the view it is used in`, () => {
      const stack: ViewName[] = [];
      let seen = 0;
      for (const printed of read(name).split('\n')) {
        for (const form of formsIn(printed, page)) {
          const view = stack[stack.length - 1] ?? 'user';
          const family = /^vrrp6|ipv6/.test(form) ? sample : sample4;
          let match: Match | undefined;
          for (const line of new Set(lines(parseForm(form), family))) match = complete(view, line);
          follow(stack, match!);
          seen++;
        }
      }
      assert.ok(seen >= 20, `${seen} forms read`);
    });
  }

  test('page 002: the two ways to take in DHCP requests', () => {
    const text = read(pages[2]!);
    for (const [view, form] of [
      ['interface', 'dhcp server enable'],
      ['system', 'dhcp server request-packet all-interface enable'],
    ] as const) {
      assert.ok(text.includes(form));
      complete(view, form);
    }
  });

  test('the slips are slips: what the pages print does not read', () => {
    assert.equal(matchLine('service-location', words('vrrp vrid interface GigabitEthernet 0/1/2'))!.complete, false);
    for (const { page, printed } of slips)
      assert.ok(notation(read(pages[Number(page)]!)).includes(printed), `${page} prints ${printed}`);
  });

  test('page 003: every command of the transcript stands in the view its prompt names', () => {
    let seen = 0;
    for (const [, device, rest, typed] of read(pages[3]!).matchAll(/^ *[<[]([~*]?\w+)((?:-[^\]>]+)?)[\]>] (.+)$/gm)) {
      const view = rest === '' ? viewAtDevice(device!) : promptView(rest!.slice(1))?.view;
      assert.ok(view, `${rest} names a view`);
      complete(view, typed!.trim());
      seen++;
    }
    assert.ok(seen >= 40, `${seen} commands read`);
  });

  test('page 003: every line of the configuration files is known', async () => {
    await loadSyntax();
    const text = read(pages[3]!);
    let devices = 0;
    for (const [, body = ''] of text.slice(text.indexOf('#### Configuration Files')).matchAll(/```\n([\s\S]*?)```/g)) {
      for (const { view, text: line, match } of readLines(body.replace(/^ {2}/gm, '')))
        assert.ok(match?.complete, `[${view}] ${line}`);
      devices++;
    }
    assert.equal(devices, 4);
  });

  test('the corpus: the share of recognised lines may only rise', async () => {
    await loadSyntax();
    let all = 0;
    let whole = 0;
    let pairLines = 0;
    const missed: string[] = [];
    for (const file of readdirSync(corpus, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const text = decode(readFileSync(join(file.parentPath, file.name))).text;
      for (const line of readLines(text)) {
        all++;
        if (line.match?.complete) whole++;
        if (hotBackup.test(line.text.replace(/^undo\s+/, ''))) {
          pairLines++;
          if (!line.match?.complete && !cutOff.includes(line.text)) missed.push(`[${line.view}] ${line.text}`);
        }
      }
    }
    const share = whole / all;
    console.log(
      `corpus: ${whole} of ${all} lines recognised whole (${(share * 100).toFixed(2)} %), ${pairLines} of them hot backup`,
    );
    assert.ok(share >= 0.99, `${(share * 100).toFixed(2)} %`);
    assert.deepEqual(missed, [], 'lines that begin like a hot-backup command are recognised, all of them');
  });
}

function readLines(text: string): MatchedLine[] {
  const anchor = { file: '', row: 0 };
  let context = emptyContext;
  return readText(text).sections.flatMap((section) => {
    const facts = sectionFacts(section, anchor, context);
    context = facts.after;
    return [...facts.all];
  });
}

/** The first words of the hot-backup commands. */
const hotBackup = new RegExp(
  `^(?:${[
    'vrrp6?',
    'admin-vrrp6?',
    'direct-route',
    'ipv6 enable',
    'ipv6 address',
    'remote-backup-service',
    'remote-backup-profile',
    'peer \\S+ source',
    'peer-ipv6',
    'bind ssl-policy',
    'batch-backup',
    'track bfd-session',
    'track interface',
    'switchover uplink',
    'track monitor-group',
    'protect',
    'ip-pool',
    'ipv6-pool',
    'backup block',
    'radius-authorization',
    'peer-backup',
    'vrrp6?-id',
    'e-trunk',
    'backup-id',
    'service-type (?:arp|bras|dhcp|igmp|ipsec|l2tp|mld|multicast|nd|no-host)\\S*$',
    'nas logic',
    'acct-session-id',
    'rui-slave',
    'bras access',
    'dhcpv6',
    'dhcp server enable',
    'dhcp server request-packet',
    'multicast (?:ipv6 )?(?:routing-enable|track)',
    'pim(?: ipv6)? (?:sm|ignore)',
    'mld enable',
    'igmp enable',
    'ip pool',
    'section',
    'server identifier',
    'service-ha',
    'vsm',
    'service-location',
    'location',
    'remote-backup',
    'service-instance-group',
    'ds-lite',
    'nat instance',
    'nat64',
  ].join('|')})(?=\\s|$)`,
);

/** Lines that their author cut off. */
const cutOff: readonly string[] = [];

/** The view of a prompt that holds the device's name alone. */
function viewAtDevice(device: string): ViewName {
  return device.startsWith('~') || device.startsWith('*') ? 'system' : 'user';
}
