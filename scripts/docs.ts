// The pages of docs/ that are derived: one a rule from its own file, one a view from the catalogue, and their indexes.
// `tsx scripts/docs.ts --check` only compares and says what is out of date.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { catalogue, limits, views, type Command, type ViewName } from '../server/src/catalogue/index';
import { dedented } from '../server/src/cli/explain';
import { rules } from '../server/src/rules/index';
import type { Rule } from '../server/src/rules/rule';

const docs = resolve(__dirname, '../docs');
const checking = process.argv.includes('--check');
const outdated: string[] = [];

function rulePage(rule: Rule): string {
  const examples = rule.examples.map((example) => `### ${example.title}\n\n\`\`\`\n${dedented(example.config).join('\n')}\n\`\`\`\n`).join('\n');
  return `# ${rule.id}

${rule.title}.

| | |
| --- | --- |
| Severity | ${rule.severity}${rule.off ? ', off unless selected' : ''} |
| Looks at | ${{ line: 'one line', device: 'one device', pair: 'both devices of a pair', network: 'all devices' }[rule.scope]} |
| Fix | ${rule.fix ? 'offered' : 'none: it takes a decision the files do not hold'} |
| Guide | ${rule.guide.join('; ')} |

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
  const parameters = Object.entries(command.parameters).map(([name, parameter]) => `| \`${name}\` | ${cell(parameter.doc)} | ${cell([limits(parameter)].flat().join(' '))} |`);
  return `## ${cell(command.format.split('\n')[0]!.trim())}

\`\`\`
${command.format.split('\n').map((line) => line.trim()).join('\n')}${command.undo ? `\n${command.undo.split('\n').map((line) => line.trim()).join('\n')}` : ''}
\`\`\`

${command.summary}${command.default === undefined ? '' : ` Default: ${command.default}.`}
${(command.notes ?? []).map((note) => `\n- ${note}`).join('')}
${parameters.length === 0 ? '' : `\n| Argument | | Values |\n| --- | --- | --- |\n${parameters.join('\n')}\n`}${command.guide ? `\nSource: ${command.guide.join('; ')}.\n` : ''}`;
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
  try { before = readFileSync(path, 'utf8'); } catch { /* not there yet */ }
  if (before === text) return;
  if (checking) outdated.push(`docs/${name}`);
  else writeFileSync(path, text);
}

folder('rules', new Map([['README.md', ruleIndex()], ...rules.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const)]));
// What may be typed in any view stands on a page of its own, not on every page.
const anywhere = catalogue.filter((command) => command.views.length > 10);
const byView = (Object.keys(views) as ViewName[]).map((view) => [view, catalogue.filter((command) => command.views.includes(view) && !command.dialect && !anywhere.includes(command))] as const).filter(([, list]) => list.length > 0);
folder('commands', new Map([...byView.map(([view, list]) => [`${view}.md`, viewPage(views[view].title, list)] as const), ['anywhere.md', viewPage('In any view', anywhere)] as const]));
page('commands.md', `# Commands

Derived from the catalogue by \`npm run update\`: ${catalogue.length} entries in ${byView.length} views.

| View | Commands |
| --- | --- |
${byView.map(([view, list]) => `| [${views[view].title}](commands/${view}.md) | ${list.length} |`).join('\n')}
| [In any view](commands/anywhere.md) | ${anywhere.length} |
`);
if (outdated.length > 0) {
  console.error(`out of date, run "npm run update": ${outdated.slice(0, 5).join(', ')}${outdated.length > 5 ? ` and ${outdated.length - 5} more` : ''}`);
  process.exitCode = 1;
}
