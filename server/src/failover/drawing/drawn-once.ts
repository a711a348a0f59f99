// Most of a picture stands still while time goes on: a figure is drawn once for what it shows, however many frames show it.
import type { Figure } from './drawing';

/** The figures of one picture that are drawn already. */
export class DrawnOnce {
  private readonly byId = new Map<string, { readonly shows: readonly unknown[]; readonly figure: Figure }[]>();

  /** `shows`: all that the looks, the words and the reasons of the figure depend on, as values that are told apart by `===`. */
  figure(id: string, shows: readonly unknown[], draw: () => Figure): Figure {
    const drawn = this.byId.get(id) ?? [];
    const known = drawn.find((each) => each.shows.every((value, index) => value === shows[index]));
    if (known) return known.figure;
    const figure = draw();
    this.byId.set(id, drawn);
    drawn.push({ shows, figure });
    return figure;
  }
}
