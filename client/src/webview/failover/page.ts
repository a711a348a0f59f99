// The page "Rehearse failover": draws what the server found out, again after every edit. What the page adds is only which
// event, and which moment of it, a person looks at.
import { outcomeWords } from '../../../../server/src/failover/judgement/outcomes';
import type {
  FailoverEvent,
  FailoverReason,
  FailoverResult,
  OtherPairOutcome,
  ShownFigure,
} from '../../../../server/src/lsp/protocol';
import { arrange, kept } from '../kept';
import { connect, element } from '../page';
import { card, type ReasonLinks } from './card';
import { drawn, type Listening } from './drawing';
import { legend } from './legend';
import { chip, eventList, verdict } from './events';
import type { Own, PageMessage, Shown } from './messages';
import { momentsTable, reasonList } from './moments';

const stepMilliseconds = 1600;

const page = element('div', { class: 'content' });
const announced = element('div', { class: 'for-reader', role: 'status' });
const main = document.getElementById('page')!;
main.append(page, announced);

let data: FailoverResult | undefined;
let frame = 0;
let playing: ReturnType<typeof setTimeout> | undefined;

const host = connect<Shown, PageMessage, Own>((shown) => {
  if ('problem' in shown) return showProblem(shown.problem);
  const wanted = host.own()?.events;
  // Back after a reload: the host knows no longer which event it was.
  if (
    data === undefined &&
    wanted &&
    wanted.join() !== shown.rehearsal.events.join() &&
    shown.rehearsal.matrix.some((failoverEvent) => failoverEvent.events.join() === wanted.join())
  )
    host.post({ choose: wanted });
  show(shown.rehearsal);
});
const links: ReasonLinks = { goTo: (reason) => goTo(reason), openGuide: (page) => host.post({ guide: page }) };
const why = card(main, links);

const listening: Listening = {
  over: ask,
  leave: () => {
    why.hide();
    showFrame(frame);
  },
  focus: (figure, at) => {
    if (figure.moment !== undefined) frame = data?.moments[figure.moment]?.frame ?? frame;
    ask(figure, at);
  },
  activate: (figure) => {
    if (figure.moment !== undefined) showFrame(data?.moments[figure.moment]?.frame ?? frame);
    goTo(figure);
  },
};

// What the page is made of; a part that says the same as before stays as it is.
const heads = kept(({ devices, matrix }: Pick<FailoverResult, 'devices' | 'matrix'>) =>
  element(
    'header',
    { class: 'top' },
    element('div', {}, element('h1', {}, pairName(devices)), verdict(matrix)),
    element(
      'div',
      { class: 'actions', role: 'group', 'aria-label': 'Export' },
      element('button', { id: 'export-svg', click: () => save('svg') }, 'Export as SVG'),
      element('button', { id: 'export-markdown', click: () => save('markdown') }, 'Export as Markdown'),
    ),
  ),
);
const lists = kept(({ matrix, chosen }: { readonly matrix: readonly FailoverEvent[]; readonly chosen: number }) =>
  eventList(matrix, chosen, (index) => {
    stopPlaying();
    choose(index);
  }),
);
const choice = element('section', { class: 'choose', 'aria-label': 'Events' });
const chooseHead = element(
  'div',
  { class: 'choose-head' },
  element('h2', {}, 'Events'),
  element(
    'button',
    {
      id: 'play',
      class: 'primary',
      'aria-pressed': 'false',
      click: () => (playing === undefined ? startPlaying() : stopPlaying()),
    },
    'Play All',
  ),
);
const title = element('h2', { class: 'event-title' });
const outcomes = element('ul', { class: 'outcomes' });
const outcomeItems = kept(({ outcome, text }: FailoverResult['outcomes'][number]) =>
  element('li', {}, chip(outcome), ' ', element('span', {}, text)),
);
/** What the same events do to the users of another pair of one of the two devices. */
const others = kept((list: FailoverResult['otherPairs']) =>
  element(
    'section',
    { class: 'note others', 'aria-label': 'The same in other pairs' },
    element('h2', {}, 'The same in other pairs'),
    element('ul', { class: 'outcomes' }, ...list.map(otherPair)),
  ),
);
const frames = element('div', { class: 'frames', role: 'group', 'aria-label': 'Moments' });
const frameButtons = kept((name: string, index) =>
  element(
    'button',
    {
      class: 'frame',
      click: () => {
        stopPlaying();
        showFrame(index);
      },
    },
    name,
  ),
);
const picture = drawn('The pair. Arrow keys move, Enter goes to the line.', listening);
const timeline = drawn(
  'The timeline; the table below says the same. Arrow keys move, Enter goes to the line.',
  listening,
);
const timelineHead = element('h2', {}, 'Timeline');
const moments = momentsTable({ over: (moment) => preview(moment), leave: () => showFrame(frame), ...links });
const notes = kept((note: { readonly title: string; readonly reasons: readonly FailoverReason[] }) =>
  element(
    'section',
    { class: 'note', 'aria-label': note.title },
    element('h2', {}, note.title),
    reasonList(note.reasons, links),
  ),
);
/** What an engineer mends before anything is rehearsed: each with its line and its fixes. */
const faults = kept((note: { readonly title: string; readonly reasons: readonly FailoverReason[] }) =>
  element(
    'section',
    { class: 'note faults', 'aria-label': note.title },
    element('h2', {}, note.title),
    reasonList(note.reasons, links, (reason) => host.post({ fix: reason.target })),
  ),
);
const stage = element('section', { class: 'stage', 'aria-label': 'What happens' });

function otherPair(other: OtherPairOutcome): HTMLElement {
  const names = pairName(other.devices);
  return element(
    'li',
    {},
    chip(other.outcome),
    ' ',
    element('span', {}, names),
    ' ',
    element(
      'button',
      { class: 'fix', click: () => host.post({ rehearse: other }), 'aria-label': `Rehearse ${names}` },
      'Rehearse',
    ),
  );
}

function pairName(devices: FailoverResult['devices']): string {
  return devices.map(({ device }) => device).join(' ⇄ ');
}

function goTo({ target }: { readonly target?: FailoverReason['target'] }): void {
  if (target) host.post({ goTo: target });
}

function save(format: 'svg' | 'markdown'): void {
  if (data) host.post({ save: format, events: data.events, frame });
}

function ask(figure: ShownFigure, at: Element): void {
  why.show(
    at,
    figure.name,
    figure.reasons.flatMap((index) => data?.reasons[index] ?? []),
  );
  if (figure.moment !== undefined) preview(figure.moment);
}

function showProblem(problem: string): void {
  stopPlaying();
  data = undefined;
  page.replaceChildren(element('p', { class: 'problem', role: 'status' }, problem));
}

function show(next: FailoverResult): void {
  const reasonsOf = (indices: readonly number[]): FailoverReason[] =>
    indices.flatMap((index) => next.reasons[index] ?? []);
  const same = data !== undefined && data.events.join() === next.events.join();
  const focus = focusIn();
  const scrolled = page.querySelector('.events')?.scrollTop ?? 0;
  const before = data;
  data = next;
  // An edit keeps the moment that is looked at; another event starts where its course ends.
  const lastFrame = next.picture.frames.length - 1;
  const firstShown = playing === undefined ? lastFrame : 0;
  frame = same ? Math.min(frame, lastFrame) : firstShown;
  const chosen = chosenIn(next);

  const shownNotes = next.notes.map(({ title, isFault, reasons }) => ({ title, isFault, reasons: reasonsOf(reasons) }));

  picture.draw(next.picture, next.reasons);
  timeline.draw(next.timeline, next.reasons);
  moments.draw(next.moments, reasonsOf);
  title.textContent = next.title;
  arrange(outcomes, outcomeItems(next.outcomes));
  arrange(frames, frameButtons(next.picture.frames.map((frame) => frame.title)));
  arrange(choice, [chooseHead, ...lists([{ matrix: next.matrix, chosen }])]);
  arrange(stage, [
    title,
    outcomes,
    ...others(next.otherPairs.length > 0 ? [next.otherPairs] : []),
    frames,
    picture.root,
    legend,
    timelineHead,
    timeline.root,
    moments.root,
    ...notes(shownNotes.filter(({ isFault }) => !isFault)),
  ]);
  arrange(page, [
    ...heads([{ devices: next.devices, matrix: next.matrix }]),
    ...faults(shownNotes.filter(({ isFault }) => isFault)),
    choice,
    stage,
  ]);
  timeline.show();
  showFrame(frame);
  const list = page.querySelector('.events');
  if (list) list.scrollTop = scrolled;
  if (!same) page.querySelector(`#event-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  focusOn(focus);
  host.keep({ events: next.events });
  const spoken = [
    ...next.outcomes.map(({ outcome, text: sentence }) => `${outcomeWords[outcome]}. ${sentence}`),
    ...next.otherPairs.map(({ outcome, devices }) => `${pairName(devices)}: ${outcomeWords[outcome]}.`),
  ];
  const text = `${next.title}: ${spoken.join(' ')}`;
  if (before && announced.textContent !== text) announced.textContent = text;
}

/** Shows the moment's frame for as long as the mouse is on it. */
function preview(moment: number): void {
  const at = data?.moments[moment]?.frame;
  if (at !== undefined) draw(at);
}

function showFrame(index: number): void {
  frame = index;
  draw(index);
}

function draw(index: number): void {
  if (!data) return;
  const shown = data.picture.frames[index];
  picture.show(shown?.figures);
  [...frames.children].forEach((button, at) => button.setAttribute('aria-pressed', at === index ? 'true' : 'false'));
  const now = new Set(shown?.moments.map(String));
  for (const element of page.querySelectorAll('[data-moment]'))
    element.classList.toggle('now', now.has(element.getAttribute('data-moment')!));
}

function chosenIn(shown: FailoverResult): number {
  return shown.matrix.findIndex((failoverEvent) => failoverEvent.events.join() === shown.events.join());
}

function choose(index: number): void {
  const event = data?.matrix[index];
  if (event) host.post({ choose: event.events });
}

/** Goes through the moments of each event, and through all events, until it is stopped. */
function startPlaying(): void {
  showFrame(0);
  playing = setTimeout(step, stepMilliseconds);
  playButton();
}

function step(): void {
  if (!data) return stopPlaying();
  playing = setTimeout(step, stepMilliseconds);
  if (frame + 1 < data.picture.frames.length) return showFrame(frame + 1);
  const next = chosenIn(data) + 1;
  if (next < data.matrix.length) choose(next);
  else stopPlaying();
}

function stopPlaying(): void {
  clearTimeout(playing);
  playing = undefined;
  playButton();
}

function playButton(): void {
  const button = document.getElementById('play');
  if (!button) return;
  button.textContent = playing === undefined ? 'Play All' : 'Pause';
  button.setAttribute('aria-pressed', playing === undefined ? 'false' : 'true');
}

/** A redraw must not take the focus away from someone who goes through the page by keyboard. */
function focusIn(): string | undefined {
  const active = document.activeElement;
  if (!active || !page.contains(active)) return undefined;
  if (active.id !== '') return `#${CSS.escape(active.id)}`;
  const id = active.getAttribute('data-id');
  if (id !== null)
    return `.drawing[data-title="${CSS.escape(active.closest('.drawing')?.getAttribute('data-title') ?? '')}"] [data-id="${CSS.escape(id)}"]`;
  const siblings = active.parentElement;
  if (active.classList.contains('events')) return '.events';
  if (active.classList.contains('frame') && siblings)
    return `.frame:nth-child(${[...siblings.children].indexOf(active) + 1})`;
  return undefined;
}

function focusOn(selector: string | undefined): void {
  if (selector !== undefined) page.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
