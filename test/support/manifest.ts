// package.json as VS Code reads it: `%key%` is the text of that key in package.nls.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));

/** The texts by key. */
export const manifestTexts = read('package.nls.json') as Readonly<Record<string, string>>;

/** With a key that has no text left as it stands, as VS Code leaves it. */
export function readManifest<Manifest>(): Manifest {
  return withTexts(read('package.json')) as Manifest;
}

/** The keys that package.json names, each as often as it does. */
export function namedKeys(): string[] {
  const keys: string[] = [];
  withTexts(read('package.json'), (key) => keys.push(key));
  return keys;
}

function withTexts(value: unknown, named: (key: string) => void = () => undefined): unknown {
  if (typeof value === 'string') {
    const key = /^%([^%]+)%$/.exec(value)?.[1];
    if (key === undefined) return value;
    named(key);
    return manifestTexts[key] ?? value;
  }
  if (Array.isArray(value)) return value.map((each) => withTexts(each, named));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withTexts(inner, named)]));
}
