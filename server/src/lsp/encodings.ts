// How files that no editor holds are decoded, where a folder or the settings of the editor name an encoding.
import type { NamedEncoding } from '../workspace/settings';
import { below } from './file-ids';

/** The encodings that settings name: of each folder by its file id, undefined where that folder names none. */
export interface Encodings {
  readonly folders: readonly (readonly [folder: string, encoding: NamedEncoding | undefined])[];
  /** Of files that lie in no folder. */
  readonly otherwise?: NamedEncoding;
}

/** What a file is decoded as; undefined where it is the first that fits. */
export function encodingFor(id: string, { folders, otherwise }: Encodings): NamedEncoding | undefined {
  const nearest = innerFirst(folders).find(([folder]) => below(folder, id) !== undefined);
  return nearest === undefined ? otherwise : nearest[1];
}

/** Of folders within each other the inner one comes first. */
export function innerFirst<Entry extends readonly [folder: string, unknown]>(folders: readonly Entry[]): Entry[] {
  return [...folders].sort(([first], [other]) => other.length - first.length);
}
