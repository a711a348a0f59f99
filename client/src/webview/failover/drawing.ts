// Draws a drawing of the server: sets attributes and text, decides nothing. One figure takes part in the tab order, arrow keys
// move among those that lead somewhere or can say why, Enter and a click go to the line. A figure that says what it said before
// stays the same element.
import type { FailoverReason, ShownDrawing, ShownFigure } from '../../../../server/src/lsp/protocol';
import { arrange } from '../kept';
import { element, svgElement } from '../page';

export interface Listening {
  over(figure: ShownFigure, at: SVGGElement): void;
  leave(): void;
  focus(figure: ShownFigure, at: SVGGElement): void;
  activate(figure: ShownFigure): void;
}

export interface Drawn {
  readonly root: HTMLElement;
  /** The drawing from now on; what its figures rest on is in `reasons`. */
  draw(drawing: ShownDrawing, reasons: readonly FailoverReason[]): void;
  /** Shows these of its figures; without a list all of them. */
  show(figures?: readonly number[]): void;
}

export function drawn(label: string, listening: Listening): Drawn {
  const svg = svgElement('svg', { role: 'group', 'aria-label': label });
  const root = element('div', { class: 'drawing' }, svg);
  let figures: readonly ShownFigure[] = [];
  let reasons: readonly FailoverReason[] = [];
  /** By what the figures say: those of this drawing, and those of the one before it. */
  let made = new Map<string, SVGGElement>();
  let before = made;
  const byElement = new WeakMap<Element, ShownFigure>();
  let current: string | undefined;

  function figureElement(index: number): SVGGElement {
    const figure = figures[index]!;
    const print = JSON.stringify([figure, figure.reasons.map((reason) => reasons[reason])]);
    const group = made.get(print) ?? before.get(print) ?? newElement(figure);
    made.set(print, group);
    byElement.set(group, figure);
    return group;
  }
  const figureAt = (event: Event): [ShownFigure, SVGGElement] | undefined => {
    const at = (event.target as Element).closest<SVGGElement>('g.figure');
    const figure = at ? byElement.get(at) : undefined;
    return at && figure ? [figure, at] : undefined;
  };
  const lives = (): SVGGElement[] => [...svg.querySelectorAll<SVGGElement>('g.live')];
  const stop = (at: SVGGElement): void => {
    for (const one of lives()) one.setAttribute('tabindex', one === at ? '0' : '-1');
    current = byElement.get(at)?.id;
  };

  let over: Element | undefined;
  svg.addEventListener('mouseover', (event) => {
    const found = figureAt(event);
    if (found?.[1] === over) return;
    over = found?.[1];
    if (found && isLive(found[0])) listening.over(...found);
    else listening.leave();
  });
  svg.addEventListener('mouseleave', () => {
    over = undefined;
    listening.leave();
  });
  svg.addEventListener('focusin', (event) => {
    const found = figureAt(event);
    if (!found) return;
    stop(found[1]);
    listening.focus(...found);
  });
  svg.addEventListener('focusout', () => listening.leave());
  svg.addEventListener('click', (event) => {
    const found = figureAt(event);
    if (found) listening.activate(found[0]);
  });
  svg.addEventListener('keydown', (event) => {
    const found = figureAt(event);
    if (!found) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return listening.activate(found[0]);
    }
    const all = lives();
    const at = all.indexOf(found[1]);
    const next = (
      {
        ArrowRight: at + 1,
        ArrowDown: at + 1,
        ArrowLeft: at - 1,
        ArrowUp: at - 1,
        Home: 0,
        End: all.length - 1,
      } as Record<string, number>
    )[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, next))]?.focus();
  });

  return {
    root,
    draw({ title, width, height, figures: given }, rest) {
      svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
      root.setAttribute('data-title', title);
      root.style.setProperty('--width', `${width}px`);
      figures = given;
      reasons = rest;
      before = made;
      made = new Map();
    },
    show(shown) {
      const focused = svg.contains(document.activeElement);
      arrange(svg, (shown ?? figures.map((_, index) => index)).map(figureElement));
      const all = lives();
      const stay = all.find((one) => byElement.get(one)?.id === current) ?? all[0];
      if (!stay) return;
      for (const one of all) one.setAttribute('tabindex', one === stay ? '0' : '-1');
      if (focused && document.activeElement !== stay) stay.focus({ preventScroll: true });
    },
  };
}

function newElement(figure: ShownFigure): SVGGElement {
  const live = isLive(figure);
  return svgElement(
    'g',
    {
      class: `figure${live ? ' live' : ''}${figure.moment === undefined ? '' : ' moment'}`,
      role: figure.target ? 'button' : 'img',
      'aria-label': spoken(figure),
      'data-id': figure.id,
      ...(figure.moment === undefined ? {} : { 'data-moment': figure.moment }),
      ...(live ? { tabindex: '-1' } : {}),
    },
    ...figure.parts.map(part),
  );
}

/** What stands on a button is part of its name, so that who speaks to the editor can say it. */
function spoken({ name, parts }: ShownFigure): string {
  const written = parts.flatMap((one) => (one.kind === 'text' ? [one.text] : [])).join(' ');
  return name.includes(written) ? name : `${written}: ${name}`;
}

function isLive(figure: ShownFigure): boolean {
  return figure.target !== undefined || figure.moment !== undefined || figure.reasons.length > 0;
}

function part(one: ShownFigure['parts'][number]): SVGElement {
  if (one.kind === 'box')
    return svgElement('rect', {
      class: one.look,
      x: one.x,
      y: one.y,
      width: one.width,
      height: one.height,
      rx: one.round,
    });
  if (one.kind === 'line')
    return svgElement('line', { class: one.look, x1: one.x1, y1: one.y1, x2: one.x2, y2: one.y2 });
  return svgElement(
    'text',
    { class: one.look, x: one.x, y: one.y, 'font-size': one.size, 'text-anchor': one.anchor, 'aria-hidden': 'true' },
    `${one.text} `,
  );
}
