// Which files may have a say in each other's pairs: a component shares nothing that pairing or a question looks at with any file
// outside of it, so that it can be paired and judged as if there were no others.
import { connectedComponents } from '../../text/connected-components';
import { push } from '../../text/collections';
import type { FileSummary } from './tasks';

/** The components of the files that were read as devices, in the order of their first files. */
export function fileComponents(summaries: readonly FileSummary[]): string[][] {
  const devices = summaries.flatMap(({ row, keys, addresses, asks }) =>
    row?.vrp ? [{ file: row.path, keys, addresses, asks }] : [],
  );
  const asked = new Set(devices.flatMap((device) => device.asks));
  const sharing = new Map<string, string[]>();
  for (const { file, keys, addresses, asks } of devices) {
    for (const key of keys) push(sharing, key, file);
    for (const address of asks) push(sharing, `asks ${address}`, file);
    if (asked.size === 0) continue;
    for (const address of addresses) {
      if (asked.has(address)) push(sharing, `asks ${address}`, file);
    }
  }
  return connectedComponents(
    devices.map((device) => device.file),
    sharing.values(),
  );
}
