// The drawings of a rehearsal: same input, same bytes; every figure says in words what it shows; no text runs into another or
// out of the drawing, whatever the names are; and as a file of its own the text is text, never markup.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitted, text, textWidth, type Drawing, type Part } from '../../../server/src/failover/drawing/drawing';
import { svg } from '../../../server/src/failover/drawing/svg';
import { secondsText, spanText } from '../../../server/src/failover/drawing/time-text';
import { parseEvent, type FailureEvent } from '../../../server/src/failover/simulation/events';
import { matrix } from '../../../server/src/failover/judgement/matrix';
import { eventTitle, outcomeTable, wrapped } from '../../../server/src/failover/drawing/outcomes';
import { atFrame, picture } from '../../../server/src/failover/drawing/picture';
import { rehearse } from '../../../server/src/failover/judgement/rehearse';
import { rehearsalSvg } from '../../../server/src/failover/drawing/sheet';
import { timeline } from '../../../server/src/failover/drawing/timeline';
import type { Pair } from '../../../server/src/model/pairing/pair';
import { read, workspaceOf } from '../../support/check-text';
import { deathAndReturn } from '../../support/rehearsed';

async function pairIn(folder: string, edit: (text: string, side: number) => string = (text) => text): Promise<Pair> {
  const files = readdirSync(`${__dirname}/../../../${folder}`)
    .filter((name) => name.endsWith('.cfg'))
    .sort()
    .map((name, side) => ({ name, text: edit(read(`${folder}/${name}`), side) }));
  const [pair] = (await workspaceOf(files, [])).network().pairs;
  assert.ok(pair, folder);
  return pair;
}

function drawings(pair: Pair): Drawing[] {
  const rehearsal = deathAndReturn(pair);
  const all = picture(pair, rehearsal);
  return [...all.frames.map((_, frame) => atFrame(all, frame)), timeline(rehearsal), outcomeTable(rehearsal)];
}

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly words: string;
}

/** How much of a text stands before the point that it is anchored at. */
const beforeAnchor = { start: 0, middle: 0.5, end: 1 } as const;

function rectangle(part: Part): Rectangle[] {
  if (part.kind !== 'text') return [];
  const width = textWidth(part.text, part.size);
  const left = part.x - width * beforeAnchor[part.anchor];
  return [
    { left, right: left + width, top: part.y - part.size * 0.8, bottom: part.y + part.size * 0.2, words: part.text },
  ];
}

function isTidy(drawing: Drawing): void {
  const texts = drawing.figures.flatMap((figure) => figure.parts.flatMap(rectangle));
  for (const one of texts) {
    assert.ok(
      one.left >= 0 && one.right <= drawing.width && one.top >= 0 && one.bottom <= drawing.height,
      `${one.words} leaves ${drawing.title}`,
    );
    for (const other of texts) {
      if (one === other) continue;
      assert.ok(
        one.right <= other.left + 0.5 ||
          other.right <= one.left + 0.5 ||
          one.bottom <= other.top + 0.5 ||
          other.bottom <= one.top + 0.5,
        `${one.words} runs into ${other.words} in ${drawing.title}`,
      );
    }
  }
  const markers = drawing.figures
    .filter((figure) => figure.moment !== undefined)
    .map((figure) => JSON.stringify(figure.parts[0]));
  assert.equal(new Set(markers).size, markers.length, 'two moments stand on one spot');
  const ids = drawing.figures.map((figure) => figure.id);
  assert.equal(
    new Set(ids).size,
    ids.length,
    `an id twice: ${ids.filter((id, index) => ids.indexOf(id) !== index).join(', ')}`,
  );
  for (const figure of drawing.figures)
    assert.ok(figure.name.trim().length > 2 && !/undefined|NaN|\[object/.test(figure.name), figure.id);
  for (const figure of drawing.figures)
    for (const part of figure.parts)
      for (const value of Object.values(part))
        assert.ok(typeof value === 'string' || Number.isFinite(value), figure.id);
}

const folders = ['mld', 'dhcp-server', 'dhcpv6-relay-clean', 'ds-lite', 'nd'];

for (const folder of folders) {
  test(`${folder}: the drawings are tidy and the same each time`, async () => {
    const pair = await pairIn(`examples/${folder}`);
    const made = drawings(pair);
    made.forEach(isTidy);
    const again = drawings(await pairIn(`examples/${folder}`));
    assert.equal(svg(made, folder), svg(again, folder));
    assert.ok(made.length >= 4);
  });
}

for (const folder of [...folders, 'dhcpv6-relay', 'mld-mistakes']) {
  test(`${folder}: every event of its matrix is drawn tidily`, async () => {
    const pair = await pairIn(`examples/${folder}`);
    const all = matrix(pair);
    isTidy(outcomeTable(all));
    wellFormed(rehearsalSvg(pair, all));
    assert.ok(all.rows.length > 8);
    for (const { event, device, part } of all.rows) {
      const where = device === null ? '' : `:${device}${part === undefined ? '' : `/${part}`}`;
      const cut = event.lastIndexOf('-');
      const events = [`${event.slice(0, cut)}-down${where}@0`, `${event.slice(0, cut)}-up${where}@40`].map((words) =>
        parseEvent(words, pair),
      );
      assert.ok(
        events.every((one): one is FailureEvent => typeof one !== 'string'),
        JSON.stringify(events),
      );
      const rehearsal = rehearse(pair, events);
      const drawn = picture(pair, rehearsal);
      drawn.frames.forEach((_, frame) => isTidy(atFrame(drawn, frame)));
      isTidy(timeline(rehearsal));
      assert.deepEqual(
        drawn.frames.flatMap((frame) => frame.moments),
        rehearsal.moments.map((_, index) => index),
        'every moment is in one frame, in order',
      );
    }
  });
}

test('the picture names devices, links, channel, groups with roles and virtual IPs, services, and moves with the moment', async () => {
  const pair = await pairIn('examples/mld');
  const [before, death, taken] = drawings(pair) as [Drawing, Drawing, Drawing];
  const names = (drawing: Drawing) => drawing.figures.map((figure) => figure.name).join('\n');
  for (const words of [
    'BRAS-North is up',
    'Uplink BRAS-North GigabitEthernet0/2/9: up, users go this way',
    'Access link BRAS-South GigabitEthernet0/2/5: up',
    'RBS channel core-pair, port 7011',
    'BRAS-North GigabitEthernet0/2/4, VRRP6 group 1: master, priority 150',
    'virtual address FE80::A10, 2001:DB8:A10::FF, serves MLD, BRAS-North is master',
    'MLD users: served by BRAS-North',
  ]) {
    assert.ok(names(before).includes(words), `${words}\n${names(before)}`);
  }
  for (const words of [
    'BRAS-North is down',
    'MLD users: wait for a master',
    'nobody is master',
    'RBS channel core-pair, port 7011: down',
  ])
    assert.ok(names(death).includes(words), words);
  for (const words of [
    'BRAS-South is master',
    'MLD users: served by BRAS-South',
    'Access link BRAS-South GigabitEthernet0/2/5: up, users go this way',
  ])
    assert.ok(names(taken).includes(words), words);
});

test('every place leads to the line it stands for', async () => {
  const pair = await pairIn('examples/mld');
  for (const drawing of drawings(pair)) {
    for (const { at, name } of drawing.figures)
      if (at) assert.ok([pair.a.file, pair.b.file].includes(at.anchor.file), name);
  }
  const [before] = drawings(pair);
  for (const id of ['device a', 'device b', 'path 0', 'router 0', 'group 0 a', 'group 0 b', 'users 0 mld'])
    assert.ok(before!.figures.find((figure) => figure.id === id)?.at, id);
});

test('many groups, links and channels stay tidy, and what is not drawn is said', async () => {
  const extra = (text: string, side: number): string =>
    text.replace(
      /\nreturn/,
      `\n${Array.from(
        { length: 40 },
        (_, index) => `interface GigabitEthernet0/3/0.${index + 1}
 ipv6 enable
 ipv6 address 2001:DB8:B${index}::${side + 1}/64
 vrrp6 vrid ${index + 2} virtual-ip FE80::${index + 2} link-local
 vrrp6 vrid ${index + 2} virtual-ip 2001:DB8:B${index}::FF
 vrrp6 vrid ${index + 2} priority ${side === 0 ? 150 : 110}
#
remote-backup-profile p${index}
 service-type nd
 backup-id ${index + 100} remote-backup-service core-pair
 peer-backup hot
 vrrp6-id ${index + 2} interface GigabitEthernet0/3/0.${index + 1}
#
interface GigabitEthernet0/4/${index}
 ipv6 enable
 ipv6 address 2001:DB8:C${index}${side}::1/64
#`,
      ).join('\n')}\nreturn`,
    );
  const made = drawings(await pairIn('examples/mld', extra));
  made.forEach(isTidy);
  assert.match(
    made.map((drawing) => drawing.figures.map((figure) => figure.name).join('\n')).join('\n'),
    /\d+ more virtual routers/,
  );
});

const anyName = fc.string({
  unit: fc.constantFrom('a', 'W', '-', '.', '0', '<', '&', '"', "'", 'é', '路', ']]>', '/script', '\u0007'),
  minLength: 1,
  maxLength: 40,
});

test('any names of devices and interfaces are drawn tidily and escaped', async () => {
  const base = await pairIn('examples/mld');
  fc.assert(
    fc.property(anyName, anyName, fc.string({ unit: 'binary', maxLength: 20 }), (one, two, description) => {
      const pair: Pair = { ...base, a: { ...base.a, name: one }, b: { ...base.b, name: `${two}2` } };
      const made = drawings(pair);
      made.forEach(isTidy);
      const file = svg(made, description);
      wellFormed(file);
      assert.ok(!/<script|<\/script|[\0-\x08\x0B\x0C\x0E-\x1F]/.test(file));
    }),
    { numRuns: 40 },
  );
});

/** Tags nest, attributes are quoted, no bare `<` or `&` is left. */
function wellFormed(file: string): void {
  const open: string[] = [];
  const rest = file.replace(
    /<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<]*")*)(\/?)>/g,
    (_, closes: string, tag: string, _attributes, empty: string) => {
      if (closes) assert.equal(open.pop(), tag);
      else if (!empty) open.push(tag);
      return '';
    },
  );
  assert.deepEqual(open, []);
  assert.ok(!rest.includes('<'), rest);
  assert.ok(!/&(?!amp;|lt;|gt;|quot;|apos;)/.test(file));
}

test('a rehearsal is one file: the pair and its timeline, or the pair at rest and the matrix', async () => {
  const pair = await pairIn('examples/mld');
  const rehearsal = deathAndReturn(pair);
  const file = rehearsalSvg(pair, rehearsal);
  wellFormed(file);
  assert.match(file, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 640 \d+"/);
  for (const words of [
    'Timeline of BRAS-North and BRAS-South',
    '>BRAS-North comes back<',
    'BRAS-South takes over after 5.14-7.14 s.',
  ])
    assert.ok(file.includes(words), words);
  const matrix = rehearsalSvg(pair, { ...rehearsal, events: [], moments: rehearsal.moments.slice(0, 3) });
  wellFormed(matrix);
  assert.ok(!matrix.includes('Timeline') && matrix.includes('>BRAS-North dies<'));
});

test('what breaks is said in words', () => {
  const said = (event: string, device: string | null, part?: string) => eventTitle({ event, device, part });
  assert.deepEqual(
    [
      said('device-down', 'A'),
      said('device-stop', 'A'),
      said('access-down', 'A', 'GigabitEthernet0/1/2'),
      said('uplink-up', 'A', 'Eth-Trunk1'),
      said('board-down', 'A', '1'),
    ],
    [
      'A dies',
      'A stops in good order',
      'Access link GE0/1/2 of A fails',
      'Uplink Eth-Trunk1 of A is back',
      'Board of service-location 1 of A fails',
    ],
  );
});

test('words are cut to their room, and times are as exact as they are given', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 12, max: 300 }), (words, room) => {
      assert.ok(textWidth(fitted(words, room, 11), 11) <= Math.max(room, textWidth('…', 11)));
      const part = text(0, 0, words, { room });
      assert.ok(part.kind === 'text' && words.startsWith(part.text.replace(/…$/, '').trimEnd()));
    }),
  );
  fc.assert(
    fc.property(fc.lorem({ maxCount: 30 }), fc.string({ unit: 'grapheme' }), (words, odd) => {
      for (const one of [words, odd]) {
        const lines = wrapped(one, 200, 11);
        assert.ok(lines.every((each) => textWidth(each, 11) <= 200 || [...each].length <= 2));
        assert.equal(lines.join('').replace(/\s/g, ''), one.replace(/\s/g, ''));
      }
    }),
  );
  assert.equal(spanText([2.53125, 3.53125]), '2.53-3.53 s');
  assert.equal(spanText([0, 0]), '0 s');
  assert.equal(spanText([600, 602.25]), '0:10:00-0:10:02.25');
  assert.equal(spanText([119, 121]), '0:01:59-0:02:01');
  assert.equal(spanText([600, 600]), '10 min');
  assert.equal(secondsText(119.5), '119.5 s');
  assert.equal(secondsText(1800), '30 min');
  assert.equal(secondsText(3610), '1 h 10 s');
});

test('a virtual router is told by its number, whether or not there is room for its services', async () => {
  for (const folder of ['examples/mld', 'examples/dhcp-server', 'examples/ds-lite', 'examples/bras']) {
    const pair = await pairIn(folder);
    const rehearsal = deathAndReturn(pair);
    const all = picture(pair, rehearsal);
    for (const [index, group] of rehearsal.groups.entries()) {
      const router = all.figures.find(({ id }) => id === `router ${index}`)!;
      const words = router.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
      assert.match(words[0]!, new RegExp(`^VRRP6? group ${group.vrid}( |$)`), folder);
    }
  }
});
