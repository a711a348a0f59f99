// Draws a drawing of the server: sets attributes and text, decides nothing. One figure takes part in the tab order, arrow keys
// move among those that lead somewhere or can say why, Enter and a click go to the line. A figure that says the same as
// before stays the same element.
import type { FailoverReason, ShownDrawing, ShownFigure } from '../../../../server/src/lsp/protocol';
import { arrange } from '../kept';
import { element, svgElement } from '../page';

/** What a person does with a figure; `at` is its element. */
export interface Listening {
  over(figure: ShownFigure, at: SVGGElement): void;
  leave(): void;
  focus(figure: ShownFigure, at: SVGGElement): void;
  activate(figure: ShownFigure): void;
}

/** A drawing of the server as an SVG element in the page. Figures are named by their index from 0. */
export interface Drawn {
  readonly root: HTMLElement;
  /** The drawing from now on; what its figures rest on is in `reasons`. */
  draw(drawing: ShownDrawing, reasons: readonly FailoverReason[]): void;
  /** Shows these of its figures; without a list all of them. */
  show(figures?: readonly number[]): void;
}

/** An empty drawing with this label for screen readers; arrow keys lead from figure to figure. */
export function drawn(label: string, listening: Listening): Drawn {
  return new Drawing(label, listening);
}

class Drawing implements Drawn {
  readonly root: HTMLElement;
  private readonly svg: SVGSVGElement;
  private figures: readonly ShownFigure[] = [];
  private reasons: readonly FailoverReason[] = [];
  /** Elements by what their figures say: those of this drawing, and those of the one before it. */
  private elements = new Map<string, SVGGElement>();
  private previous = this.elements;
  private readonly byElement = new WeakMap<Element, ShownFigure>();
  /** The figure that takes part in the tab order. */
  private current: string | undefined;
  private under: Element | undefined;

  constructor(
    label: string,
    private readonly listening: Listening,
  ) {
    this.svg = svgElement('svg', { role: 'group', 'aria-label': label });
    this.root = element('div', { class: 'drawing' }, this.svg);
    this.svg.addEventListener('mouseover', (event) => this.mouseOver(event));
    this.svg.addEventListener('mouseleave', () => {
      this.under = undefined;
      listening.leave();
    });
    this.svg.addEventListener('focusin', (event) => {
      const found = this.figureAt(event);
      if (!found) return;
      this.makeCurrent(found[1]);
      listening.focus(...found);
    });
    this.svg.addEventListener('focusout', () => listening.leave());
    this.svg.addEventListener('click', (event) => {
      const found = this.figureAt(event);
      if (found) listening.activate(found[0]);
    });
    this.svg.addEventListener('keydown', (event) => this.keyDown(event));
  }

  draw({ title, width, height, figures }: ShownDrawing, reasons: readonly FailoverReason[]): void {
    this.svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.root.setAttribute('data-title', title);
    this.root.style.setProperty('--width', `${width}px`);
    this.figures = figures;
    this.reasons = reasons;
    this.previous = this.elements;
    this.elements = new Map();
  }

  show(shown?: readonly number[]): void {
    const focused = this.svg.contains(document.activeElement);
    const indices = shown ?? this.figures.map((_, index) => index);
    arrange(
      this.svg,
      indices.map((index) => this.elementOf(this.figures[index]!)),
    );
    const all = this.liveElements();
    const kept = all.find((each) => this.byElement.get(each)?.id === this.current) ?? all[0];
    if (!kept) return;
    putInTabOrder(all, kept);
    if (focused && document.activeElement !== kept) kept.focus({ preventScroll: true });
  }

  private elementOf(figure: ShownFigure): SVGGElement {
    const print = JSON.stringify([figure, figure.reasons.map((reason) => this.reasons[reason])]);
    const group = this.elements.get(print) ?? this.previous.get(print) ?? newElement(figure);
    this.elements.set(print, group);
    this.byElement.set(group, figure);
    return group;
  }

  private figureAt(event: Event): [ShownFigure, SVGGElement] | undefined {
    const at = (event.target as Element).closest<SVGGElement>('g.figure');
    const figure = at ? this.byElement.get(at) : undefined;
    return at && figure ? [figure, at] : undefined;
  }

  private liveElements(): SVGGElement[] {
    return [...this.svg.querySelectorAll<SVGGElement>('g.live')];
  }

  private makeCurrent(at: SVGGElement): void {
    putInTabOrder(this.liveElements(), at);
    this.current = this.byElement.get(at)?.id;
  }

  private mouseOver(event: Event): void {
    const found = this.figureAt(event);
    if (found?.[1] === this.under) return;
    this.under = found?.[1];
    if (found && isLive(found[0])) this.listening.over(...found);
    else this.listening.leave();
  }

  private keyDown(event: KeyboardEvent): void {
    const found = this.figureAt(event);
    if (!found) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.listening.activate(found[0]);
      return;
    }
    const all = this.liveElements();
    const next = nextIndex(event.key, all.indexOf(found[1]), all.length);
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  }
}

/** Where a key leads from a figure; undefined for a key that leads nowhere. */
function nextIndex(key: string, at: number, count: number): number | undefined {
  const targets: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: count - 1,
  };
  const next = targets[key];
  return next === undefined ? undefined : Math.max(0, Math.min(count - 1, next));
}

function putInTabOrder(all: readonly SVGGElement[], only: SVGGElement): void {
  for (const each of all) each.setAttribute('tabindex', each === only ? '0' : '-1');
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
  const written = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join(' ');
  return name.includes(written) ? name : `${written}: ${name}`;
}

function isLive(figure: ShownFigure): boolean {
  return figure.target !== undefined || figure.moment !== undefined || figure.reasons.length > 0;
}

function part(figure: ShownFigure['parts'][number]): SVGElement {
  if (figure.kind === 'box')
    return svgElement('rect', {
      class: figure.look,
      x: figure.x,
      y: figure.y,
      width: figure.width,
      height: figure.height,
      rx: figure.round,
    });
  if (figure.kind === 'line')
    return svgElement('line', { class: figure.look, x1: figure.x1, y1: figure.y1, x2: figure.x2, y2: figure.y2 });
  return svgElement(
    'text',
    {
      class: figure.look,
      x: figure.x,
      y: figure.y,
      'font-size': figure.size,
      'text-anchor': figure.anchor,
      'aria-hidden': 'true',
    },
    `${figure.text} `,
  );
}
