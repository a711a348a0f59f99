// How a command is explained to a person, as Markdown and as plain text. Only what the catalogue says: nothing that stands in a
// configuration is ever repeated here, so no secret can be.
import { sourceInWords, type GuidePlace } from '../catalogue/guide';
import { limits, views, type Command, type Parameter } from '../catalogue/index';
import { forms } from '../catalogue/notation';
import { inlineCode, proseMarkdown } from '../text/markdown';

/** The same sentences as Markdown and as plain text. */
export interface Prose {
  readonly markdown: string;
  readonly plain: string;
}

/** Makes a link of a page of the guide, in Markdown. */
export type GuideLink = (words: string, place: GuidePlace) => string;

/** One form in the vendor's typography: keywords bold, arguments in italics; `marked` is the argument or keyword in question. */
export function syntaxMarkdown(form: string, marked?: string): string {
  return form.replace(/&<\d+-\d+>|<([^<>]+)>|[[\]{}|*]|[^\s[\]{}|*<>&]+/g, (token, argument: string | undefined) => {
    const isPunctuation = argument === undefined && /^[[\]{}|*&]/.test(token);
    if (isPunctuation) return proseMarkdown(token);
    if (token === marked) return `***${inlineCode(token)}***`;
    return argument === undefined ? `**${proseMarkdown(token)}**` : `*${proseMarkdown(argument)}*`;
  });
}

/** One form, and a second line of carets below what is marked. */
function syntaxPlain(form: string, marked?: string): string {
  const at = marked === undefined ? -1 : form.indexOf(marked);
  return at < 0 ? form : `${form}\n${' '.repeat(at)}${'^'.repeat(marked!.length)}`;
}

/** What is described: a command, or an argument of it. */
export interface Subject {
  readonly command: Command;
  readonly undo: boolean;
  /** The keywords and arguments of the line in question: forms that lack one are not shown. */
  readonly keywords: readonly string[];
  readonly arguments: readonly string[];
  /** `<delay-time>` or a keyword. */
  readonly marked?: string;
}

/** Syntax, the argument or the word of a choice in question, meaning, default, notes, where it may be typed, guide page and step. */
export function commandProse(subject: Subject, guideLink?: GuideLink): Prose {
  const { command, marked } = subject;
  const shown = fittingForms(subject);
  const name = marked?.startsWith('<') ? marked.slice(1, -1) : undefined;
  const parameter = name === undefined ? undefined : command.parameters[name];
  const blocks: [markdown: string, plain: string][] = [
    [
      shown.map((form) => syntaxMarkdown(form, marked)).join('  \n'),
      shown.map((form) => syntaxPlain(form, marked)).join('\n'),
    ],
  ];
  if (name !== undefined && parameter) {
    const about = `${parameter.doc} ${rangeText(parameter)}`.trim();
    blocks.push([`${inlineCode(name)}: ${proseMarkdown(about)}`, `${name}: ${about}`]);
  }
  const meaning = marked === undefined ? undefined : command.words?.[marked];
  if (marked !== undefined && meaning !== undefined)
    blocks.push([`${inlineCode(marked)}: ${proseMarkdown(meaning)}.`, `${marked}: ${meaning}.`]);
  const say = (text: string) => blocks.push([proseMarkdown(text), text]);
  say(subject.undo ? `Undoes: ${command.summary}` : command.summary);
  if (command.default !== undefined)
    blocks.push([`Default: ${inlineCode(command.default)}`, `Default: ${command.default}`]);
  for (const note of command.notes ?? []) say(note);
  if (!subject.undo && command.undo)
    blocks.push([
      `Undone by: ${forms(command.undo)
        .map((form) => syntaxMarkdown(form))
        .join(' or ')}`,
      `Undone by: ${forms(command.undo).join(' or ')}`,
    ]);
  const places = viewText(command);
  const sources = command.guide ?? [];
  const last = (source: (cited: string) => string) =>
    [places, sources.length > 0 ? `Guide: ${sources.map(source).join('; ')}` : '']
      .filter((part) => part !== '')
      .join(' · ');
  const plain = last((cited) => sourceInWords(cited));
  if (plain !== '') blocks.push([last((cited) => sourceInWords(proseMarkdown(cited), guideLink)), plain]);
  return {
    markdown: blocks.map(([markdown]) => markdown).join('\n\n'),
    plain: blocks.map(([, plain]) => plain).join('\n\n'),
  };
}

/** `0-10800 s.`, with the kind of value where it is no range. */
export function rangeText(parameter: Parameter): string {
  switch (parameter.type.kind) {
    case 'integer': {
      const { min, max } = parameter.type;
      return `Range ${min}-${max}${parameter.unit === undefined ? '' : `, unit ${unitName(parameter.unit)}`}.`;
    }
    case 'cipher':
      return 'A secret: its value is never shown.';
    case 'name':
    case 'text':
      return '';
    default:
      return `${capital(limits(parameter))}.`;
  }
}

function fittingForms(subject: Subject): string[] {
  const all = forms(subject.undo ? (subject.command.undo ?? subject.command.format) : subject.command.format);
  const fitting = all.filter((form) => {
    const tokens = new Set(form.match(/<[^<>]+>|[^\s[\]{}|*<>&]+/g));
    return (
      subject.keywords.every((keyword) => tokens.has(keyword)) &&
      subject.arguments.every((name) => tokens.has(`<${name}>`))
    );
  });
  return (fitting.length > 0 ? fitting : all).slice(0, 6);
}

function viewText(command: Command): string {
  if (command.views.length > 4) return '';
  return command.views.map((view) => views[view].title).join(', ');
}

function unitName(unit: string): string {
  return (
    { s: 'seconds (s)', cs: 'centiseconds (cs)', ms: 'milliseconds (ms)', min: 'minutes (min)', h: 'hours (h)' }[
      unit
    ] ?? unit
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
