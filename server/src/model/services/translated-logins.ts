// Users who log in and are translated by an instance of service boards: their interface names a domain, and the domain binds them to
// the instance (`user-group GROUP bind nat instance NAME`).
import type { Device, Rbp, ServiceInstance } from '../device';
import { nameKey } from '../names';
import { text } from '../read/line-values';

/** The profiles that back up users of the instance, in the order of the device. */
export function profilesTranslatedBy(device: Device, { kind, key }: ServiceInstance): readonly Rbp[] {
  const found = new Set<Rbp>();
  for (const domain of domainsOf(device, `${kind}-instance`, key))
    for (const { within, defines, undone } of device.nameIndex.occurrences('domain', domain)) {
      const port = within === undefined || defines || undone ? undefined : device.interfaces.get(within);
      for (const { value } of port?.profiles ?? []) {
        const profile = device.profiles.get(nameKey(value));
        if (profile) found.add(profile);
      }
    }
  return [...found];
}

/** The domains whose users go to the instance. */
function domainsOf(
  { nameIndex }: Device,
  kind: 'nat-instance' | 'nat64-instance' | 'ds-lite-instance',
  key: string,
): readonly string[] {
  return nameIndex.occurrences(kind, key).flatMap(({ line, head, undone }) => {
    const domain = undone || line.view !== 'domain' || !head ? undefined : text(head, 'domain-name');
    return domain ? [nameKey(domain.value)] : [];
  });
}
