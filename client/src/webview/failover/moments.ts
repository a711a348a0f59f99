// The timeline as a table, for those who read it rather than see it: when, who, what, why.
import type { FailoverMoment, FailoverReason } from '../../../../server/src/lsp/protocol';
import { element } from '../page';
import { sourceOf } from './card';

export function momentsTable(moments: readonly FailoverMoment[], reasonsOf: (indices: readonly number[]) => readonly FailoverReason[], listening: { over(moment: number): void; leave(): void; goTo(reason: FailoverReason): void }): HTMLElement {
  return element('table', { class: 'moments' },
    element('caption', {}, 'Moment by moment'),
    element('thead', {}, element('tr', {}, ...['When', 'What', 'Why'].map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...moments.map((moment, index) => element('tr', {
      class: moment.kind, 'data-moment': index, mouseenter: () => listening.over(index), mouseleave: () => listening.leave(), focusin: () => listening.over(index),
    },
    element('td', { class: 'time' }, moment.frame === 0 ? 'before' : moment.time),
    element('td', {}, element('span', { class: 'what' }, moment.text), ...(moment.about === '' ? [] : [element('span', { class: 'source' }, moment.about)])),
    element('td', {}, foldedReasons(reasonsOf(moment.reasons), listening.goTo))))));
}

export function reasonList(reasons: readonly FailoverReason[], goTo: (reason: FailoverReason) => void): HTMLElement {
  if (reasons.length === 0) return element('span', { class: 'source' }, 'as it was asked');
  return element('ul', { class: 'reasons' }, ...reasons.map((reason) => element('li', {},
    `${reason.text} `, element('button', { class: 'link', click: () => goTo(reason) }, reason.where), element('span', { class: 'source' }, ` · ${sourceOf(reason)}`))));
}

/** The first reason, and the others when they are asked for: most moments rest on the same few lines. */
function foldedReasons(reasons: readonly FailoverReason[], goTo: (reason: FailoverReason) => void): HTMLElement {
  if (reasons.length < 3) return reasonList(reasons, goTo);
  return element('div', {}, reasonList(reasons.slice(0, 1), goTo), element('details', {}, element('summary', {}, `${reasons.length - 1} more lines`), reasonList(reasons.slice(1), goTo)));
}
