// Text of a file made fit for a terminal, a page or a picture: what would steer them is shown, never sent.

const steering = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const steeringInLines =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

function spelled(text: string): string {
  return `\\x${text.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** For one line: control characters, line ends and what turns the direction of writing become `\x1b`; a tab stays. */
export function printable(text: string): string {
  return text.replace(steering, spelled);
}

/** For text of several lines. */
export function printableLines(text: string): string {
  return text.replace(steeringInLines, spelled);
}

/**
 * The same data with every text in it fit to be shown, but for those under `except`: what names a file or is written into one.
 * Nearly all data is fit already, and large: what needs no change is not copied.
 */
export function printableData<Data>(data: Data, except: ReadonlySet<string>): Data {
  if (typeof data === 'string') return printableLines(data) as Data;
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return printableList(data as readonly unknown[], except) as Data;
  const given = data as Readonly<Record<string, unknown>>;
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(given)) {
    const value = given[key];
    if (isPlain(value) || except.has(key)) continue;
    const shown = printableData(value, except);
    if (shown !== value) (copy ??= { ...given })[key] = shown;
  }
  return (copy ?? data) as Data;
}

function printableList(list: readonly unknown[], except: ReadonlySet<string>): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const value = list[index];
    if (isPlain(value)) continue;
    const shown = printableData(value, except);
    if (shown !== value) (copy ??= [...list])[index] = shown;
  }
  return copy ?? list;
}

/** There is no text in it. */
function isPlain(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || value === undefined || value === null;
}

/** A row of a file where it stands at the start of a line of output: a CI server obeys what begins with `::`, `##[` or `##vso[`. */
export function printableRow(text: string): string {
  return printable(text).replace(
    /^(\s*)([:#])(?=:|#(?:vso)?\[)/,
    (_, blanks: string, sign: string) => `${blanks}\\x${sign.charCodeAt(0).toString(16)}`,
  );
}

/** JSON that means the same and holds no character that steers. */
export function printableJson(value: unknown, indent = 2): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (text) => `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
