// The objects that sections make: what several sections say of one name is one object, read from its block once.
import { sameLists } from '../../text/collections';
import type { Block, Device } from '../device';
import type { MatchedLine } from '../lines/matched-line';
import { readers, type Objects } from './read-objects';
import type { Piece } from './section-declarations';

/** A kind of object that sections declare. */
export type Kind = keyof Objects;

/** Of each kind the pieces of every object, by its name. */
export type Pieces = Record<Kind, Map<string, readonly Piece[]>>;

const objects = new WeakMap<MatchedLine, { readonly pieces: readonly Piece[]; readonly value: unknown }>();

/** The object of these pieces; kept while it is made of the same ones. */
export function objectOf<K extends Kind>(kind: K, pieces: readonly Piece[]): Objects[K] {
  const key = pieces[0]!.head;
  const kept = objects.get(key);
  if (kept && sameLists(kept.pieces, pieces)) return kept.value as Objects[K];
  const value = derive(kind, pieces);
  objects.set(key, { pieces, value });
  return value;
}

function derive<K extends Kind>(kind: K, pieces: readonly Piece[]): Objects[K] {
  const block: Block = {
    heads: pieces.filter((piece, index) => index === 0 || !piece.goesOn).map((piece) => piece.head),
    lines: pieces.length === 1 ? pieces[0]!.head.lines : pieces.flatMap((piece) => piece.head.lines),
  };
  const { name, key } = pieces[0]!;
  return readers[kind](block, name, key);
}

/** The objects of a kind, in the order in which their names come first. */
export function allOf<K extends Kind>(pieces: Pieces, kind: K): Objects[K][] {
  return [...pieces[kind].values()].map((list) => objectOf(kind, list));
}

/** Kinds that a device keeps in lists. */
export const listKinds: readonly Kind[] = ['pool4', 'pool6', 'ds-lite', 'nat', 'nat64', 'bfd'];

/** The lists of a device. */
export function listsOf(pieces: Pieces): Pick<Device, 'pools' | 'instances' | 'bfdSessions'> {
  return {
    pools: [...allOf(pieces, 'pool4'), ...allOf(pieces, 'pool6')],
    instances: [...allOf(pieces, 'ds-lite'), ...allOf(pieces, 'nat'), ...allOf(pieces, 'nat64')],
    bfdSessions: allOf(pieces, 'bfd'),
  };
}

/** The command's id; lines the catalogue does not know stand together by their first two words. */
export function systemKey(line: MatchedLine): string {
  return line.match?.command ?? line.text.split(/\s+/, 2).join(' ').toLowerCase();
}
