// The pair table: what both devices hold, parameter by parameter, as a table that a keyboard and a screen reader can use. It is
// drawn anew whenever the files change; what had the focus keeps it.
import type {
  ComparisonCell,
  ComparisonResult,
  ComparisonRow,
  GuidePage,
  Target,
} from '../../../../server/src/lsp/protocol';
import { connect, element } from '../page';
import { movedByArrows } from './table-keys';

/** What the host sends. */
export interface Shown {
  /** Absent where the two are no pair any more. */
  comparison?: ComparisonResult;
}

/** From the page to its host. */
export type PageMessage = { go: Target } | { guide: GuidePage } | { save: ExportFormat };
/** A format that the table can be saved in, which is also the ending of the file. */
export type ExportFormat = 'csv' | 'html' | 'json';

interface Own {
  wrongOnly: boolean;
}

const verdicts = {
  ok: { icon: '✓', text: 'ok' },
  wrong: { icon: '✗', text: 'wrong' },
  missing: { icon: '▲', text: 'missing' },
  quiet: { icon: '·', text: 'may differ' },
} as const;

const main = document.getElementById('page')!;
let last: Shown = {};
const host = connect<Shown, PageMessage, Own>(draw);

function draw(shown: Shown): void {
  last = shown;
  const focused = document.activeElement?.getAttribute('data-key');
  const opened = new Set([...main.querySelectorAll('details[open]')].map((each) => each.getAttribute('data-key')));
  const { comparison } = shown;
  main.replaceChildren(
    ...(comparison
      ? page(comparison)
      : [element('p', { role: 'status' }, 'The two configurations are no longer a pair.')]),
  );
  for (const details of main.querySelectorAll('details')) details.open = opened.has(details.getAttribute('data-key'));
  const drawn = main.querySelector('table');
  if (drawn) movedByArrows(drawn);
  if (focused) main.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function page(comparison: ComparisonResult): Node[] {
  const wrongOnly = host.own()?.wrongOnly === true;
  const rows = comparison.rows.filter((row) => !wrongOnly || isRed(row));
  return [
    element(
      'header',
      {},
      element('h1', {}, `${comparison.a.device} ⇄ ${comparison.b.device}`),
      element('p', { role: 'status' }, summaryText(comparison, rows.length)),
      element(
        'div',
        { class: 'bar' },
        element(
          'label',
          {},
          element('input', { type: 'checkbox', checked: wrongOnly, 'data-key': 'wrong only', change: filter }),
          'Wrong only',
        ),
        element(
          'span',
          { class: 'exports', role: 'group', 'aria-label': 'Export the table' },
          ...(['csv', 'html', 'json'] as const).map((format) =>
            element(
              'button',
              { type: 'button', 'data-key': `save ${format}`, click: () => host.post({ save: format }) },
              `Export ${format.toUpperCase()}`,
            ),
          ),
        ),
      ),
    ),
    rows.length === 0
      ? element('p', { class: 'nothing' }, wrongOnly ? 'Nothing is wrong.' : 'There is nothing to compare.')
      : table(comparison, rows),
  ];
}

function filter(event: Event): void {
  host.keep({ wrongOnly: (event.target as HTMLInputElement).checked });
  draw(last);
}

function isRed({ verdict }: ComparisonRow): boolean {
  return verdict === 'wrong' || verdict === 'missing';
}

function summaryText({ summary }: ComparisonResult, shown: number): string {
  const parts = [
    `${summary.wrong} wrong`,
    `${summary.missing} missing`,
    `${summary.ok} ok`,
    `${summary.quiet} may differ`,
  ];
  return `${shown === summary.rows ? shown : `${shown} of ${summary.rows}`} ${summary.rows === 1 ? 'parameter' : 'parameters'}: ${parts.join(', ')}`;
}

function table(comparison: ComparisonResult, rows: readonly ComparisonRow[]): HTMLElement {
  const heads = ['Parameter', 'Kind', comparison.a.device, comparison.b.device, 'Verdict', 'Guide'];
  const sections = new Map<string, ComparisonRow[]>();
  for (const row of rows) sections.set(row.section, [...(sections.get(row.section) ?? []), row]);
  // The roles are named, because a layout that is no table would take them away.
  return element(
    'table',
    { role: 'table' },
    element(
      'caption',
      { class: 'for-reader' },
      `What ${comparison.a.device} and ${comparison.b.device} hold, parameter by parameter`,
    ),
    element(
      'thead',
      { role: 'rowgroup' },
      element(
        'tr',
        { role: 'row' },
        ...heads.map((text) => element('th', { scope: 'col', role: 'columnheader' }, text)),
      ),
    ),
    ...[...sections].map(([section, list]) =>
      element(
        'tbody',
        { role: 'rowgroup' },
        element(
          'tr',
          { class: 'section', role: 'row' },
          element(
            'th',
            { scope: 'rowgroup', role: 'rowheader', colspan: heads.length },
            section,
            ...masterOf(comparison, list),
          ),
        ),
        ...list.map((row) => tableRow(comparison, row)),
      ),
    ),
  );
}

function masterOf(comparison: ComparisonResult, rows: readonly ComparisonRow[]): Node[] {
  const master = rows.find((row) => row.master !== undefined)?.master;
  return master ? [element('span', { class: 'master' }, `master: ${comparison[master].device}`)] : [];
}

function tableRow(comparison: ComparisonResult, row: ComparisonRow): HTMLElement {
  const key = `${row.section}\n${row.parameter}\n${row.a?.range.start.line}\n${row.b?.range.start.line}`;
  return element(
    'tr',
    { class: row.verdict, role: 'row' },
    element('th', { scope: 'row', role: 'rowheader' }, row.parameter),
    element('td', { role: 'cell' }, row.kind),
    cell(row.a, comparison.a.device, row.parameter, `${key} a`),
    cell(row.b, comparison.b.device, row.parameter, `${key} b`),
    element(
      'td',
      { class: 'verdict', role: 'cell' },
      element('span', { class: 'icon', 'aria-hidden': 'true' }, verdicts[row.verdict].icon),
      ` ${verdicts[row.verdict].text}`,
      ...(row.findings.length === 0
        ? []
        : [element('ul', {}, ...row.findings.map((finding) => element('li', {}, finding.message)))]),
    ),
    element('td', { role: 'cell' }, ...why(row, key)),
  );
}

function cell(value: ComparisonCell | null, device: string, parameter: string, key: string): HTMLElement {
  if (!value)
    return element(
      'td',
      { class: 'none', role: 'cell' },
      element('span', { 'aria-hidden': 'true' }, '–'),
      element('span', { class: 'for-reader' }, 'not there'),
    );
  const go = (): void => host.post({ go: { uri: value.uri, range: value.range } });
  const text = value.text === '' ? 'set' : value.text;
  return element(
    'td',
    { role: 'cell' },
    element(
      'button',
      {
        type: 'button',
        class: 'link',
        'data-key': key,
        title: `Go to line ${value.range.start.line + 1} of ${device}`,
        'aria-label': `${text}, ${parameter} on ${device}, line ${value.range.start.line + 1}`,
        click: go,
      },
      text,
    ),
    ...(value.isDefault ? [element('span', { class: 'default' }, ' default')] : []),
  );
}

function why(row: ComparisonRow, key: string): Node[] {
  const { page } = row;
  const source = page
    ? element(
        'button',
        { type: 'button', class: 'link', 'data-key': `${key} guide`, click: () => host.post({ guide: page }) },
        row.source,
      )
    : document.createTextNode(row.source);
  if (row.why === '') return [source];
  return [
    source,
    element(
      'details',
      { 'data-key': `${key} why` },
      element('summary', { 'data-key': `${key} summary` }, 'why'),
      element('p', {}, row.why),
    ),
  ];
}
