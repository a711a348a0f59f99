// Which files may have a say in each other's pairs: a circle of files shares nothing that pairing or a question looks at with any
// file outside of it, so that it can be paired and judged as if there were no others.
import { connected } from '../../text/connected-components';
import { push } from '../../text/collections';
import type { Summary } from './tasks';

/** The circles of the files that were read as devices, in the order of their first files. */
export function circles(summaries: readonly Summary[]): string[][] {
  const devices = summaries.flatMap(({ row, keys, addresses, asks }) =>
    row?.vrp ? [{ file: row.path, keys, addresses, asks }] : [],
  );
  const sharing = new Map<string, string[]>();
  const asked = new Set(devices.flatMap((device) => device.asks));
  for (const { file, keys, addresses, asks } of devices) {
    for (const key of keys) push(sharing, key, file);
    for (const address of asks) push(sharing, `asks ${address}`, file);
    if (asked.size > 0) for (const address of addresses) if (asked.has(address)) push(sharing, `asks ${address}`, file);
  }
  return connected(
    devices.map((device) => device.file),
    sharing.values(),
  );
}
