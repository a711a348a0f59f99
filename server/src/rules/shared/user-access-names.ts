// When a file proves that a name of user access which it does not define is not there.
import type { NameKind } from '../../catalogue';
import type { Device } from '../../model/device';

const pools: readonly NameKind[] = ['ip-pool', 'ipv6-pool', 'ipv6-prefix-pool'];

/** Where the file defines others of the kind, or leaves nothing out; pools may still come from a server. */
export function provesAbsence({ nameIndex, isWholeFile }: Device, kind: NameKind): boolean {
  return nameIndex.definesAny(kind) || (isWholeFile && !pools.includes(kind));
}
