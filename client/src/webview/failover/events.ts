// The events to choose from: every single failure and return, the worst first, each with its outcome. A list box: arrow keys
// choose, and playing goes through all of them.
import { outcomeWords } from '../../../../server/src/failover/judgement/outcomes';
import type { FailoverEvent, FailoverOutcome } from '../../../../server/src/lsp/protocol';
import { element } from '../page';

const tones: Readonly<Record<FailoverOutcome, string>> = {
  'loses-users': 'bad',
  interrupted: 'bad',
  'no-switchover': 'bad',
  unknown: 'warn',
  'survives-stale': 'warn',
  survives: 'good',
};

/** An outcome as a coloured word. */
export function chip(outcome: FailoverOutcome): HTMLElement {
  return element('span', { class: `chip ${tones[outcome]}` }, outcomeWords[outcome]);
}

/** `2 lose users, 9 survive`: how many of each, the worst first. */
export function verdict(events: readonly FailoverEvent[]): HTMLElement {
  const failures = events.filter((event) => !event.planned);
  const count = (outcome: FailoverOutcome): number => failures.filter((event) => event.outcome === outcome).length;
  const texts: readonly [FailoverOutcome, string, string][] = [
    ['loses-users', 'loses users', 'lose users'],
    ['interrupted', 'interrupts users for long', 'interrupt users for long'],
    ['no-switchover', 'without switchover', 'without switchover'],
    ['unknown', 'not known', 'not known'],
    ['survives-stale', 'survives with stale entries', 'survive with stale entries'],
    ['survives', 'survives', 'survive'],
  ];
  return element(
    'p',
    { class: 'verdict' },
    `${failures.length} single failures and returns: `,
    ...texts.flatMap(([outcome, text, many]) =>
      count(outcome) === 0
        ? []
        : [
            element(
              'span',
              { class: `chip ${tones[outcome]}` },
              `${count(outcome)} ${count(outcome) === 1 ? text : many}`,
            ),
            ' ',
          ],
    ),
  );
}

/**
 * The choices of a rehearsal as a list box. `chosen` is an index from 0, -1 where none is; `choose` gets such an index.
 */
export function eventList(
  events: readonly FailoverEvent[],
  chosen: number,
  choose: (index: number) => void,
): HTMLElement {
  const list = element(
    'div',
    {
      class: 'events',
      role: 'listbox',
      'aria-label': 'Events, the worst first',
      tabindex: '0',
      'aria-activedescendant': chosen < 0 ? undefined : `event-${chosen}`,
    },
    ...events.map((event, index) =>
      element(
        'div',
        {
          class: 'event',
          role: 'option',
          id: `event-${index}`,
          'aria-selected': index === chosen ? 'true' : 'false',
          click: () => choose(index),
        },
        chip(event.outcome),
        ' ',
        element('span', {}, event.title),
      ),
    ),
  );
  list.addEventListener('keydown', (event) => {
    const next = (
      { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: events.length - 1 } as Record<string, number>
    )[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(Math.max(0, Math.min(events.length - 1, next)));
  });
  return list;
}
