// What a value of a line says, whatever way it was typed: an `undo` often spells it otherwise than the line that gave it.
import type { ValueType } from '../../catalogue';
import { address, prefix, prefixLength } from '../address';
import { interfaceKey } from '../names';

/** One key for every spelling of a value of this kind: `gigabitethernet 0/1/3` and `GigabitEthernet0/1/3`, a mask and its length. */
export function valueKey(text: string, kind: ValueType['kind'] | undefined): string {
  switch (kind) {
    case 'interface':
      return interfaceKey(text);
    case 'ipv4-mask':
      return String(prefixLength(text, 4) ?? text);
    case 'ipv6':
      return address(text)?.key ?? text.toLowerCase();
    case 'ipv6-prefix': {
      const net = prefix(text);
      return net ? `${net.address.key}/${net.length}` : text.toLowerCase();
    }
    default:
      return text.toLowerCase();
  }
}
