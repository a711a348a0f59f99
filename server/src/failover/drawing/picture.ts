// The picture of a pair at each moment of a rehearsal: the network above, the two devices with their virtual routers, the
// channels between them, the access switch and the users below. Pure layout: figures with the same look at two moments are one.
import type { Pair } from '../../model/pairing/pair';
import { push } from '../../text/collections';
import type { Rehearsal, Span } from '../simulation/rehearsal';
import type { Drawing, Figure, Part } from './drawing';
import { DrawnOnce } from './drawn-once';
import { figuresOf } from './picture-figures';
import { planOf, width } from './picture-plan';
import { PictureStates } from './picture-state';
import { spanText } from './time-text';
import { firstEvent } from './users';

/** `figures` are all that are ever shown; a frame names those it shows. */
export interface Picture extends Drawing {
  readonly frames: readonly Frame[];
}

/** The picture at one moment. */
export interface Frame {
  /** `Before anything breaks`, `At 2.5-3.5 s`. */
  readonly title: string;
  /** Seconds; null before the first event. */
  readonly at: Span | null;
  /** Indices into `Rehearsal.moments`: what comes true with this frame. */
  readonly moments: readonly number[];
  /** Indices into `figures`. */
  readonly figures: readonly number[];
}

/** The whole picture of a rehearsal: every figure once, and the frames that show them. */
export function picture(pair: Pair, rehearsal: Rehearsal): Picture {
  const plan = planOf(pair, rehearsal);
  const collection = new FigureCollection();
  const once = new DrawnOnce();
  const states = new PictureStates(pair, rehearsal, plan.carried);
  const frames = framesOf(rehearsal).map(({ span, moments, upTo }): Frame => {
    const state = states.next(span, upTo);
    return {
      title: span === null ? 'Before anything breaks' : `At ${spanText(span)}`,
      at: span,
      moments,
      figures: figuresOf(plan, state, once).map((figure) => collection.indexOf(figure)),
    };
  });
  const title = `${rehearsal.devices[0]} and ${rehearsal.devices[1]}`;
  return { title, width, height: plan.height, figures: collection.figures, frames };
}

/** The picture at one of its frames, as a drawing of its own. */
export function atFrame(all: Picture, frame: number): Drawing {
  const shown = all.frames[frame] ?? all.frames[0];
  return {
    title: shown ? `${all.title}. ${shown.title}` : all.title,
    width: all.width,
    height: all.height,
    figures: (shown?.figures ?? []).flatMap((index) => all.figures[index] ?? []),
  };
}

/** Each figure once, however many frames show it. */
class FigureCollection {
  readonly figures: Figure[] = [];
  /** Indices of the figures with one id. */
  private readonly byId = new Map<string, number[]>();
  private readonly known = new Map<Figure, number>();

  indexOf(figure: Figure): number {
    const known = this.known.get(figure);
    if (known !== undefined) return known;
    const alike = this.byId.get(figure.id)?.find((index) => hasSameLook(this.figures[index]!, figure));
    const index = alike ?? this.figures.push(figure) - 1;
    if (alike === undefined) push(this.byId, figure.id, index);
    this.known.set(figure, index);
    return index;
  }
}

/** Of two figures with one id: nobody sees a difference, and both give the same reasons. */
function hasSameLook(previous: Figure, next: Figure): boolean {
  return (
    previous.name === next.name &&
    previous.because.length === next.because.length &&
    previous.because.every(({ text }, index) => text === next.because[index]!.text) &&
    previous.parts.length === next.parts.length &&
    previous.parts.every((part, index) => isSamePart(part, next.parts[index]!))
  );
}

function isSamePart(previous: Part, next: Part): boolean {
  const keys = Object.keys(previous) as (keyof Part)[];
  return keys.every((key) => previous[key] === next[key]);
}

interface FrameMoments {
  readonly span: Span | null;
  readonly moments: number[];
  /** Index of the first moment that has not come true yet. */
  upTo: number;
}

/** One for the states at rest, then one for each span of time in which moments come true. */
function framesOf(rehearsal: Rehearsal): readonly FrameMoments[] {
  const start = firstEvent(rehearsal);
  let last: FrameMoments = { span: null, moments: [...Array(start).keys()], upTo: start };
  const frames = [last];
  for (const [index, moment] of rehearsal.moments.entries()) {
    if (index < start) continue;
    const upTo = index + 1;
    if (last.span && last.span[0] === moment.at[0] && last.span[1] === moment.at[1]) {
      last.moments.push(index);
      last.upTo = upTo;
    } else {
      last = { span: moment.at, moments: [index], upTo };
      frames.push(last);
    }
  }
  return frames;
}
