// Values that may be written in several ways and mean one thing.

/** Days, hours and minutes as three numbers, whether their names are written or not; other words as they are. */
export function durationOf(spoken: readonly string[]): string {
  const numbers = spoken.filter((word) => /^\d+$/.test(word));
  return numbers.length === 0 ? spoken.join(' ') : [...numbers, '0', '0', '0'].slice(0, 3).map(Number).join(' ');
}

/** Servers that are asked one after the other: all of them, in any order. */
export function inAnyOrder(spoken: readonly string[]): string {
  return [...spoken].sort().join(' ');
}

/**
 * VPN targets, each with its direction: several may stand on a line, and one without a direction, or with `both`, is for both. `spoken`
 * are the words behind `vpn-target`.
 */
export function targetsOf(spoken: readonly string[]): string[] {
  const targets = spoken.filter((word) => /\d:\d/.test(word));
  const direction = spoken.find((word) => /^(?:im|ex)port-extcommunity$/.test(word));
  const family = spoken.includes('evpn') ? ' evpn' : '';
  const ways = direction === undefined ? ['export-extcommunity', 'import-extcommunity'] : [direction];
  return targets.flatMap((target) => ways.map((way) => `${target} ${way}${family}`));
}
