// Keys in the table: it is one stop of Tab, and arrow keys go from there to what can be pressed in the other rows and columns.

/** Of what can be pressed in the table, Tab reaches what had the focus last; at first the first of all. */
export function movedByArrows(table: HTMLElement): void {
  const rows = [...table.querySelectorAll('tr')]
    .map((row) => [...row.querySelectorAll<HTMLElement>('button, summary')])
    .filter((row) => row.length > 0);
  const reach = (only: HTMLElement | undefined): void => {
    for (const each of rows.flat()) each.tabIndex = each === only ? 0 : -1;
  };
  reach(rows[0]?.[0]);
  table.addEventListener('focusin', ({ target }) => reach(target as HTMLElement));
  table.addEventListener('keydown', (event) => {
    const row = rows.findIndex((each) => each.includes(event.target as HTMLElement));
    const next = row < 0 ? undefined : target(rows, row, rows[row]!.indexOf(event.target as HTMLElement), event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/** Where a key leads; undefined for a key that leads nowhere. */
function target(
  rows: readonly (readonly HTMLElement[])[],
  row: number,
  column: number,
  key: string,
): HTMLElement | undefined {
  const places: Record<string, readonly [number, number]> = {
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    ArrowRight: [row, column + 1],
    ArrowLeft: [row, column - 1],
    Home: [0, 0],
    End: [rows.length - 1, 0],
  };
  const place = places[key];
  const found = place && rows[Math.max(0, Math.min(rows.length - 1, place[0]))]!;
  return found?.[Math.max(0, Math.min(found.length - 1, place![1]))];
}
