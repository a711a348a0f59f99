// The card that says why, beside whatever is under the mouse or has the focus. It can be reached with the mouse, and Escape
// sends it away.
import type { FailoverReason, GuidePage } from '../../../../server/src/lsp/protocol';
import { element } from '../page';

/** Shows the reasons of what is pointed at, in a box beside it. */
export interface Card {
  show(beside: Element, title: string, reasons: readonly FailoverReason[]): void;
  hide(): void;
}

/** What a click on a part of a reason does. */
export interface ReasonLinks {
  goTo(reason: FailoverReason): void;
  openGuide(page: GuidePage): void;
}

/** Puts the box into `within`. It goes 150 ms after `hide`, unless the pointer is on it by then, and with Escape. */
export function card(within: Element, links: ReasonLinks): Card {
  const box = element('div', { id: 'why', class: 'card', role: 'tooltip', hidden: true });
  within.append(box);
  let subject: Element | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const hide = (): void => {
    clearTimeout(leaving);
    box.hidden = true;
    subject?.removeAttribute('aria-describedby');
    subject = undefined;
  };
  box.addEventListener('mouseenter', () => clearTimeout(leaving));
  box.addEventListener('mouseleave', hide);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  window.addEventListener('scroll', hide, { passive: true });
  return {
    show(beside, title, reasons) {
      hide();
      subject = beside;
      beside.setAttribute('aria-describedby', 'why');
      box.replaceChildren(element('p', { class: 'card-title' }, title));
      if (reasons.length > 0) box.append(element('ul', {}, ...reasons.map((reason) => listItem(reason, links))));
      box.hidden = false;
      placeBeside(box, beside);
    },
    hide() {
      clearTimeout(leaving);
      leaving = setTimeout(hide, 150);
    },
  };
}

function listItem(reason: FailoverReason, links: ReasonLinks): HTMLElement {
  const line = element('button', { class: 'link', tabindex: '-1', click: () => links.goTo(reason) }, reason.where);
  const source = element('span', { class: 'source' }, line, ...sourceOf(reason, links, '-1'));
  return element('li', {}, element('span', {}, reason.text), ' ', source);
}

/** Below what it is about, above it where there is no room; always within the window. */
function placeBeside(box: HTMLElement, beside: Element): void {
  const gap = 8;
  const about = beside.getBoundingClientRect();
  const own = box.getBoundingClientRect();
  const below = about.bottom + gap + own.height <= innerHeight || about.top < own.height + gap;
  const centred = about.left + about.width / 2 - own.width / 2;
  box.style.left = `${Math.max(gap, Math.min(centred, innerWidth - own.width - gap))}px`;
  box.style.top = `${below ? about.bottom + gap : about.top - own.height - gap}px`;
}

/** Behind a reason: the rule that watches over the line, and where it is documented. */
export function sourceOf(
  { rule, source, page }: FailoverReason,
  links: ReasonLinks,
  tabindex = '0',
): (string | Node)[] {
  if (source === '') return rule === null ? [] : [` · ${rule}`];
  const cited = page
    ? element('button', { class: 'link', tabindex, click: () => links.openGuide(page) }, source)
    : source;
  return [` · ${rule === null ? '' : `${rule}, `}`, cited];
}
