// What the lines of the picture mean. The colours are those of the picture; the shape alone tells them apart, too.
import { element, svgElement } from '../page';

const lines: readonly (readonly [look: string, meaning: string])[] = [
  ['carrying', 'users go this way'],
  ['standby', 'stands by'],
  ['channel', 'backup channel'],
  ['down', 'down'],
];

/** The list that says what the lines of the picture mean. */
export const legend = element(
  'ul',
  { class: 'legend', 'aria-label': 'What the lines mean' },
  ...lines.map(([look, meaning]) => element('li', {}, sample(look), meaning)),
);

function sample(look: string): SVGElement {
  return svgElement(
    'svg',
    { 'aria-hidden': 'true', width: 32, height: 10, viewBox: '0 0 32 10' },
    svgElement('line', { class: look, x1: 1, y1: 5, x2: 31, y2: 5 }),
  );
}
