// The steps that several pages of the guide share, each with where it stands on every page; and how steps of one citation
// become one.
import { interfaceKey } from '../model/names';
import type { Answers, PlacedLine, Side, Step } from './scenario';

/** The pages for users who log in (BRAS, L2TP) have one platform, under the same numbers. */
const users = (number: string) => [`010 step ${number}`, `011 step ${number}`];

// Where a page leaves a step out or gives it no number, the first page that has it is cited.
const citations = {
  interface: [
    '000 step 1.2',
    '001 step 1.2',
    '002 step 1.2',
    '003 step 1',
    '004 step 2.2',
    '005 step 1.2',
    '006 step 1',
    '007 step 1',
    '012 step 2.2',
    ...users('1.2'),
  ],
  ipv6: ['000 step 1.3', '001 step 1.3', '003 step 1'],
  address: [
    '000 step 1.4',
    '001 step 1.4',
    '002 step 1.2',
    '003 step 1',
    '004 step 2.2',
    '005 step 1.3',
    '006 step 1',
    '007 step 1',
    '012 step 2.2',
    ...users('1.3'),
  ],
  'link-local': ['000 step 1.5', '001 step 1.5', '003 step 2'],
  'virtual-ip': [
    '000 step 1.6',
    '001 step 1.5',
    '002 step 1.3',
    '003 step 2',
    '004 step 2.3',
    '003 configuration files',
    '005 step 1.4',
    '006 step 2',
    '012 step 2.3',
    ...users('1.4'),
  ],
  delay: ['000 step 1.7', '001 step 1.6', '002 step 1.4', '003 step 2', '005 step 1.5', '006 step 2', ...users('1.5')],
  priority: [
    '000 step 1.8',
    '001 step 1.7',
    '002 step 1.5',
    '003 step 2',
    '004 step 2.5',
    '005 step 1.7',
    '006 step 2',
    '012 step 2.5',
    ...users('1.6'),
  ],
  advertise: [
    '000 step 1.9',
    '001 step 1.8',
    '002 step 1.6',
    '003 step 2',
    '005 step 1.8',
    '006 step 2',
    ...users('1.7'),
  ],
  uplink: ['sister pages of the guide', ...users('1.9')],
  rbs: [
    '000 step 2.1',
    '001 step 2.1',
    '002 step 2.1',
    '003 step 3',
    '005 step 2.1',
    '006 step 3',
    '007 step 4',
    ...users('2.1'),
  ],
  channel: ['000 step 2.3', '002 step 2.3', '003 step 3', '005 step 2.3', '006 step 3', '007 step 4', ...users('2.2')],
  rbp: [
    '000 step 3.1',
    '001 step 3.1',
    '002 step 3.1',
    '003 step 4',
    '005 step 3.1',
    '006 step 4',
    '007 step 5',
    ...users('3.1'),
  ],
  mode: [
    '000 step 3.2',
    '001 step 3.2',
    '002 step 3.2',
    '003 step 4',
    '005 step 3.2',
    '006 step 4',
    '007 step 5',
    ...users('3.2'),
  ],
  role: [
    '000 step 3.3',
    '001 step 3.3',
    '002 step 3.3',
    '003 step 5',
    '005 step 3.3',
    '006 step 5',
    '007 step 5',
    ...users('3.3'),
  ],
  'backup-id': [
    '000 step 3.4',
    '001 step 3.4',
    '002 step 3.4',
    '003 step 4',
    '005 step 3.4',
    '006 step 4',
    '007 step 5',
    ...users('3.4'),
  ],
  service: [
    '000 step 4.2',
    '001 step 4.2',
    '002 step 4.2',
    '003 step 6',
    '005 step 4.2',
    '006 step 6',
    '007 step 5',
    ...users('3.5'),
  ],
  binding: [
    '000 step 5.2',
    '001 step 5.2',
    '002 step 4.6',
    '003 step 5',
    '005 step 5.2',
    '006 step 5',
    '007 step 7',
    ...users('6.3'),
  ],
} as const satisfies Record<string, readonly string[]>;

/** A step that several procedures have. */
export type SharedStep = keyof typeof citations;

/** Where a page asks for it. */
export function cited(page: string, step: SharedStep): string {
  const all: readonly string[] = citations[step];
  return all.find((text) => text.startsWith(page)) ?? all[0]!;
}

interface Lines {
  readonly a: readonly PlacedLine[];
  readonly b: readonly PlacedLine[];
}

/** A step that several procedures have, with the citation of this one. */
export function shared(
  page: string,
  step: SharedStep,
  title: string,
  lines: Lines,
  more: { readonly optional?: boolean } = {},
): Step {
  // Of the pages that put much into one step only this page's own citation tells something.
  const guides = citations[step].filter((text) => text.startsWith(page) || !/^00[367] step/.test(text));
  return { guide: cited(page, step), guides, title, optional: more.optional === true, ...lines };
}

/** A step of this one page. */
export function own(
  guide: string,
  title: string,
  lines: Lines,
  more: { readonly optional?: boolean; readonly guides?: readonly string[] } = {},
): Step {
  return { guide, guides: [guide, ...(more.guides ?? [])], title, optional: more.optional === true, ...lines };
}

/** The same lines on both devices. */
export function both(...lines: readonly PlacedLine[]): Lines {
  return { a: lines, b: lines };
}

/** The same lines as the site's own affair. */
export function ofSite(lines: readonly PlacedLine[]): PlacedLine[] {
  return lines.map((line) => ({ ...line, site: true }));
}

/**
 * What a name is on one device: names are local, and only where they differ an answer says so
 * (docs/decisions/names-are-local.md).
 */
export function local(answers: Answers, id: string, side: Side): string {
  return answers[`${id}-${side}`] ?? answers[id] ?? '';
}

/** Lines that both devices have, each with its own values. */
export function onSides(make: (side: Side) => readonly PlacedLine[]): Lines {
  return { a: make('a'), b: make('b') };
}

/** A pattern for the interface as the canonical text of a line names it, and for no other that begins like it. */
export function interfacePattern(name: string): string {
  return `${interfaceKey(name).replaceAll('.', '\\.')}(?: |$)`;
}

/** A line of a section; `or` is another right spelling of it. */
export function line(section: string, text: string, or?: string): PlacedLine {
  return or === undefined ? { section, text } : { section, text, or };
}

/** One step a citation, in the order of their first parts; `titles` for those that are made of several. */
export function merged(steps: readonly Step[], titles: Readonly<Record<string, string>> = {}): Step[] {
  const found = new Map<string, Step>();
  for (const step of steps) {
    if (step.a.length === 0 && step.b.length === 0) continue;
    const before = found.get(step.guide);
    found.set(
      step.guide,
      before === undefined
        ? step
        : {
            ...before,
            optional: before.optional && step.optional,
            guides: [...new Set([...before.guides, ...step.guides])],
            a: [...before.a, ...step.a],
            b: [...before.b, ...step.b],
          },
    );
  }
  return [...found.values()].map((step) => ({ ...step, title: titles[step.guide] ?? step.title }));
}
