// Writes snippets/vrp.json: the blocks of every scenario for master and backup, their values as linked tab stops, and the everyday
// lines. `--check` only compares. Every line is held against the catalogue on the way.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { guideTitle } from '../server/src/catalogue/guide';
import { entry, matchLine, views, type ViewName } from '../server/src/catalogue/index';
import { dependents, lines } from '../server/src/scenarios/dependence';
import { scenarios, type Answers, type PlacedLine, type Scenario, type Side } from '../server/src/scenarios/index';
import { answered, sections } from '../server/src/scenarios/scaffold';
import { words } from '../server/src/text/words';
import { everydaySnippets } from './everyday-snippets';

interface Snippet {
  readonly prefix: string;
  /** Where its first line is typed. */
  readonly view: ViewName;
  readonly description: string;
  readonly body: readonly string[];
}

/** The file's text. Throws where a line is none of the catalogue's. */
export function snippetsText(): string {
  const all: Record<string, Snippet> = {};
  for (const scenario of scenarios) {
    const families = scenario.parameters.find((one) => one.id === 'family')?.choices ?? [undefined];
    for (const family of families) {
      for (const side of ['a', 'b'] as const) {
        const role = side === 'a' ? 'master' : 'backup';
        const over = family === undefined ? '' : ` over ${family.toUpperCase()}`;
        all[`Hot backup of ${scenario.title}${over}: ${role}`] = {
          prefix: `hb-${scenario.id}${family === undefined || family === families[0] ? '' : `-${family}`}-${role}`,
          view: 'system',
          description: `${scenario.title}${over}, all of the ${role} (system view), as in the guide: ${guideTitle(scenario.page)}. The other device has hb-...-${side === 'a' ? 'backup' : 'master'}.`,
          body: [...scenarioBody(scenario, family === undefined ? {} : { family }, side), '$0'],
        };
      }
    }
  }
  for (const { name, prefix, view, about, body } of everydaySnippets)
    all[name] = {
      prefix,
      view,
      description: `${name} (${view} view)${about === '' ? '.' : `: ${about}`}`,
      body: [...body, '$0'],
    };
  for (const [name, { body, view }] of Object.entries(all)) known(name, view, body.slice(0, -1));
  return `{\n${Object.entries(all)
    .map(([name, { prefix, view, description, body }]) =>
      [
        `  ${JSON.stringify(name)}: {`,
        `    "prefix": ${JSON.stringify(prefix)},`,
        `    "view": ${JSON.stringify(view)},`,
        `    "description": ${JSON.stringify(description)},`,
        `    "body": [${body.length > 8 ? `\n      ${body.map((line) => JSON.stringify(line)).join(',\n      ')}\n    ` : body.map((line) => JSON.stringify(line)).join(', ')}]`,
        '  }',
      ].join('\n'),
    )
    .join(',\n')}\n}\n`;
}

/** The blocks of one device with a tab stop for every word that an answer decides; one word of one answer is one stop. */
function scenarioBody(scenario: Scenario, given: Answers, side: Side): string[] {
  const { answers } = answered(scenario, given);
  const own = lines(scenario, answers)[side];
  const decidedBy = new Map<string, string[]>();
  for (const parameter of scenario.parameters) {
    for (const spot of dependents(scenario, answers, parameter)) {
      if (spot.side !== side) continue;
      const key = `${spot.line} ${spot.part} ${spot.word}`;
      decidedBy.set(key, [...(decidedBy.get(key) ?? []), parameter.id]);
    }
  }
  const stops = new Map<string, string>();
  own.forEach((line, index) => {
    for (const part of ['section', 'text'] as const) {
      const plain = part === 'section' ? line.section : `${line.section}\n${line.text}`;
      const marked = words(line[part])
        .map((word, at) => {
          const ids = decidedBy.get(`${index} ${part} ${at}`);
          return ids ? `\u0000${ids.join(',')}\u0000${word.text}\u0000` : word.text;
        })
        .join(' ');
      // Of two steps with the same line the one that knows where its words come from tells.
      if (!stops.get(plain)?.includes('\u0000')) stops.set(plain, marked);
    }
  });
  const numbers = new Map<string, number>();
  const numbered = (text: string) =>
    text.replace(/\u0000([^\u0000]*)\u0000([^\u0000]*)\u0000/g, (_, ids: string, word: string) => {
      const key = `${ids}\n${word}`;
      if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
      return `\${${numbers.get(key)}:${word}}`;
    });
  return sections(own as PlacedLine[]).flatMap(([head, ...inside]) => [
    // A line of the system view is a section by itself.
    numbered(stops.get(head!) ?? stops.get(`\n${head!}`) ?? head!),
    ...inside.map((line) => {
      const text = line.trimStart();
      return line.slice(0, -text.length) + numbered(stops.get(`${head!}\n${text}`) ?? text);
    }),
    '#',
  ]);
}

function known(name: string, view: ViewName, body: readonly string[]): void {
  const open: (ViewName | undefined)[] = [view];
  for (const text of body.map((line) =>
    line.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1'),
  )) {
    if (text === '#') continue;
    const depth = text.length - text.trimStart().length;
    const where = open[depth];
    const match = where && matchLine(where, words(text));
    if (!match?.complete)
      throw new Error(`${name}: "${text}" is no command of the ${where ? views[where].title : 'view above it'}`);
    // `bas` keeps the view of its interface.
    open[depth + 1] = entry(match.command)?.opens ?? where;
  }
}

if (/snippets\.ts$/.test(process.argv[1] ?? '')) {
  const file = resolve(__dirname, '../snippets/vrp.json');
  const text = snippetsText();
  if (readFileSync(file, 'utf8') !== text) {
    if (process.argv.includes('--check')) {
      console.error('out of date, run "npm run update": snippets/vrp.json');
      process.exitCode = 1;
    } else writeFileSync(file, text);
  }
}
