// Words that stand in a configuration for what nobody has said yet: `<own-address>`. No device takes them, so that they cannot be
// overlooked, and a rule reports each of them until it is filled. Only these words are placeholders.

/** What a generator writes where only a person knows the value; nobody can take it for one. */
export const placeholders = {
  ownAddress: '<own-address>',
  peerAddress: '<peer-address>',
  interface: '<interface>',
  key: '<key>',
  metric: '<metric>',
  bfdSession: '<bfd-session>',
  discriminator: '<discriminator>',
  networkEntity: '<network-entity>',
} as const;

/** One of these words. */
export type Placeholder = (typeof placeholders)[keyof typeof placeholders];

const meanings: Readonly<Record<Placeholder, string>> = {
  '<own-address>': 'an address of this device',
  '<peer-address>': 'an address of the other device',
  '<interface>': 'an interface of this device',
  '<key>': 'the key, typed in plain: what a device prints of it is good on that device only',
  '<metric>': "a metric other than the peer's",
  '<bfd-session>': 'a BFD session of this device',
  '<discriminator>': 'a discriminator that is free on this device',
  '<network-entity>': 'a network entity that no other router has',
};

const pattern = new RegExp(Object.values(placeholders).join('|'), 'g');

/** Every placeholder in a text, with its column. */
export function placeholdersIn(text: string): { readonly word: Placeholder; readonly start: number }[] {
  return text.includes('<')
    ? [...text.matchAll(pattern)].map((hit) => ({ word: hit[0] as Placeholder, start: hit.index }))
    : [];
}

/** The text with a placeholder for each of its keys, which stand at these columns, in order. */
export function withoutKeys(text: string, keys: readonly { readonly start: number; readonly end: number }[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of keys) {
    if (text.slice(start, end).includes(placeholders.key)) continue;
    parts.push(text.slice(at, start), placeholders.key);
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** What has to stand in its place. */
export function meaningOf(word: Placeholder): string {
  return meanings[word];
}
