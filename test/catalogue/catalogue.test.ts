// Every entry: its notation reads, its examples hold. And the matcher: which word wins, what is expected, how fast.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { command, family, type Command } from '../../server/src/catalogue/command';
import { matcher } from '../../server/src/catalogue/match';
import { forms, parseForm, tokensOf, type Node } from '../../server/src/catalogue/notation';
import { integer, interfaceName, name, parameter, text } from '../../server/src/catalogue/parameters';
import {
  allBound,
  bound,
  catalogue,
  entry,
  expectedAt,
  isCommand,
  keyOf,
  limits,
  matchLine,
  promptView,
  typeKey,
  views,
  vrrp,
  vrrp6,
  rbs,
  type Expected,
  type ViewName,
} from '../../server/src/catalogue';
import { words } from '../../server/src/text/words';
import { readExample } from '../support/carets';
import { samples } from '../support/command-samples';

const line = (view: ViewName, source: string) => matchLine(view, words(source));
const offered = (view: ViewName, source: string) => expectedAt(view, words(source)).map(spelled).sort();

function spelled(expected: Expected): string {
  switch (expected.kind) {
    case 'keyword':
      return expected.keyword;
    case 'value':
      return `<${expected.name}>`;
    case 'end':
      return '.';
  }
}

describe('every entry', () => {
  for (const one of catalogue) it(one.id, () => check(one));

  it('ids are unique', () => {
    assert.equal(new Set(catalogue.map((one) => one.id)).size, catalogue.length);
    assert.equal(entry('vrrp6.preemptDelay'), vrrp6.preemptDelay);
  });

  it('no two entries of one view have a form or a key in common', () => {
    const clashes: string[] = [];
    for (const view of Object.keys(views) as ViewName[]) {
      const seen = new Map<string, string>();
      for (const one of catalogue) {
        if (!one.views.includes(view)) continue;
        const texts = [...forms(one.format), ...forms(one.undo ?? '')].map((form) => plain(parseForm(form), one));
        if (one.key !== undefined) texts.push(`key ${one.key}`);
        for (const form of new Set(texts)) {
          const other = seen.get(form);
          if (other !== undefined && other !== one.id) clashes.push(`${view}: ${form}: ${other}, ${one.id}`);
          seen.set(form, one.id);
        }
      }
    }
    assert.deepEqual(clashes, []);
  });

  it('every form is read as its own entry, by words made from its notation', () => {
    const wrong: string[] = [];
    for (const one of catalogue) {
      for (const form of [...forms(one.format), ...forms(one.undo ?? '')]) {
        for (const sample of samples(parseForm(form), one)) {
          const match = line(one.views[0]!, sample);
          if (!match?.complete) wrong.push(`${one.id}: [${one.views[0]}] ${sample}`);
          else if (match.command !== one.id) wrong.push(`${one.id}: ${sample} reads as ${match.command}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('every word that is explained is chosen in some command, in a few words', () => {
    const chosen = new Set<string>();
    const explained = new Map<string, string>();
    for (const { format, words: meanings = {} } of catalogue) {
      for (const [word, meaning] of Object.entries(meanings)) {
        explained.set(`${word}: ${meaning}`, meaning);
        if (format.split(/[^\w-]+/).includes(word)) chosen.add(`${word}: ${meaning}`);
      }
    }
    assert.ok(explained.size > 25);
    assert.deepEqual(
      [...explained.keys()].filter((one) => !chosen.has(one)),
      [],
    );
    // A list of completion shows so much of it.
    for (const meaning of explained.values()) assert.match(meaning, /^[A-Z].{5,59}[^.]$/);
  });

  it('the graph of views is the one the entries open', () => {
    const wrong: string[] = [];
    for (const view of Object.keys(views) as ViewName[]) {
      if (view === 'system' || views[view].parents.length === 0) continue;
      const openers = catalogue.filter((one) => one.opens === view);
      if (openers.length === 0) wrong.push(`nothing opens ${view}`);
      for (const parent of views[view].parents) {
        if (!openers.some((one) => one.views.includes(parent))) wrong.push(`nothing in ${parent} opens ${view}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
});

function check(one: Command): void {
  assert.ok(one.summary.endsWith('.') || one.summary.endsWith('!'), 'the summary is a sentence');
  assert.ok(one.views.length > 0, 'has a view');
  const named = new Set<string>();
  for (const [notation, undo] of [
    [one.format, false],
    [one.undo ?? '', true],
  ] as const) {
    for (const form of forms(notation)) {
      const tree = parseForm(form);
      const tokens = tokensOf(tree);
      const first = tokens[0];
      assert.ok(first?.kind === 'keyword', `begins with a keyword: ${form}`);
      assert.ok(beginsWithKeyword(tree), `begins with a keyword in every reading: ${form}`);
      if (undo) assert.ok(first.keyword === 'undo' && tokens.length > 1, `an undo form begins with undo: ${form}`);
      assert.ok(textStandsLast(tree, one, false), `free text stands last: ${form}`);
      tokens.forEach((token) => {
        if (token.kind === 'keyword') return;
        named.add(token.name);
        const known = one.parameters[token.name];
        assert.ok(known, `${token.name} is described`);
        assert.match(known.doc, /\.$/, `${token.name}: the description is a sentence`);
      });
    }
  }
  assert.deepEqual(
    Object.keys(one.parameters).filter((parameter) => !named.has(parameter)),
    [],
    'every described parameter is in the notation',
  );
  for (const [, parameter] of (one.key ?? '').matchAll(/<([^<>]+)>/g))
    assert.ok(one.parameters[parameter!], `key: ${parameter} is a parameter`);
  assert.ok(one.examples, 'has examples');
  for (const file of readExample(one.examples).files) {
    file.text
      .trimEnd()
      .split('\n')
      .forEach((row, index) => {
        const match = line(one.views[0]!, row);
        const marks = file.marks
          .filter((mark) => mark.row === index)
          .map(({ start, end, message }) => ({ start, end, message }));
        assert.equal(match?.command, one.id, row);
        assert.deepEqual(
          match.problems.map(({ start, end, message }) => ({ start, end, message })),
          marks,
          row,
        );
        assert.equal(match.complete, marks.length === 0, row);
        assert.equal(match.reached, words(row).length, row);
        assert.equal(match.undo, row.startsWith('undo'), row);
      });
  }
}

function textStandsLast(node: Node, one: Command, followed: boolean): boolean {
  switch (node.kind) {
    case 'keyword':
      return true;
    case 'argument':
      return !followed || one.parameters[node.name]?.type.kind !== 'text';
    case 'sequence':
      return node.nodes.every((part, index) => textStandsLast(part, one, followed || index < node.nodes.length - 1));
    case 'repeat':
      return textStandsLast(node.node, one, true);
    case 'choice':
      return node.choices.every((part) =>
        textStandsLast(part, one, followed || (node.many && node.choices.length > 1)),
      );
  }
}

function beginsWithKeyword(node: Node): boolean {
  switch (node.kind) {
    case 'keyword':
      return true;
    case 'argument':
      return false;
    case 'sequence': {
      const first = node.nodes[0]!;
      if (first.kind === 'choice' && first.optional)
        return (
          first.choices.every(beginsWithKeyword) && beginsWithKeyword({ kind: 'sequence', nodes: node.nodes.slice(1) })
        );
      return beginsWithKeyword(first);
    }
    case 'repeat':
      return beginsWithKeyword(node.node);
    case 'choice':
      return node.choices.every(beginsWithKeyword);
  }
}

/** A form with kinds of value in place of names: what the matcher can tell apart. */
function plain(node: Node, one: Command): string {
  switch (node.kind) {
    case 'keyword':
      return node.keyword;
    case 'argument':
      return `<${typeKey(one.parameters[node.name]!.type)}>`;
    case 'sequence':
      return node.nodes.map((part) => plain(part, one)).join(' ');
    case 'repeat':
      return `${plain(node.node, one)} &<${node.min}-${node.max}>`;
    case 'choice':
      return `${node.optional ? '[' : '{'} ${node.choices
        .map((part) => plain(part, one))
        .sort()
        .join(' | ')} ${node.optional ? ']' : '}'}${node.many ? '*' : ''}`;
  }
}

describe('the notation', () => {
  const tree = (format: string) => JSON.stringify(parseForm(format));

  it('reads brackets, choices, repeats', () => {
    assert.equal(tree('a { b | <c> }'), tree('a {b|<c>}'));
    assert.notEqual(tree('a [ b ]'), tree('a { b }'));
    assert.equal(tree('a { b }'), tree('a b'));
    assert.equal(tokensOf(parseForm('vlan batch { <v> [ to <w> ] } &<1-10>')).length, 5);
  });

  it('throws at what it cannot read', () => {
    for (const wrong of ['a {', 'a ]', 'a | b', 'a { }', 'a <b', 'a & b', '* a', 'a { b | }'])
      assert.throws(() => parseForm(wrong), wrong);
  });

  it('takes each of { | } * once, in any order', () => {
    const { matchLine } = matcher(
      Object.values(
        family('t', {
          all: command({
            views: ['system'],
            format: 'x { a <n> | b | c } * [ y ]',
            summary: '.',
            parameters: { n: parameter(integer(1, 9), '.') },
          }),
        }),
      ),
    );
    const complete = (source: string) => matchLine('system', words(source))?.complete;
    for (const right of ['x a 1', 'x b', 'x c b a 2', 'x b a 1 y', 'x c y']) assert.equal(complete(right), true, right);
    for (const wrong of ['x', 'x y', 'x a', 'x b b', 'x a 1 a 2', 'x b y c'])
      assert.equal(complete(wrong), false, wrong);
  });

  it('counts repeats', () => {
    const { matchLine } = matcher(
      Object.values(
        family('t', {
          list: command({
            views: ['system'],
            format: 'x <n> &<2-3>',
            summary: '.',
            parameters: { n: parameter(integer(1, 9), '.') },
          }),
        }),
      ),
    );
    const complete = (source: string) => matchLine('system', words(source))?.complete;
    assert.deepEqual(['x 1', 'x 1 2', 'x 1 2 3', 'x 1 2 3 4'].map(complete), [false, true, true, false]);
  });
});

describe('the matcher', () => {
  it('binds values with their columns', () => {
    const match = line('interface', 'vrrp6 vrid 1 virtual-ip FE80::1 link-local')!;
    assert.ok(isCommand(match, vrrp6.virtualIp));
    assert.deepEqual(bound(match, vrrp6.virtualIp, 'virtual-address'), {
      name: 'virtual-address',
      text: 'FE80::1',
      start: 24,
      end: 31,
    });
    assert.equal(bound(match, rbs.peer, 'port-id'), undefined);
    assert.equal(allBound(line('system', 'vlan batch 10 20 to 30')!, entry('system.vlanBatch')!, 'vlan-id').length, 2);
  });

  it('names what each word is', () => {
    assert.deepEqual(
      line('interface', 'undo vrrp6 vrid 1 pri nonsense')!.roles.map((role) =>
        'keyword' in role ? role.keyword : role.kind,
      ),
      ['undo', 'vrrp6', 'vrid', 'value', 'priority', 'unknown'],
    );
  });

  it('takes an interface in one word or two', () => {
    for (const [source, length] of [
      ['interface GigabitEthernet 0/1/2.100', 2],
      ['interface Eth-Trunk1', 1],
      ['interface eth-trunk 1', 2],
      ['int gi 0/1/2', 2],
    ] as const) {
      const match = line('system', source)!;
      assert.ok(match.complete, source);
      assert.equal(match.roles.filter((role) => role.kind === 'value').length, length, source);
      assert.equal(match.values.length, 1);
    }
    assert.equal(line('system', 'interface GigabitEthernet')!.complete, false);
    assert.equal(
      line('interface', 'vrrp vrid 1 track interface GigabitEthernet 0/1/1 reduced 40')!.values[1]!.text,
      'GigabitEthernet 0/1/1',
    );
  });

  it('does not care for case, and takes abbreviations that are unambiguous', () => {
    assert.ok(line('interface', 'VRRP6 VRID 1 Priority 120')!.complete);
    assert.ok(line('interface', 'vrrp6 v 1 pre t d 20')!.complete);
    assert.equal(line('interface', 'vrrp6 vrid 1 p 20')!.complete, false, 'priority or preempt-mode?');
    assert.equal(line('interface', 'vrrp6 vrid 1 timer advertise millisecond 2')!.complete, false);
    assert.ok(isCommand(line('interface', 'undo shut'), entry('interface.shutdown')!));
    for (const [view, source, id] of [
      ['system', 'int g0/0/1', 'interface.create'],
      ['user', 'dis cu', 'display.other'],
      ['user', 'sys', 'session.systemView'],
      ['system', 'sys', 'session.systemView'],
      ['system', 'sys R1', 'system.sysname'],
      ['interface', 'q', 'session.quit'],
      ['interface', 'ip add 10.1.1.1 24', 'interface.address'],
      ['interface', 'un shut', 'interface.shutdown'],
      ['system', 'vlan ba 10', 'system.vlanBatch'],
      ['interface', 'ipv6 en', 'interface.ipv6Enable'],
      ['rbp', 'peer hot', 'rbp.peerBackup'],
      ['interface', 'desc to core', 'interface.description'],
    ] as const)
      assert.equal(line(view, source)?.command, id, source);
  });

  it('takes a row that begins with | for the rest of the form above', () => {
    const { format, undo } = command({
      views: ['system'],
      format: `acl { all
          | none
        | some }
        acl default`,
      undo: 'undo acl',
      summary: '.',
    });
    assert.deepEqual([forms(format), undo], [['acl { all | none | some }', 'acl default'], 'undo acl']);
  });

  it('prefers a keyword to a number to a name', () => {
    const { matchLine } = matcher(
      Object.values(
        family('t', {
          name: command({
            views: ['system'],
            format: 'acl <n> [ x ]',
            summary: '.',
            parameters: { n: parameter(name, '.') },
          }),
          number: command({
            views: ['system'],
            format: 'acl <n>',
            summary: '.',
            parameters: { n: parameter(integer(1, 9), '.') },
          }),
          text: command({
            views: ['system'],
            format: 'acl <n>',
            summary: '.',
            parameters: { n: parameter(text, '.') },
          }),
          port: command({
            views: ['system'],
            format: 'acl <n>',
            summary: '.',
            parameters: { n: parameter(interfaceName, '.') },
          }),
          keyword: command({ views: ['system'], format: 'acl all', summary: '.' }),
        }),
      ),
    );
    const of = (source: string) => matchLine('system', words(source))?.command;
    assert.deepEqual(['acl all', 'acl 5', 'acl 55', 'acl GE0/1', 'acl al', 'acl web x', 'acl a b c'].map(of), [
      't.keyword',
      't.number',
      't.name',
      't.port',
      't.name',
      't.name',
      't.text',
    ]);
  });

  it('says how far it got when a line is not whole', () => {
    const short = line('rbp', 'backup-id 10')!;
    assert.deepEqual([short.command, short.complete, short.reached], ['rbp.backupId', false, 2]);
    assert.deepEqual(short.expected, [{ kind: 'keyword', keyword: 'remote-backup-service', command: 'rbp.backupId' }]);
    const wrong = line('interface', 'vrrp6 vrid 1 preempt-mode timer dely 10')!;
    assert.deepEqual([wrong.complete, wrong.reached], [false, 5]);
    const long = line('interface', 'ipv6 enable now')!;
    assert.deepEqual([long.command, long.complete, long.reached], ['interface.ipv6Enable', false, 2]);
    assert.equal(line('service-location', 'vrrp vrid interface GigabitEthernet0/1/2')!.reached, 2);
    assert.equal(line('service-location', 'location slot')!.complete, false);
  });

  it('goes on behind a value that is out of range', () => {
    const match = line('rbs', 'peer 10.0.0.2 source 10.0.0.1 port 80')!;
    assert.deepEqual([match.complete, match.reached, match.values.length], [false, 6, 3]);
    assert.equal(match.problems[0]!.message, 'port-id: 1024-55535');
  });

  it('is silent about lines that begin like nothing it knows', () => {
    assert.equal(line('interface', 'frobnicate 1'), undefined);
    assert.equal(line('interface', 'undo frobnicate 1'), undefined);
    assert.equal(line('rbs', 'peer-backup hot'), undefined);
    assert.equal(matchLine('system', []), undefined);
  });

  it("knows another product line's spelling, and never offers it", () => {
    assert.equal(line('interface', 'vrrp6 vrid 1 preempt timer delay 20')!.complete, true);
    assert.ok(!offered('interface', 'vrrp6 vrid 1').includes('preempt'));
    assert.ok(line('interface', 'vrrp6 vrid 1 preem timer delay 20')!.command === vrrp6.preemptDelay.id);
  });

  it("does not judge a template's placeholder", () => {
    assert.ok(line('rbs', 'peer {{ peer }} source {{source}} port {{ port | default(1025) }}')!.complete);
  });

  it('makes keys of single-valued commands', () => {
    const key = (source: string) => keyOf(line('interface', source)!);
    assert.equal(key('vrrp6 vrid 1 priority 120'), key('vrrp6 v 1 pri 90'));
    assert.notEqual(key('vrrp6 vrid 1 priority 120'), key('vrrp6 vrid 2 priority 120'));
    assert.equal(
      key('vrrp vrid 1 track interface GigabitEthernet 0/1/1'),
      key('vrrp vrid 1 track interface gigabitethernet0/1/1 reduced 9'),
    );
    assert.equal(key('vrrp6 vrid 1 virtual-ip FE80::1 link-local'), undefined);
    assert.equal(key('undo vrrp6 vrid 1 priority'), undefined);
  });

  it('shares what it can between lines', () => {
    assert.equal(line('interface', 'shutdown')!.expected, line('interface', 'shutdown')!.expected);
  });
});

describe('what is expected', () => {
  it('is offered by view and position', () => {
    assert.deepEqual(offered('rbp', 'backup-id'), ['<backup-id>']);
    assert.deepEqual(offered('rbp', 'peer-backup'), ['hot', 'virtual', 'warm']);
    assert.deepEqual(offered('rbp', 'peer-backup hot'), ['.']);
    assert.ok(offered('system', '').includes('remote-backup-service'));
    assert.ok(!offered('interface', '').includes('remote-backup-service'));
    assert.ok(offered('interface', 'vrrp6 vrid 1').includes('preempt-mode'));
    assert.ok(offered('interface', 'vrrp6 vrid 1').includes('.'));
    assert.deepEqual(offered('interface', 'vrrp6 vrid'), ['<virtual-router-id>']);
    assert.deepEqual(offered('interface', 'vrrp6 vrid 300 priority'), ['<priority-value>'].sort());
  });

  it('holds behind undo', () => {
    assert.ok(offered('interface', 'undo').includes('vrrp6'));
    assert.ok(!offered('rbs', 'undo').includes('vrrp6'));
    assert.deepEqual(offered('interface', 'undo vrrp6 vrid 1 preempt-mode timer'), ['delay']);
  });

  it('holds in the middle of an interface in two words', () => {
    assert.deepEqual(offered('rbp', 'vrrp6-id 1 interface'), ['<interface>']);
    assert.deepEqual(offered('rbp', 'vrrp6-id 1 interface gigabitethernet'), ['<interface>']);
    assert.deepEqual(offered('rbp', 'vrrp6-id 1 interface gigabitethernet 0/1/2'), ['.']);
  });

  it('is nothing behind words that are not known', () => {
    assert.deepEqual(offered('interface', 'vrrp6 frob'), []);
  });

  it('names each word once', () => {
    for (const source of ['', 'undo', 'vrrp vrid 1', 'vrrp vrid 1 track']) {
      const list = offered('interface', source).filter((one) => one !== '.');
      assert.equal(new Set(list).size, list.length, source);
    }
  });
});

describe('types', () => {
  it('reject a forgotten or stray parameter, and an argument of another entry', () => {
    // @ts-expect-error `b` is forgotten
    command({ views: ['system'], format: 'x <a> <b>', summary: '.', parameters: { a: parameter(name, '.') } });
    const a = parameter(name, '.');
    // @ts-expect-error `c` is in no form
    command({ views: ['system'], format: 'x <a>', summary: '.', parameters: { a, c: a } });
    // @ts-expect-error the undo form's argument is forgotten
    command({ views: ['system'], format: 'x <a>', undo: 'undo x <b>', summary: '.', parameters: { a } });
    // @ts-expect-error parameters are missing altogether
    command({ views: ['system'], format: 'x <a>', summary: '.' });
    const match = line('rbs', 'peer 10.0.0.2 source 10.0.0.1 port 1025')!;
    // @ts-expect-error no such argument
    assert.equal(bound(match, rbs.peer, 'prot-id'), undefined);
  });
});

describe('views', () => {
  it('are named by prompts', () => {
    assert.deepEqual(promptView('rm-backup-prf-profile1'), { view: 'rbp', name: 'profile1' });
    assert.deepEqual(promptView('rm-backup-srv-service1'), { view: 'rbs', name: 'service1' });
    assert.deepEqual(promptView('rm-backup-service-service1'), { view: 'rbs', name: 'service1' });
    assert.deepEqual(promptView('GigabitEthernet0/1/2'), { view: 'interface', name: 'GigabitEthernet0/1/2' });
    assert.deepEqual(promptView('Eth-Trunk1.100'), { view: 'interface', name: 'Eth-Trunk1.100' });
    assert.deepEqual(promptView('100GE1/0/2'), { view: 'interface', name: '100GE1/0/2' });
    assert.deepEqual(promptView('service-location-1'), { view: 'service-location', name: '1' });
    assert.equal(promptView('isis-1')?.view, 'isis');
    assert.equal(promptView('vlan10')?.view, 'vlan');
    assert.equal(promptView('ospf-1-area-0.0.0.0')?.view, 'ospf-area');
    assert.equal(promptView('A'), undefined);
  });

  it('limits are readable', () => {
    assert.equal(limits(vrrp.preemptDelay.parameters['delay-time']), '0-10800 s');
    assert.equal(limits(rbs.create.parameters['remote-backup-service-name']), '1-32 characters');
  });
});

describe('speed', () => {
  it('matches a new line in a few microseconds', () => {
    const lines: [ViewName, ReturnType<typeof words>][] = [];
    for (let index = 0; index < 20_000; index++) {
      lines.push(['interface', words(`ip address 10.${index >> 8}.${index & 255}.1 255.255.255.0`)]);
      lines.push([
        'interface',
        words(`vrrp vrid ${1 + (index % 255)} track interface GigabitEthernet0/1/${index} reduced 40`),
      ]);
      lines.push(['interface', words(`description link number ${index} to nowhere`)]);
      lines.push(['system', words(`unknown words number ${index}`)]);
    }
    const start = performance.now();
    for (const [view, list] of lines) matchLine(view, list);
    // A guard against a hang; how long a line takes is a figure of the benchmark.
    assert.ok(performance.now() - start < 30_000);
  });
});
