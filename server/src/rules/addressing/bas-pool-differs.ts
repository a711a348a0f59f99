// A pool that both devices serve the same users from: after a switchover the new master must know the addresses of the users that are
// online, and their gateway. What only backs up the pool (`rui-slave`) may leave its contents out (docs/decisions/pools.md).
import type { Device, Pool } from '../../model/device';
import { orderKey } from '../../model/address';
import { saidInOtherPortions } from '../../model/lines/adding-lines';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { nameKey } from '../../model/names';
import { text } from '../../model/read/line-values';
import type { Place } from '../../model/place';
import {
  gatewaysOf,
  isRuiSlave,
  networksOfPool,
  prefixesOfPool,
  sectionsOf,
  sectionText,
} from '../../model/services/pool-addresses';
import { sharedPools } from '../../model/services/shared-pools';
import { insertInBlock, replace } from '../../edits/config-edits';
import type { Difference } from '../../diagnostics/exchanged';
import { pairRule, type Fix } from '../../diagnostics/rule';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';
import { exampleChannel } from '../testing/example-channel';

interface Content {
  readonly device: Device;
  readonly pool: Pool;
  /** `gateway`, `section 0`. */
  readonly what: string;
  /** As it is compared and shown; undefined where the pool has none. */
  readonly value?: string;
  readonly line?: MatchedLine;
  /** The word of the line that says it, where the rest of the line says something else. */
  readonly at?: Place;
}

interface Facts {
  readonly a: Content;
  readonly b: Content;
}

export default pairRule<Facts>({
  id: 'bas-pool-differs',
  requirement: 'HB-X-POOL-SAME',
  title: 'A shared pool differs between the two devices',
  severity: 'error',
  why: 'After a switchover the new master does not know the addresses of users that are online, or answers for another gateway: they are cut off.',
  guide: ['vendor command reference: ip-pool (remote backup service view)'],
  *check(pair) {
    for (const channel of pair.channels) {
      for (const shared of sharedPools(pair, channel)) {
        for (const { a, b } of differing(pair, shared)) {
          const reported = (content: Content) => `${content.value ?? 'none'} on ${content.device.name}`;
          const message = `Pool ${shared.b.name}: ${b.what} is ${reported(b)}, ${reported(a)}: users are cut off after a switchover; use one value`;
          yield {
            at: placeOf(b),
            message,
            peer: { at: placeOf(a), message },
            differs: differenceOf(a, b),
            facts: { a, b },
          };
        }
      }
    }
  },
  fix({ a, b }) {
    return [...useOf(a, b), ...useOf(b, a)];
  },
  examples: [
    {
      title: 'Another end of a section, another gateway, a section on one device',
      config:
        device('DeviceA', 1, {}) +
        device('DeviceB', 2, {
          content: `
         gateway 10.8.0.1 24
         ^^^^^^^^^^^^^^^^^^^ Pool home: gateway is 10.8.0.1/24 on DeviceB, 10.8.0.1/16 on DeviceA: users are cut off after a switchover; use one value
         section 0 10.8.0.2 10.8.0.99
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Pool home: section 0 is 10.8.0.2-10.8.0.99 on DeviceB, 10.8.0.2-10.8.9.255 on DeviceA
         section 1 10.8.0.100 10.8.0.120
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Pool home: section 1 is 10.8.0.100-10.8.0.120 on DeviceB, none on DeviceA`,
        }),
    },
    {
      title: 'Another prefix of an IPv6 pool',
      config:
        device6('DeviceA', 1, '2001:DB8:40::/48 delegating-prefix-length 56') +
        device6(
          'DeviceB',
          2,
          `2001:DB8:41::/48 delegating-prefix-length 56
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Pool home: prefix is 2001:DB8:41::/48, a /56 each on DeviceB, 2001:DB8:40::/48, a /56 each on DeviceA`,
        ),
    },
    {
      title: 'Another kind of pool',
      config:
        device6('DeviceA', 1, '2001:DB8:40::/48') +
        device6('DeviceB', 2, '2001:DB8:40::/48').replace(
          'bas delegation',
          `bas local
                           ^^^^^ Pool home: kind is bas local on DeviceB, bas delegation on DeviceA: users are cut off after a switchover; use one value`,
        ) +
        `
        fixed:${device6('DeviceB', 2, '2001:DB8:40::/48')}`,
    },
    {
      title: 'One prefix in two spellings, in prefix pools of two names',
      config:
        device6('DeviceA', 1, '2001:DB8:40::/48') +
        device6('DeviceB', 2, '2001:db8:40:0:: 48').replaceAll('home-prefix', 'prefix-b'),
    },
    {
      title: 'Numbered otherwise, a mask as its length, contents left out by rui-slave',
      config:
        device('DeviceA', 1, {}) +
        device('DeviceB', 2, {
          content: `
         gateway 10.8.0.1 16
         section 5 10.8.0.2 10.8.9.255`,
        }),
    },
    {
      title: 'One section in two',
      config:
        device('DeviceA', 1, {}) +
        device('DeviceB', 2, {
          content: `
         gateway 10.8.0.1 16
         section 0 10.8.0.2 10.8.4.0
         section 1 10.8.4.1 10.8.9.255`,
        }),
    },
    {
      title: 'Contents left out by rui-slave',
      config: device('DeviceA', 1, {}) + device('DeviceB', 2, { slave: ' rui-slave', content: '' }),
    },
  ],
});

interface Both {
  readonly a: Pool;
  readonly b: Pool;
}

function* differing(pair: { readonly a: Device; readonly b: Device }, { a, b }: Both): Iterable<Facts> {
  const ofA = contentsOf(pair.a, a);
  const ofB = contentsOf(pair.b, b);
  const values = (list: readonly Content[]) => new Set(list.map(({ what, value }) => `${kindOf(what)} ${value}`));
  const [valuesOfA, valuesOfB] = [values(ofA), values(ofB)];
  const isOn = (others: ReadonlySet<string>, { what, value }: Content) => others.has(`${kindOf(what)} ${value}`);
  if (ofA.every((content) => isOn(valuesOfB, content)) && ofB.every((content) => isOn(valuesOfA, content))) return;
  const said = saidInOtherPortions(linesOf(ofA), linesOf(ofB));
  const differs = (others: ReadonlySet<string>) => (content: Content) =>
    !isOn(others, content) && !(content.line && said.has(content.line));
  const [onlyA, onlyB] = [ofA.filter(differs(valuesOfB)), ofB.filter(differs(valuesOfA))];
  for (const what of new Set([...onlyA, ...onlyB].map((content) => content.what))) {
    const content = onlyA.find((each) => each.what === what) ?? { device: pair.a, pool: a, what };
    const peerContent = onlyB.find((each) => each.what === what) ?? { device: pair.b, pool: b, what };
    if (
      (content.value === undefined && leavesOut(content)) ||
      (peerContent.value === undefined && leavesOut(peerContent))
    )
      continue;
    yield { a: content, b: peerContent };
  }
}

function linesOf(contents: readonly Content[]): MatchedLine[] {
  return contents.flatMap(({ line }) => line ?? []);
}

/** A pool that only backs up may leave out its gateway and all its sections. */
function leavesOut({ device, pool, what }: Content): boolean {
  if (pool.family === 6) return prefixesOfPool(pool, device.views).length === 0 && leavesOutPrefixes(device, pool);
  if (!isRuiSlave(pool)) return false;
  return kindOf(what) === 'gateway' ? gatewaysOf(pool).length === 0 : sectionsOf(pool).length === 0;
}

/** What only backs up leases for the other device; a prefix pool that is not there is a finding of its own. */
function leavesOutPrefixes({ nameIndex }: Device, pool: Pool): boolean {
  const named = inForce(pool.block.lines).flatMap((line) => text(line, 'prefix-name') ?? []);
  const heads = named.flatMap(({ value }) => nameIndex.definitionsOf('ipv6-prefix-pool', nameKey(value)));
  if (named.length === 0) return isRuiSlave(pool);
  return heads.length === 0 || heads.some(({ line }) => canonicalText(line).endsWith(' rui-slave'));
}

function kindOf(what: string): string {
  return what.split(' ')[0]!;
}

function contentsOf(device: Device, pool: Pool): Content[] {
  const kind = kindContent(device, pool);
  if (pool.family === 6) {
    const prefixes = prefixesOfPool(pool, device.views);
    return [...kind, ...prefixes.map(({ line, text }) => ({ device, pool, what: 'prefix', value: text, line }))];
  }
  const gateways = networksOfPool(pool).map(({ prefix, line }) => ({
    device,
    pool,
    what: 'gateway',
    value: `${prefix.address.key}/${prefix.length}`,
    line,
  }));
  const sections = sectionsOf(pool)
    .toSorted((left, right) => (orderKey(left.first.value) < orderKey(right.first.value) ? -1 : 1))
    .map((section) => ({
      device,
      pool,
      what: `section ${section.id}`,
      value: sectionText(section),
      line: section.line,
    }));
  return [...kind, ...gateways, ...sections];
}

/** What stands behind `bas`: who leases from the pool, and what it gives. */
function kindContent(device: Device, pool: Pool): Content[] {
  const [line] = pool.block.heads;
  const spoken = line ? canonicalText(line).split(' ') : [];
  const index = spoken.indexOf('bas') + 1;
  const value = spoken[index];
  if (!line || index === 0 || value === undefined) return [];
  return [{ device, pool, what: 'kind', value: `bas ${value}`, line, at: wordsAt(line, index) }];
}

/** Contents that two sections, or two pools, may have exchanged: what stands behind the word that says which it is. */
function differenceOf(a: Content, b: Content): Difference | undefined {
  const end = ({ device, pool, what, value, line }: Content) => {
    const at = wordsAt(line!, what.split(' ').length, Number.MAX_SAFE_INTEGER);
    const text = line!.text.slice(at.start - line!.start, at.end - line!.start);
    return { device: device.name, of: `${what} of ${pool.name}`, text, key: value!, places: [at] };
  };
  if (!a.line || !b.line || a.at || b.at) return undefined;
  return { what: `${kindOf(a.what)}s`, consequence: 'users are cut off after a switchover', a: end(a), b: end(b) };
}

function placeOf({ at, line, pool }: Content): Place {
  return at ?? line ?? pool.at;
}

/** Makes the content of `to` that of `from`. */
function useOf(from: Content, to: Content): Fix[] {
  // A line more belongs into the prefix pool, not into the pool that names it.
  if (!from.line || (!to.line && from.what === 'prefix')) return [];
  if (to.at && from.value !== undefined)
    return [
      {
        title: `Use ${from.value} of ${from.device.name} on ${to.device.name}`,
        edits: [replace(to.at, from.value.slice('bas '.length))],
        safe: false,
      },
    ];
  const edit = to.line
    ? replace(to.line, from.line.text)
    : insertInBlock(to.device, to.pool.block, from.line.text, {
        after: (line) => /^(?:gateway|section) /.test(line.text),
      });
  return [{ title: `Use ${from.what} of ${from.device.name} on ${to.device.name}`, edits: [edit], safe: false }];
}

function device(name: string, own: 1 | 2, parts: { content?: string; slave?: string }): string {
  const content = `
         gateway 10.8.0.1 255.255.0.0
         section 0 10.8.0.2 10.8.9.255`;
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.5.0', 2000)}
         ip-pool home metric ${own}0
        #
        ip pool home bas local${parts.slave ?? ''}${parts.content ?? content}
        #`;
}

function device6(name: string, own: 1 | 2, prefix: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        remote-backup-service s1
         peer 10.5.0.${3 - own} source 10.5.0.${own} port 2000
         ipv6-pool home metric ${own}0
        #
        ipv6 prefix home-prefix delegation
         prefix ${prefix}
        #
        ipv6 pool home bas delegation
         prefix home-prefix
        #`;
}
