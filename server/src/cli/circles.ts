// Which files may have a say in each other's pairs: a circle of files shares nothing that pairing or a question looks at with any
// file outside of it, so that it can be paired and judged as if there were no others.
import type { Summary } from './parts';

/** The circles of the files that were read as devices, in the order of their first files. */
export function circles(summaries: readonly Summary[]): string[][] {
  const devices = summaries.flatMap(({ row, keys, addresses, asks }) => (row?.vrp ? [{ file: row.path, keys, addresses, asks }] : []));
  const sharing = new Map<string, string[]>();
  const share = (key: string, file: string) => {
    const files = sharing.get(key);
    if (files) files.push(file);
    else sharing.set(key, [file]);
  };
  const asked = new Set(devices.flatMap((device) => device.asks));
  for (const { file, keys, addresses, asks } of devices) {
    for (const key of keys) share(key, file);
    for (const address of asks) share(`asks ${address}`, file);
    if (asked.size > 0) for (const address of addresses) if (asked.has(address)) share(`asks ${address}`, file);
  }
  return connected(devices.map((device) => device.file), sharing.values());
}

/** The files in groups: those that a link names together stand together. Groups and their files are in the order of the files. */
export function connected(files: readonly string[], links: Iterable<readonly string[]>): string[][] {
  const top = new Map<string, string>();
  const topOf = (file: string): string => {
    let one = file;
    for (let above = top.get(one); above !== undefined && above !== one; above = top.get(one)) one = above;
    top.set(file, one);
    return one;
  };
  for (const [first, ...others] of links) for (const other of others) top.set(topOf(other), topOf(first!));
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const group = groups.get(topOf(file));
    if (group) group.push(file);
    else groups.set(topOf(file), [file]);
  }
  return [...groups.values()];
}
