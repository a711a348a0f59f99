// The addresses of an address pool: its network, its gateway, and the sections that are leased (docs/decisions/pools.md).
import { memoizeByObject } from '../../text/memoize';
import { orderKey, prefix, type Address, type Prefix } from '../address';
import type { Device, Pool } from '../device';
import { nameKey } from '../names';
import { listRanges, type Range } from '../incremental/range-view';
import { canonicalText } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import type { Fact } from '../place';
import { addressOf, number, text } from '../read/line-values';
import { subnetText } from '../vrrp/addresses';

/** `section N FROM TO`; where no end is written, the one address. */
export interface Section extends Range {
  readonly line: MatchedLine;
  readonly id: number;
  readonly first: Fact<Address>;
  readonly last: Fact<Address>;
}

/** A network that a pool leases from. */
export interface PoolNetwork {
  readonly prefix: Prefix;
  readonly line: MatchedLine;
}

/** The sections of a pool, in file order; a section that is written twice holds what was written last. */
export const sectionsOf = memoizeByObject((pool: Pool): readonly Section[] => {
  const byId = new Map<number, Section>();
  const space = `vpn ${vpnOfPool(pool)}`;
  for (const line of linesOf(pool, 'ipPool.section')) {
    const [id, first] = [number(line, 'section-id'), addressOf(line, 'start-address')];
    if (!id || !first) continue;
    const last = addressOf(line, 'end-address') ?? first;
    byId.set(id.value, {
      line,
      id: id.value,
      first,
      last,
      space,
      from: orderKey(first.value),
      to: orderKey(last.value),
    });
  }
  return [...byId.values()];
});

/** A prefix that an IPv6 pool gives to its users, and the length of what each of them gets where that is said. */
export interface PoolPrefix {
  readonly line: MatchedLine;
  readonly prefix: Prefix;
  /** `2001:db8:40::/48`, with `, a /56 each` where users get a part of it. */
  readonly text: string;
}

/** The prefixes of the prefix pools that an IPv6 pool names. */
export function prefixesOfPool(pool: Pool, views: Device['views']): readonly PoolPrefix[] {
  const names = linesOf(pool, 'ipv6Pool.bindPrefix').flatMap((line) => {
    const name = text(line, 'prefix-name');
    return name ? [nameKey(name.value)] : [];
  });
  return (views.get('ipv6-prefix-pool') ?? [])
    .filter(({ heads }) => {
      const name = heads[0] && text(heads[0], 'prefix-name');
      return name !== undefined && names.includes(nameKey(name.value));
    })
    .flatMap(({ lines }) => inForce([...lines]).flatMap((line) => prefixIn(line) ?? []));
}

function prefixIn(line: MatchedLine): PoolPrefix | undefined {
  const [word, first = '', ...rest] = canonicalText(line).split(' ');
  if (word !== 'prefix') return undefined;
  const parsed = first.includes('/') ? prefix(first) : prefix(first, rest[0]);
  if (!parsed) return undefined;
  const each = rest[rest.indexOf('delegating-prefix-length') + 1];
  const isPart = rest.includes('delegating-prefix-length');
  return { line, prefix: parsed, text: `${subnetText(parsed)}${isPart ? `, a /${each} each` : ''}` };
}

/** True for a section that ends before it begins. */
export function isReversed({ from, to }: Section): boolean {
  return from > to;
}

/**
 * The sections of all pools of a device that it leases from. A `rui-slave` pool holds what the master of its users leases, so that
 * it may share sections with others.
 */
export const leasedSections = listRanges<Pool, Section>((pool) => leasedOf(pool));

const leasedOf = memoizeByObject((pool: Pool): readonly Section[] =>
  isRuiSlave(pool) ? [] : sectionsOf(pool).filter((section) => !isReversed(section)),
);

/** True for a pool that only backs up what another device leases (`ip pool NAME bas local rui-slave`). */
export function isRuiSlave(pool: Pool): boolean {
  return pool.block.heads.some((head) => canonicalText(head).endsWith(' rui-slave'));
}

/** What a pool or a tagged route is announced at where no metric is written: one that stands by costs more. */
export function defaultShareCost(standsBy: boolean): number {
  return standsBy ? 20 : 10;
}

/** The networks that the pool says it is of: with its gateway, or by name. */
export const networksOfPool = memoizeByObject((pool: Pool): readonly PoolNetwork[] =>
  [...linesOf(pool, 'ipPool.network'), ...linesOf(pool, 'ipPool.gateway')].flatMap((line) => {
    const own = text(line, 'ip-address');
    const mask = text(line, 'mask') ?? text(line, 'mask-length');
    const net = own && mask && prefix(own.value, mask.value);
    return net ? [{ prefix: net, line }] : [];
  }),
);

/** The gateways that clients of the pool get. */
export function gatewaysOf(pool: Pool): readonly Fact<Address>[] {
  return [...linesOf(pool, 'ipPool.gateway'), ...linesOf(pool, 'ipPool.gatewayList')].flatMap(
    (line) => addressOf(line, 'ip-address') ?? [],
  );
}

/** `excluded-ip-address FROM TO`; where no end is written, the one address. */
export interface Exclusion {
  readonly first: Fact<Address>;
  readonly last: Fact<Address>;
  readonly from: string;
  readonly to: string;
}

/** The addresses that lines of the pool keep from being leased, in file order. */
export function exclusionsOf(pool: Pool): readonly Exclusion[] {
  return linesOf(pool, 'ipPool.excluded').flatMap((line) => {
    const first = canonicalText(line).startsWith('excluded-ip-address ') ? addressOf(line, 'start-address') : undefined;
    const last = addressOf(line, 'end-address') ?? first;
    return first && last ? [{ first, last, from: orderKey(first.value), to: orderKey(last.value) }] : [];
  });
}

/** The addresses that the pool never leases because a line says so, the gateway among them. */
export function excludedRanges(pool: Pool): readonly { readonly from: string; readonly to: string }[] {
  const excluded = exclusionsOf(pool);
  const gateways = gatewaysOf(pool).map(({ value }) => ({ from: orderKey(value), to: orderKey(value) }));
  return [...excluded, ...gateways];
}

/** `section 1 of pool office` */
export function sectionName({ id }: Section, pool: Pool): string {
  return `section ${id} of pool ${pool.name}`;
}

/** `10.1.1.10-10.1.1.99` */
export function sectionText({ first, last }: Section): string {
  return first === last ? first.value.key : `${first.value.key}-${last.value.key}`;
}

/** In small letters; empty for none. */
export function vpnOfPool(pool: Pool): string {
  const texts = inForce(pool.block.lines).map(canonicalText);
  return texts.findLast((text) => text.startsWith('vpn-instance '))?.split(' ')[1] ?? '';
}

function linesOf(pool: Pool, command: string): MatchedLine[] {
  return inForce(pool.block.lines).filter((line) => line.match?.command === command && !line.match.undo);
}
