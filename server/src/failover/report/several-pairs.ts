// One event, every pair: what stands above the rehearsals of a device that backs several others.
import { escapeMarkdown } from '../../text/markdown';
import { printableJson } from '../../text/sanitize';
import { outcomeWords } from '../judgement/outcomes';
import { sharedOutcomes, type EventOutcomes } from '../judgement/several-pairs';
import type { Rehearsal } from '../simulation/rehearsal';
import { failoverReport } from './json';
import { failoverMarkdown } from './markdown';
import { eventLabel } from './report-words';

/** The heading above the outcomes of one event in every pair. */
export const severalTitle = 'One event, every pair';

/** A rehearsal with the names of its devices. */
export interface NamedRehearsal {
  readonly rehearsal: Rehearsal;
  readonly files: readonly [string, string];
  readonly why: readonly string[];
}

/** The rehearsals of several pairs and what an event does to each of them, as JSON. */
export function severalJson(rehearsals: readonly NamedRehearsal[]): string {
  const report = {
    schemaVersion: 1,
    events: sharedOutcomes(rehearsals.map(({ rehearsal }) => rehearsal)),
    rehearsals: rehearsals.map(({ rehearsal, files, why }) => failoverReport(rehearsal, files, why)),
  };
  return `${printableJson(report)}\n`;
}

/** What an event does to each pair, then the rehearsal of each, as Markdown. */
export function severalMarkdown(rehearsals: readonly NamedRehearsal[]): string {
  const shared = sharedOutcomes(rehearsals.map(({ rehearsal }) => rehearsal));
  const rows = shared.flatMap((event) =>
    outcomeCells(event).map(
      ([outcome, devices]) => `| ${escapeMarkdown(eventLabel(event))} | ${outcome} | ${escapeMarkdown(devices)} |`,
    ),
  );
  const head =
    rows.length === 0
      ? []
      : [`# ${severalTitle}`, '', '| Event | Outcome | Pair |', '| --- | --- | --- |', ...rows, '', ''];
  return `${head.join('\n')}${rehearsals.map(({ rehearsal }) => failoverMarkdown(rehearsal)).join('\n')}`;
}

/** Outcome and pair. */
export function outcomeCells({ pairs }: EventOutcomes): [outcome: string, devices: string][] {
  return pairs.map(({ devices, outcome }) => [outcomeWords[outcome], devices.join(' and ')]);
}
