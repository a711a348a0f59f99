// Writes a new scenario that gives a pair: `npm run new:scenario -- ID PAGE`, as in `nd-proxy 001`. PAGE is the page of the guide
// that it follows.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const [id, page] = process.argv.slice(2);
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id ?? '') || !/^\d{3}$/.test(page ?? ''))
  fail('usage: npm run new:scenario -- ID PAGE, as in: npm run new:scenario -- nd-proxy 001');
const file = `server/src/scenarios/${id}.ts`;
if (existsSync(new URL(file, root))) fail(`${file} is there already`);
const name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

writeFileSync(new URL(file, root), source());
edit('server/src/scenarios/index.ts', (text) =>
  text
    .replace(/^import type \{ Scenario \}/m, `import { ${name} } from './${id}';\n$&`)
    .replace(/(export const scenarios: [^;]*?),?\s*\];/, `$1,\n  ${name},\n];`),
);
edit('test/support/scenario-answers.ts', (text) =>
  text.replace(/(export const variants[\s\S]*?)\n\];/, `$1\n  { scenario: '${id}', given: {} },\n];`),
);
console.log(`${file} is written and registered. What is left:
  1. title, summary, and the parameters and steps of its own, each with the page and step that asks for it
  2. its answers in test/support/scenario-answers.ts: a variant for each way that the page allows
  3. node scripts/test.mjs test/scenarios/scaffold.test.ts
  4. npx eslint --fix server/src/scenarios/index.ts, npm run update (its page and snippets), then npm test
CONTRIBUTING.md, "Add a scenario", tells more.`);

function source() {
  return `// TODO: what is backed up, and which page asks for it.
import type { Scenario } from './scenario';
import { channelParameters, channelSteps, profileSteps } from './backup-channel';
import { deviceNames } from './devices';
import { merged, own, shared } from './steps';
import { number } from './values';
import {
  boundOnGroupInterfaces,
  onGroupInterfaces,
  routerParameters,
  routerSteps,
  type RouterOptions,
} from './virtual-router';

const page = '${page}';
const options: RouterOptions = {
  page,
  service: 4,
  group: 4,
  uplink: true,
  side: 'users',
  delay: { least: 600, offered: 600, why: 'TODO: what is lost where the master does not wait.' },
};

/** Page ${page}: TODO: what the two devices are, and what they back up. */
export const ${name}: Scenario = {
  id: '${id}',
  title: 'TODO: the service',
  page,
  summary: 'TODO: what the pair is for, in one sentence.',
  parameters: [
    ...deviceNames(page),
    ...routerParameters(options),
    ...channelParameters(page, 4, 4),
    // What a step needs to know is a parameter: what it is on the two devices, what is offered, and what is wrong with a value.
    // TODO: what this scenario asks for; ids are in kebab-case.
    {
      id: 'degrade-cost',
      title: "Cost of the users' route while a device is backup",
      type: 'number',
      spread: 'equal',
      guide: \`\${page} context\`,
      default: () => '10',
      check: number(1, 4294967295),
    },
  ],
  steps: (answers) =>
    merged([
      ...routerSteps(answers, options),
      ...channelSteps(answers, page),
      // TODO: the service that the profile backs up, as its service-type line names it.
      ...profileSteps(answers, page, 4, 'arp'),
      shared(page, 'binding', 'The profile on the interface', boundOnGroupInterfaces(answers)),
      // TODO: the steps of this page alone, each with its place there.
      own(
        \`\${page} context\`,
        'Downstream traffic follows the role',
        onGroupInterfaces(
          answers,
          \`direct-route track vrrp vrid \${answers.vrid} degrade-cost \${answers['degrade-cost']}\`,
        ),
        { optional: true },
      ),
    ]),
  verify: (answers) => ['display vrrp verbose', \`display remote-backup-profile \${answers.rbp}\`],
};
`;
}

/** Names the scenario in a file; says so where the place for it is not found. */
function edit(path, change) {
  const before = readFileSync(new URL(path, root), 'utf8');
  const after = change(before);
  if (after === before) fail(`${path}: the place for the new scenario was not found; name it there by hand`);
  writeFileSync(new URL(path, root), after);
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
