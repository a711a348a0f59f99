// Writes language-configuration.json: how the editor indents by itself, made of the commands that open a view. `--check` only
// compares. What the editor does by itself is done before the next key, which an answer of the server cannot promise.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalogue, type Command, type ValueType } from '../server/src/catalogue/index';
import { forms, parseForm, type Node } from '../server/src/catalogue/notation';

/** The file's text. */
export function languageConfigurationText(): string {
  const configuration = {
    comments: { lineComment: '#' },
    brackets: [],
    colorizedBracketPairs: [],
    autoClosingPairs: [],
    surroundingPairs: [['"', '"']],
    wordPattern: '[^\\s"<>\\[\\](){}|,;#]+',
    indentationRules: {
      // Lines in column 0 only: `#` then goes back to the column of the nearest of them, however deep it was typed.
      increaseIndentPattern: `^(?:${alternatives(opens((command) => command.views.includes('system')))})\\s*$`,
      decreaseIndentPattern: '^\\s*(?:#|(?:return|quit)\\s*$)',
    },
    onEnterRules: [
      {
        beforeText: `^ (?:${alternatives(opens((command) => !command.views.includes('system')))})\\s*$`,
        action: { indent: 'indent' },
      },
    ],
    folding: { offSide: true },
  };
  return `${JSON.stringify(configuration, undefined, 2)}\n`;
}

/** The forms of the commands below which lines stand deeper. */
function opens(wanted: (command: Command) => boolean): string[] {
  return catalogue
    .filter((command) => (command.opens !== undefined || command.nests) && wanted(command))
    .flatMap((command) => forms(command.format).map((form) => pattern(parseForm(form), command)));
}

function alternatives(patterns: readonly string[]): string {
  return [...new Set(patterns)].sort().join('|');
}

function pattern(node: Node, command: Command): string {
  switch (node.kind) {
    case 'keyword':
      return node.keyword.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    case 'argument':
      return valuePattern(command.parameters[node.name]!.type);
    case 'sequence':
      return node.nodes.map((part, index) => joined(part, command, index > 0)).join('');
    case 'repeat':
      return `${pattern(node.node, command)}(?: +${pattern(node.node, command)})*`;
    case 'choice': {
      const choice = `(?:${node.choices.map((one) => pattern(one, command)).join('|')})`;
      return node.many ? `${choice}(?: +${choice})*` : choice;
    }
  }
}

function valuePattern({ kind }: ValueType): string {
  if (kind === 'integer') return '\\d+';
  return kind === 'interface' ? '\\S+(?: +\\d\\S*)?' : '\\S+';
}

/** A part with the blank before it, which goes with it where it may be left out. */
function joined(node: Node, command: Command, behind: boolean): string {
  const text = `${behind ? ' +' : ''}${pattern(node, command)}`;
  return node.kind === 'choice' && node.optional ? `(?:${text})?` : text;
}

if (/language-configuration\.ts$/.test(process.argv[1] ?? '')) {
  const file = resolve(__dirname, '../language-configuration.json');
  const text = languageConfigurationText();
  if (readFileSync(file, 'utf8') !== text) {
    if (process.argv.includes('--check')) {
      console.error('out of date, run "npm run update": language-configuration.json');
      process.exitCode = 1;
    } else writeFileSync(file, text);
  }
}
