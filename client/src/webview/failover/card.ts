// The card that says why, beside whatever is under the mouse or has the focus. It can be reached with the mouse, and Escape
// sends it away.
import type { FailoverReason, GuidePage } from '../../../../server/src/lsp/protocol';
import { element } from '../page';

export interface Card {
  show(beside: Element, title: string, reasons: readonly FailoverReason[]): void;
  hide(): void;
}

/** What a click on a part of a reason does. */
export interface ReasonLinks {
  goTo(reason: FailoverReason): void;
  openGuide(page: GuidePage): void;
}

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
      box.replaceChildren(
        element('p', { class: 'card-title' }, title),
        ...(reasons.length === 0
          ? []
          : [
              element(
                'ul',
                {},
                ...reasons.map((reason) =>
                  element(
                    'li',
                    {},
                    element('span', {}, reason.text),
                    ' ',
                    element(
                      'span',
                      { class: 'source' },
                      element(
                        'button',
                        { class: 'link', tabindex: '-1', click: () => links.goTo(reason) },
                        reason.where,
                      ),
                      ...sourceOf(reason, links, '-1'),
                    ),
                  ),
                ),
              ),
            ]),
      );
      box.hidden = false;
      const about = beside.getBoundingClientRect();
      const own = box.getBoundingClientRect();
      const below = about.bottom + 8 + own.height <= innerHeight || about.top < own.height + 8;
      box.style.left = `${Math.max(8, Math.min(about.left + about.width / 2 - own.width / 2, innerWidth - own.width - 8))}px`;
      box.style.top = `${below ? about.bottom + 8 : about.top - own.height - 8}px`;
    },
    hide() {
      clearTimeout(leaving);
      leaving = setTimeout(hide, 150);
    },
  };
}

/** Behind a reason: the rule that watches over the line, and where it is said. */
export function sourceOf(
  { rule, source, page }: FailoverReason,
  links: ReasonLinks,
  tabindex = '0',
): (string | Node)[] {
  const said = page
    ? element('button', { class: 'link', tabindex, click: () => links.openGuide(page) }, source)
    : source;
  return [` · ${rule === null ? '' : `${rule}, `}`, said];
}
