// What was drawn stays drawn: an element made of the same data is the same element, and one that stays where it is is not touched,
// so that after an edit the browser lays out only what has changed. Only what was on the page the last time is kept.

/** Makes a list of elements; where the data at a place reads as it did the last time, the element made of it then is given. */
export function kept<Data, Made extends Element>(
  make: (data: Data, index: number) => Made,
): (list: readonly Data[]) => Made[] {
  let before: readonly { readonly print: string; readonly made: Made }[] = [];
  return (list) => {
    before = list.map((data, index) => {
      const print = JSON.stringify(data);
      const known = before[index];
      return known?.print === print ? known : { print, made: make(data, index) };
    });
    return before.map(({ made }) => made);
  };
}

/** Makes these the children, in this order, and leaves alone those that stand there already. */
export function arrange(parent: Element, children: readonly Element[]): void {
  const wanted = new Set<Node>(children);
  for (const childNode of [...parent.childNodes]) if (!wanted.has(childNode)) childNode.remove();
  let next = parent.firstChild;
  for (const element of children) {
    if (element === next) next = element.nextSibling;
    else parent.insertBefore(element, next);
  }
}
