// A text of any length where there is room for a word: its beginning, with a mark that there is more.

/** The text, cut with an ellipsis where it has more than `longest` characters. */
export function truncate(text: string, longest = 48): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
