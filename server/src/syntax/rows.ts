// Where rows begin. The protocol knows three line ends: CR LF, LF and a lone CR.

/** The offset of each row's first character; there is always one row. */
export function lineStarts(text: string, from = 0, to = text.length): number[] {
  const starts = from === 0 ? [0] : [];
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  return starts;
}

/** The line end new lines get: that of the first row which has a usual one; a lone CR only where all rows end so. */
export function lineEnd(text: string): '\r\n' | '\n' | '\r' {
  const first = text.indexOf('\n');
  if (first < 0) return text.includes('\r') ? '\r' : '\n';
  return first > 0 && text.charCodeAt(first - 1) === 13 ? '\r\n' : '\n';
}
