// What V8 is told of the work that it does here. Its own choices are for a program whose heap it does not know.
import { setFlagsFromString } from 'node:v8';

/**
 * For a server that has read what there is, and that an editor keeps for days: garbage is collected once it is a fifth of what lives,
 * and not once it is three times as much. Most of that runs beside the server. While files are read it would be done far too often.
 */
export function holdLittle(): void {
  setFlagsFromString('--heap-growing-percent=20');
}

/**
 * For a check, which lasts for seconds: what is hot is compiled for speed when it has run for longer. V8 11 (Node 20) spent a third of
 * the time on that; later ones have a compiler between, and know no such flag.
 */
export function compileLate(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=600000');
}
