// A rule that declares nothing runs again where something that it read has changed, down to the single object, and not otherwise.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { deviceRule, pairRule, type Rule } from '../../server/src/diagnostics/rule';
import type { Device, Rbp } from '../../server/src/model/device';
import { countBound } from '../../server/src/model/services/bindings';
import { Workspace } from '../../server/src/workspace/workspace';
import { loadSyntax } from '../support/wasm';

const device = (name: string, peer: string, source: string) => `#
sysname ${name}
#
remote-backup-service s1
 peer ${peer} source ${source} port 2048
#
interface GigabitEthernet0/1/0
 ip address ${source} 255.255.255.0
#
interface GigabitEthernet0/1/1
 description first
#
interface GigabitEthernet0/1/2
 description second
#
return
`;

const parts = {
  id: 'test-rule',
  requirement: 'test',
  title: 'Test',
  severity: 'warning',
  why: 'Test.',
  guide: ['000'],
  examples: [],
} as const;

describe('a rule without a declaration', () => {
  before(loadSyntax);

  test('that asks for one interface runs again when that one changes', () => {
    const { edit, runs } = watched((device) => device.interfaces.get('gigabitethernet0/1/1'));
    assert.equal(runs(), 1);
    edit('second', 'other');
    assert.equal(runs(), 1);
    edit('first', 'other');
    assert.equal(runs(), 2);
  });

  test('that asks for an interface which is not there runs when it comes', () => {
    const { edit, runs } = watched((device) => device.interfaces.has('gigabitethernet0/1/3'));
    edit('GigabitEthernet0/1/2', 'GigabitEthernet0/1/4');
    assert.equal(runs(), 1);
    edit('GigabitEthernet0/1/4', 'GigabitEthernet0/1/3');
    assert.equal(runs(), 2);
  });

  test('that walks all interfaces runs when any changes', () => {
    const { edit, runs } = watched((device) => [...device.interfaces.values()]);
    edit('second', 'other');
    assert.equal(runs(), 2);
  });

  test('that asks an index runs when what goes by its key changes', () => {
    const { edit, runs } = watched((device) => countBound({ key: 'p1' } as Rbp, device));
    edit('second', 'other');
    assert.equal(runs(), 1);
    edit(' description other', ' remote-backup-profile p1');
    assert.equal(runs(), 2);
  });

  test('that does not look at interfaces at all runs for none', () => {
    const { edit, runs } = watched((device) => device.services.size);
    edit('first', 'other');
    edit('port 2048', 'port 2049');
    assert.equal(runs(), 1, 'the number of services is as it was');
  });

  test('of a pair asks each device for itself', () => {
    let runs = 0;
    const { edit } = opened(
      pairRule({
        ...parts,
        *check({ a }) {
          runs++;
          if (a.interfaces.get('gigabitethernet0/1/1')?.shutdown) throw new Error('not there');
        },
      }),
    );
    assert.equal(runs, 1);
    edit('second', 'other');
    assert.equal(runs, 1);
    edit('first', 'other');
    assert.equal(runs, 2);
  });
});

/** A rule that looks at this of `a.cfg` and of nothing else, and how often it ran. */
function watched(look: (device: Device) => unknown): { readonly edit: Edit; readonly runs: () => number } {
  let runs = 0;
  const { edit } = opened(
    deviceRule({
      ...parts,
      *check(device) {
        if (device.file !== 'a.cfg') return;
        runs++;
        look(device);
      },
    }),
  );
  return { edit, runs: () => runs };
}

type Edit = (from: string, to: string) => void;

/** Two devices that are a pair, with this rule alone; `edit` replaces a text of the first one and checks. */
function opened(rule: Rule): { readonly edit: Edit } {
  const workspace = new Workspace({ rules: [rule] });
  let text = device('DeviceA', '10.0.0.2', '10.0.0.1');
  workspace.open('a.cfg', text);
  workspace.open('b.cfg', device('DeviceB', '10.0.0.1', '10.0.0.2'));
  workspace.check();
  workspace.prepare();
  return {
    edit(from, to) {
      const lines = text.slice(0, text.indexOf(from)).split('\n');
      const start = { line: lines.length - 1, character: lines.at(-1)!.length };
      workspace.change('a.cfg', { start, end: { line: start.line, character: start.character + from.length } }, to);
      text = text.replace(from, to);
      workspace.check();
    },
  };
}
