// Names compared as the device compares them: interface names without case and blanks and with the usual abbreviations
// written out, RBS, RBP and SSL policy names without case (docs/decisions/names-are-local.md).

// Longest first; what follows is the number. Types as a saved file spells them.
const interfaceTypes: readonly (readonly [abbreviation: RegExp, type: string])[] = [
  [/^(?:gigabitethernet|gigabite\w*|gig\w*|gi|ge|g)$/, 'gigabitethernet'],
  [/^(?:eth-trunk|eth-t\w*)$/, 'eth-trunk'],
  [/^(?:ethernet|eth|e)$/, 'ethernet'],
  [/^(?:loopback|loop\w*|lo)$/, 'loopback'],
  [/^(?:vlanif|vlani|vl\w*)$/, 'vlanif'],
  [/^(?:serial|ser\w*|s)$/, 'serial'],
  [/^(?:tunnel|tun\w*)$/, 'tunnel'],
  [/^(?:virtual-ethernet|ve)$/, 'virtual-ethernet'],
];

/** One key for every spelling: `GigabitEthernet 0/1/2.100`, `gi0/1/2.100` -> `gigabitethernet0/1/2.100`. */
export function interfaceKey(name: string): string {
  const plain = name.replace(/\s+/g, '').toLowerCase();
  // As a saved file spells nearly all of them.
  if (isWrittenOut(plain)) return plain;
  const split = /^(\d*[a-z][a-z-]*)(\d.*)$/.exec(plain);
  if (!split) return plain;
  const [, type = '', number = ''] = split;
  const known = interfaceTypes.find(([pattern]) => pattern.test(type));
  return (known ? known[1] : type) + number;
}

function isWrittenOut(name: string): boolean {
  return interfaceTypes.some(([, type]) => {
    const behind = name.charCodeAt(type.length);
    return behind >= 0x30 && behind <= 0x39 && name.startsWith(type);
  });
}

/** The main interface of a sub-interface, itself otherwise. Takes and gives keys. */
export function mainInterfaceKey(key: string): string {
  const dot = key.indexOf('.');
  return dot < 0 ? key : key.slice(0, dot);
}

/** One key for a VRRP group of a device. */
export function groupKey(family: 4 | 6, vrid: number, interfaceKey: string): string {
  return `${family} ${vrid} ${interfaceKey}`;
}

/** The key of an RBS, RBP, SSL policy or pool name. */
export function nameKey(name: string): string {
  return withoutQuotes(name).toLowerCase();
}

/** A name that may stand in quotes, in its own letters. */
export function withoutQuotes(name: string): string {
  return name.charCodeAt(0) === 34 ? name.replace(/^"(.*)"$/, '$1') : name;
}
