// The two names a rehearsal speaks of. Two files may give one sysname (`HUAWEI`): then the file tells them apart.
import type { Pair, Side } from '../../model/pairing/pair';
import { remembered } from '../../text/memoize';

export const sides: readonly Side[] = ['a', 'b'];

export const deviceNames = remembered((pair: Pair): Readonly<Record<Side, string>> => {
  const alike = pair.a.name.toLowerCase() === pair.b.name.toLowerCase();
  const name = (side: Side) => (alike ? `${pair[side].name} (${pair[side].file})` : pair[side].name);
  return { a: name('a'), b: name('b') };
});
