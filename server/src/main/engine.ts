// What V8 is told of the work that it does here. Its own choices are for a program whose heap it does not know.
import { setFlagsFromString } from 'node:v8';

/**
 * For a check, which lasts for seconds: what is hot is compiled for speed when it has run for longer. V8 11 (Node 20) spent a third of
 * the time on that; later ones have a compiler between, and know no such flag.
 */
export function compileLate(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=600000');
}
