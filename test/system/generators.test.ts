// Whatever writes lines for a person leaves no new finding and makes nothing a second time. Each line of each clean example is taken
// away or spoilt in turn; then each fix, each insertion of a step and the completion of either device is tried on what is left.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { completed } from '../../server/src/compare/mirror';
import { swapSides } from '../../server/src/compare/swap-sides';
import type { FileEdit } from '../../server/src/edits/file-edit';
import { chosenProposal } from '../../server/src/features/insert-step';
import type { Pair } from '../../server/src/model/pairing/pair';
import { stepProposals } from '../../server/src/scenarios/progress/insert-step';
import { stateOf } from '../../server/src/scenarios/progress/step-state';
import { applyEdits } from '../../server/src/text/apply-edits';
import { trialOf } from '../../server/src/workspace/trial';
import type { Workspace } from '../../server/src/workspace/workspace';
import { workspaceOf, type NamedText } from '../support/check-text';
import { cleanExamples, exampleFiles, spoiltPairs, type SpoiltPair } from '../support/spoilt-pairs';

interface Generated {
  /** `complete Relay-2`, `fix rbs-port-mismatch: Use port 7001`. */
  readonly by: string;
  readonly edits: readonly FileEdit[];
}

/**
 * Fixes that are one of two choices where two findings have one cause: whoever chooses the other device mends the second one there too.
 */
const chains: readonly { readonly rule: string; readonly title: RegExp; readonly follows: readonly string[] }[] = [
  // The prefix length of one device is wrong; the choice of that device asks for its prefix everywhere.
  { rule: 'nd-prefix-not-of-interface', title: /^Advertise /, follows: ['nd-settings-differ'] },
  { rule: 'vrrp-subnet-mismatch', title: /^Use prefix length /, follows: ['nd-prefix-not-of-interface'] },
  // The number of an ACL is wrong; the choice of the number that is there asks for it on the peer.
  { rule: 'acl-undefined', title: /^Use ACL /, follows: ['ds-lite-instance-differs'] },
  // Only the channel of a service can be copied; the way across for its pools names the device's own addresses.
  { rule: 'rbp-rbs-undefined', title: /^Create /, follows: ['login-backup-differs'] },
  // The address of a device that has none is in no file: what makes IPv6 run is written, that the address lacks is told.
  { rule: 'vrrp6-interface-without-ipv6', title: /^Add /, follows: ['vrrp-address-on-one-device'] },
  // A line that others of the same device need is taken away on the peer too.
  { rule: 'ds-lite-instance-differs', title: /^Remove the line /, follows: ['address-group-undefined'] },
];

function counted(workspace: Workspace): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of workspace.allFindings())
    if (severity !== 'hint' && rule !== 'placeholder-unfilled') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** How many services, profiles, pools, boards, instances and groups each device has. */
function objectsOf(workspace: Workspace, files: readonly NamedText[]): number[] {
  return files.flatMap(({ name }) => {
    const { services, profiles, pools, locations, instanceGroups, instances, groups } =
      workspace.snapshot(name)!.device;
    return [
      services.size,
      profiles.size,
      pools.length,
      locations.size,
      instanceGroups.size,
      instances.length,
      groups.length,
    ];
  });
}

function generatedFor(workspace: Workspace, { files }: SpoiltPair): Generated[] {
  const [pair] = workspace.network().pairs;
  const fixes = workspace
    .allFindings()
    .flatMap((finding) =>
      workspace.fixesOf(finding).map(({ title, edits }) => ({ by: `fix ${finding.rule}: ${title}`, edits })),
    );
  return pair ? [...fixes, ...completions(workspace, pair), ...insertions(workspace, pair, files)] : fixes;
}

function completions(workspace: Workspace, pair: Pair): Generated[] {
  return [pair, swapSides(pair)].map((each) => ({
    by: `complete ${each.b.name}`,
    edits: completed(each, (side) => workspace.snapshot(each[side].file)!.facts).edits,
  }));
}

function insertions(workspace: Workspace, pair: Pair, files: readonly NamedText[]): Generated[] {
  const facts = (side: 'a' | 'b') => workspace.snapshot(pair[side].file)!.facts;
  const states = stateOf(pair, workspace.allFindings()).map(({ key, steps }) => ({
    key,
    missing: steps.filter(({ a, b, optional }) => !optional && (a === 'missing' || b === 'missing')),
  }));
  if (states.every(({ missing }) => missing.length === 0)) return [];
  const trial = trialOf(new Map(files.map(({ name, text }) => [name, text])));
  return states.flatMap(({ key, missing }) =>
    missing.map(({ guide }) => ({
      by: `insert ${guide} of ${key}`,
      edits: chosenProposal(stepProposals(pair, facts, key, guide), trial).edits,
    })),
  );
}

async function problemsAfter(
  { files }: SpoiltPair,
  { by, edits }: Generated,
  before: ReadonlyMap<string, number>,
  most: readonly number[],
): Promise<string[]> {
  const after = files.map(({ name, text }) => ({
    name,
    text: applyEdits(
      text,
      edits.filter(({ file }) => file === name),
    ),
  }));
  const workspace = await workspaceOf(after);
  const allowed = chains.filter(({ rule, title }) => by.startsWith(`fix ${rule}: `) && title.test(by.split(': ')[1]!));
  const news = [...counted(workspace)].filter(
    ([rule, count]) => count > (before.get(rule) ?? 0) && !allowed.some(({ follows }) => follows.includes(rule)),
  );
  const doubled = objectsOf(workspace, files).some((count, index) => count > most[index]!);
  return [...news.map(([rule]) => `leaves ${rule}`), ...(doubled ? ['makes a second object'] : [])];
}

/** Every fourth change in the suite: `VRP_GENERATORS=all` tries every one. */
const share = process.env.VRP_GENERATORS === 'all' ? 1 : 4;

describe('no generator leaves a new finding or a second object', () => {
  for (const name of cleanExamples) {
    test(name, { timeout: 300_000 }, async () => {
      const clean = exampleFiles(name);
      const cleanObjects = objectsOf(await workspaceOf(clean, []), clean);
      const problems: string[] = [];
      let tried = 0;
      let index = 0;
      for (const spoilt of spoiltPairs(name)) {
        if (index++ % share !== 0) continue;
        const workspace = await workspaceOf(spoilt.files);
        const before = counted(workspace);
        const most = objectsOf(workspace, spoilt.files).map((count, at) => Math.max(count, cleanObjects[at]!));
        const seen = new Set<string>();
        for (const generated of generatedFor(workspace, spoilt)) {
          const key = JSON.stringify(generated.edits);
          if (generated.edits.length === 0 || seen.has(key)) continue;
          seen.add(key);
          tried++;
          for (const problem of await problemsAfter(spoilt, generated, before, most))
            problems.push(`${spoilt.title}: ${generated.by} ${problem}`);
        }
      }
      assert.deepEqual(problems, []);
      assert.ok(tried > 30, `${tried} tried`);
    });
  }
});
