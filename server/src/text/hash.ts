// A short name for a text: texts that differ have different ones for all practical purposes.

/** FNV-1a twice, with different seeds: 64 bits in 16 hexadecimal digits. Enough to tell texts apart; nothing secret depends on it. */
export function hash(text: string): string {
  return [0x811c9dc5, 0x050c5d1f]
    .map((seed) => {
      let value = seed;
      for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
      return (value >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
