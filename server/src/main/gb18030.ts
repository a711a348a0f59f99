// Text to GB18030, from what the decoder says of every sequence of bytes: a text that it has read is written back as it was.

/** The bytes of a text; undefined where a character does not exist in the encoding. */
export function gb18030(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(4 * text.length);
  let filled = 0;
  for (const character of text) {
    const sequence = sequenceOf(character);
    if (!sequence) return undefined;
    bytes.set(sequence, filled);
    filled += sequence.length;
  }
  return bytes.slice(0, filled);
}

function sequenceOf(character: string): readonly number[] | undefined {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return [code];
  if (code > 0xffff) return fourBytes(189_000 + code - 0x10000);
  known ??= sequences();
  return known.get(character);
}

let known: ReadonlyMap<string, readonly number[]> | undefined;

/** Of the characters below U+10000 that are not ASCII. Where two sequences are read alike, it is the shorter one. */
function sequences(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });
  const found = new Map<string, readonly number[]>();
  const take = (sequence: readonly number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(sequence));
      if (character.length === 1 && !found.has(character)) found.set(character, sequence);
    } catch {
      // These bytes stand for no character.
    }
  };
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) take([first, second]);
  }
  for (let index = 0; index < 39_420; index++) take(fourBytes(index));
  return found;
}

/** Sequences of four bytes are counted through; those from 189,000 on are the characters from U+10000 on. */
function fourBytes(index: number): readonly number[] {
  return [
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}
