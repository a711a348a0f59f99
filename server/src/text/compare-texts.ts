/** The order of two texts by their code units: the same on every machine, whatever its language. */
export function compareTexts(text: string, other: string): number {
  if (text === other) return 0;
  return text < other ? -1 : 1;
}
