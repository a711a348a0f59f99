// The timeline as a table, for those who read it rather than see it: when, who, what, why.
import type { FailoverMoment, FailoverReason } from '../../../../server/src/lsp/protocol';
import { arrange, kept } from '../kept';
import { element } from '../page';
import { sourceOf, type ReasonLinks } from './card';

/** The table of moments. */
export interface Moments {
  readonly root: HTMLElement;
  draw(moments: readonly FailoverMoment[], reasonsOf: (indices: readonly number[]) => readonly FailoverReason[]): void;
}

interface MomentsListening extends ReasonLinks {
  over(moment: number): void;
  leave(): void;
}

/** A table with a row a moment. `over` is called with the index of the row, from 0. */
export function momentsTable(listening: MomentsListening): Moments {
  const body = element('tbody');
  const rows = kept(
    ({ moment, reasons }: { readonly moment: FailoverMoment; readonly reasons: readonly FailoverReason[] }, index) =>
      element(
        'tr',
        {
          class: moment.kind,
          'data-moment': index,
          mouseenter: () => listening.over(index),
          mouseleave: () => listening.leave(),
          focusin: () => listening.over(index),
        },
        element('td', { class: 'time' }, moment.frame === 0 ? 'before' : moment.time),
        element(
          'td',
          {},
          element('span', { class: 'what' }, moment.text),
          ...(moment.about === '' ? [] : [element('span', { class: 'source' }, moment.about)]),
        ),
        element('td', {}, foldedReasons(reasons, listening)),
      ),
  );
  return {
    root: element(
      'div',
      { class: 'below' },
      element(
        'table',
        { class: 'moments' },
        element('caption', {}, 'Moment by moment'),
        element(
          'thead',
          {},
          element('tr', {}, ...['When', 'What', 'Why'].map((head) => element('th', { scope: 'col' }, head))),
        ),
        body,
      ),
    ),
    draw: (moments, reasonsOf) =>
      arrange(body, rows(moments.map((moment) => ({ moment, reasons: reasonsOf(moment.reasons) })))),
  };
}

/** `fix`: each reason is something that can be mended, and this shows how. */
export function reasonList(
  reasons: readonly FailoverReason[],
  links: ReasonLinks,
  fix?: (reason: FailoverReason) => void,
): HTMLElement {
  if (reasons.length === 0) return element('span', { class: 'source' }, 'the event itself');
  return element(
    'ul',
    { class: 'reasons' },
    ...reasons.map((reason) =>
      element(
        'li',
        {},
        `${reason.text} `,
        element('button', { class: 'link', click: () => links.goTo(reason) }, reason.where),
        element('span', { class: 'source' }, ...sourceOf(reason, links)),
        ...(fix ? [' ', fixButton(reason, fix)] : []),
      ),
    ),
  );
}

function fixButton(reason: FailoverReason, fix: (reason: FailoverReason) => void): HTMLElement {
  return element(
    'button',
    { class: 'fix', click: () => fix(reason), 'aria-label': `Show fixes for ${reason.where}` },
    'Show Fixes',
  );
}

/** The first reason, and the others when they are asked for: most moments rest on the same few lines. */
function foldedReasons(reasons: readonly FailoverReason[], links: ReasonLinks): HTMLElement {
  if (reasons.length < 3) return reasonList(reasons, links);
  return element(
    'div',
    {},
    reasonList(reasons.slice(0, 1), links),
    element(
      'details',
      {},
      element('summary', {}, `${reasons.length - 1} more lines`),
      reasonList(reasons.slice(1), links),
    ),
  );
}
