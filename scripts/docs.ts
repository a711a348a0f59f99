// The pages of docs/ that are derived: one a rule from its own file, one a scenario, one a view from the catalogue, and their
// indexes; the table of requirements and the index of decisions.
// `tsx scripts/docs.ts --check` only compares and says what is out of date.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { guideTarget, sourceInWords } from '../server/src/catalogue/guide';
import { catalogue, limits, views, type Command, type ViewName } from '../server/src/catalogue/index';
import { dedented } from '../server/src/cli/commands/explain';
import { rules } from '../server/src/rules/registry';
import { scenarios, type Parameter, type Scenario, type Side, type Step } from '../server/src/scenarios/index';
import { answered, sections } from '../server/src/scenarios/scaffold';
import type { Rule } from '../server/src/diagnostics/rule';
import { decisionsIndex } from './decisions-index';
import { requirementsPage } from './requirements-page';

const docs = resolve(__dirname, '../docs');
const checking = process.argv.includes('--check');
const outdated: string[] = [];

function rulePage(rule: Rule): string {
  const examples = rule.examples
    .map((example) => `### ${example.title}\n\n\`\`\`\n${dedented(example.config).join('\n')}\n\`\`\`\n`)
    .join('\n');
  return `# ${rule.id}

${rule.title}.

| | |
| --- | --- |
| Severity | ${rule.severity}${rule.off ? ', off unless selected' : ''} |
| Looks at | ${{ line: 'one line', device: 'one device', pair: 'both devices of a pair', network: 'all devices' }[rule.scope]} |
| Fix | ${rule.fix ? 'offered' : 'none: it takes a decision the files do not hold'} |
| Guide | ${sourcesText(rule.guide)} |

${rule.why}

To accept it in one place, write \`# vrp-ignore ${rule.id} -- reason\` on the \`#\` line before the block, or take it into \`.vrp-baseline.json\` with \`vrp check PATHS --update-baseline "reason"\`.

## Examples

Carets stand under what is reported; an example without carets stays silent. The text behind \`fixed:\` is what the first fix makes of it.

${examples}`;
}

function ruleIndex(): string {
  return `# Rules

Derived from the rules' own files by \`npm run update\`.

| Rule | Severity | Fix | |
| --- | --- | --- | --- |
${rules.map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.off ? 'off' : rule.severity} | ${rule.fix ? 'yes' : ''} | ${cell(rule.title)} |`).join('\n')}
`;
}

function viewPage(title: string, commands: readonly Command[]): string {
  return `# ${title}

${commands.map((command) => commandText(command)).join('\n')}`;
}

function commandText(command: Command): string {
  const parameters = Object.entries(command.parameters).map(
    ([name, parameter]) => `| \`${name}\` | ${cell(parameter.doc)} | ${cell([limits(parameter)].flat().join(' '))} |`,
  );
  return `## ${cell(command.format.split('\n')[0]!.trim())}

\`\`\`
${command.format
  .split('\n')
  .map((line) => line.trim())
  .join('\n')}${
    command.undo
      ? `\n${command.undo
          .split('\n')
          .map((line) => line.trim())
          .join('\n')}`
      : ''
  }
\`\`\`

${command.summary}${command.default === undefined ? '' : ` Default: ${command.default}.`}
${Object.entries(command.words ?? {})
  .map(([word, meaning]) => `\n- \`${word}\`: ${meaning}`)
  .join('')}${(command.notes ?? []).map((note) => `\n- ${note}`).join('')}
${parameters.length === 0 ? '' : `\n| Argument | | Values |\n| --- | --- | --- |\n${parameters.join('\n')}\n`}${command.guide ? `\nSource: ${sourcesText(command.guide)}.\n` : ''}`;
}

function scenarioPage(scenario: Scenario): string {
  const { answers } = answered(scenario, {});
  const steps = scenario.steps(answers);
  return `# ${scenario.title}

${scenario.summary} The guide: ${sourcesText([scenario.page])}.

\`\`\`
vrp new ${scenario.id} --out FOLDER
vrp new ${scenario.id} --out FOLDER --defaults
vrp new ${scenario.id} --out FOLDER --answers answers.json
\`\`\`

## What is asked

The ids are those of the JSON file of \`--answers\`; what it leaves out takes what is offered. Of device A (the master) are the ids in \`-a\`, of device B those in \`-b\`.

| Parameter | | Offered | On the devices | Guide |
| --- | --- | --- | --- | --- |
${scenario.parameters.map((one) => `| \`${one.id}\` | ${cell(one.title)}${one.choices ? ` (${one.choices.join(', ')})` : ''} | ${answers[one.id] ?? 'asked where it matters'}${answers[one.id] !== undefined && one.unit ? ` ${one.unit}` : ''} | ${spread(one)} | ${sourcesText([one.guide])} |`).join('\n')}

## Steps

In the guide's order, with the lines for what is offered. A dash: nothing to type on that device.

${steps.map((step) => stepText(step)).join('\n')}
## Verify on the devices

${scenario
  .verify(answers)
  .map((command) => `- \`${command}\``)
  .join('\n')}
`;
}

function stepText(step: Step): string {
  const block = (side: Side) =>
    sections(step[side])
      .map((section) => section.join('\n'))
      .join('\n#\n');
  const [a, b] = [block('a'), block('b')];
  const fenced = (text: string) => (text === '' ? '-\n' : `\`\`\`\n${text}\n\`\`\`\n`);
  const source = `${sourcesText([step.guide])}${step.optional ? ' (optional)' : ''}`;
  return `### ${step.title}\n\n${source}\n\n${a === b ? `Both devices:\n\n${fenced(a)}` : `Device A:\n\n${fenced(a)}\nDevice B:\n\n${fenced(b)}`}`;
}

function spread({ spread: how, device }: Parameter): string {
  const where = device === undefined ? 'both' : device.toUpperCase();
  return {
    equal: 'the same on both',
    mirrored: `${where}, named by the other as its peer's`,
    role: `${where}, by its role`,
    own: `${where} only`,
  }[how];
}

function scenarioIndex(): string {
  return `# Scenarios

Derived from the scenarios by \`npm run update\`. A scenario is one hot-backup service: what both devices of a pair must hold for it. \`vrp new\` and **Huawei VRP: New Hot-Backup Pair** write a pair from one, the view **Hot-Backup Pairs** shows how far an existing pair has come.

| Scenario | | Steps | Guide |
| --- | --- | --- | --- |
${scenarios.map((one) => `| [${one.id}](${one.id}.md) | ${one.summary} | ${one.steps(answered(one, {}).answers).length} | ${sourcesText([one.page])} |`).join('\n')}
`;
}

/** Sources as a reader of a page in a folder of docs/ meets them: a page of the guide by its title, as a link. */
function sourcesText(sources: readonly string[]): string {
  return sources
    .map((source) =>
      sourceInWords(source, (words, place) => `[${words}](../${guideTarget(place).replace(/^docs\//, '')})`),
    )
    .join('; ');
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, ' ');
}

function folder(name: string, pages: ReadonlyMap<string, string>): void {
  const path = join(docs, name);
  mkdirSync(path, { recursive: true });
  for (const stale of readdirSync(path).filter((file) => !pages.has(file))) {
    if (checking) outdated.push(`docs/${name}/${stale}`);
    else rmSync(join(path, stale));
  }
  for (const [file, text] of pages) page(`${name}/${file}`, text);
}

function page(name: string, text: string): void {
  const path = join(docs, name);
  let before: string | undefined;
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    /* not there yet */
  }
  if (before === text) return;
  if (checking) outdated.push(`docs/${name}`);
  else writeFileSync(path, text);
}

folder(
  'rules',
  new Map([['README.md', ruleIndex()], ...rules.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const)]),
);
folder(
  'scenarios',
  new Map([['README.md', scenarioIndex()], ...scenarios.map((one) => [`${one.id}.md`, scenarioPage(one)] as const)]),
);
// What may be typed in any view stands on a page of its own, not on every page.
const anywhere = catalogue.filter((command) => command.views.length > 10);
const byView = (Object.keys(views) as ViewName[])
  .map(
    (view) =>
      [
        view,
        catalogue.filter((command) => command.views.includes(view) && !command.dialect && !anywhere.includes(command)),
      ] as const,
  )
  .filter(([, list]) => list.length > 0);
folder(
  'commands',
  new Map([
    ...byView.map(([view, list]) => [`${view}.md`, viewPage(views[view].title, list)] as const),
    ['anywhere.md', viewPage('In any view', anywhere)] as const,
  ]),
);
page(
  'commands.md',
  `# Commands

Derived from the catalogue by \`npm run update\`: ${catalogue.length} entries in ${byView.length} views.

| View | Commands |
| --- | --- |
${byView.map(([view, list]) => `| [${views[view].title}](commands/${view}.md) | ${list.length} |`).join('\n')}
| [In any view](commands/anywhere.md) | ${anywhere.length} |
`,
);
page('requirements.md', requirementsPage(rules));
page(
  'decisions/README.md',
  decisionsIndex(
    readdirSync(join(docs, 'decisions'))
      .filter((file) => file !== 'README.md')
      .map((file) => ({ file, text: readFileSync(join(docs, 'decisions', file), 'utf8') })),
  ),
);
if (outdated.length > 0) {
  console.error(
    `out of date, run "npm run update": ${outdated.slice(0, 5).join(', ')}${outdated.length > 5 ? ` and ${outdated.length - 5} more` : ''}`,
  );
  process.exitCode = 1;
}
