// How long the two comparisons of a pair take once it is checked: the pair table, the peer in this device's order, completing.
// The target of the mapped peer is one second for two files of 20,000 lines; the second time nothing is aligned anew.
import { comparison, summaryOf } from '../../server/src/compare/pair-table/comparison';
import { mappedPeer } from '../../server/src/compare/mapped-peer';
import { completed } from '../../server/src/compare/mirror';
import { comparedOf } from '../../server/src/lsp/requests/pair';
import { workspaceOf } from '../support/check-text';
import { configuration } from './text';

const lines = 20_000;
const target = 1000;

export async function bench(): Promise<void> {
  const mine = configuration(lines, 'Bench-1');
  // Own addresses and roles differ as on a real pair, and one line in fifty is wrong or lost.
  const theirs = configuration(lines, 'Bench-2')
    .replace(/( ip address \d+\.\d+\.\d+)\.1 /g, '$1.2 ')
    .replace(/ priority 120/g, ' priority 110')
    .replace(/^ vrrp vrid \d+ preempt-mode timer delay 600\n/gm, '')
    .split('\n')
    .filter((_, index) => index % 50 !== 17)
    .join('\n');
  const channel = (own: 1 | 2) =>
    `remote-backup-service service1\n peer 10.255.0.${3 - own} source 10.255.0.${own} port 6000\n#\ninterface LoopBack0\n ip address 10.255.0.${own} 255.255.255.255\n#\nreturn`;
  const files = [
    { name: 'Bench-1.cfg', text: mine.replace(/return\s*$/, channel(1)) },
    { name: 'Bench-2.cfg', text: theirs.replace(/return\s*$/, channel(2)) },
  ];
  const start = performance.now();
  const workspace = await workspaceOf(files);
  const findings = workspace.allFindings();
  const checked = performance.now() - start;
  const pair = workspace.network().pairs[0]!;
  const rows = files[0]!.text.split('\n');
  console.log(
    `two files of ${rows.length} lines, ${findings.length} findings; read and checked in ${checked.toFixed(0)} ms`,
  );
  const timed = (what: string, run: () => string, limit?: number) => {
    const before = performance.now();
    const said = run();
    const took = performance.now() - before;
    console.log(
      `${what.padEnd(34)} ${`${took.toFixed(0)} ms`.padStart(8)}   ${said}${limit === undefined ? '' : `   target ${limit} ms: ${took < limit ? 'met' : 'missed'}`}`,
    );
  };
  const mapped = () => {
    const { lines: told, missing } = mappedPeer(pair, comparedOf(pair, workspace), rows);
    return `${told.length} lines, ${told.filter((line) => line.mark === 'wrong').length} wrong, ${missing.length} missing`;
  };
  timed('mapped peer', mapped, target);
  timed('mapped peer, asked again', mapped);
  timed(
    'pair table',
    () => {
      const { wrong, missing, rows: all } = summaryOf(comparison(pair, comparedOf(pair, workspace)));
      return `${all} rows, ${wrong + missing} wrong`;
    },
    target,
  );
  timed(
    'complete the peer',
    () => `${completed(pair, (side) => workspace.snapshot(pair[side].file)!.facts).edits.length} edits`,
  );
}
