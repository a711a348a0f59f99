// Users who log in and are translated by an instance of service boards: their interface names a domain, and the domain binds them to
// the instance (`user-group GROUP bind nat instance NAME`), or puts them into a group that a traffic policy hands to it.
import type { Device, Rbp, ServiceInstance } from '../device';
import { nameKey } from '../names';
import { text } from '../read/line-values';
import { classifierAcls, headsOf, rulesOf } from './user-acls';

/** The profiles that back up users of the instance, in the order of the device. */
export function profilesTranslatedBy(device: Device, instance: ServiceInstance): readonly Rbp[] {
  const found = new Set<Rbp>();
  for (const domain of domainsTranslatedBy(device, instance))
    for (const { within, defines, undone } of device.nameIndex.occurrences('domain', domain)) {
      const port = within === undefined || defines || undone ? undefined : device.interfaces.get(within);
      for (const { value } of port?.profiles ?? []) {
        const profile = device.profiles.get(nameKey(value));
        if (profile) found.add(profile);
      }
    }
  return [...found];
}

/** The domains whose users go to the instance: those that bind them to it, and those whose group a policy hands to it. */
export function domainsTranslatedBy(device: Device, instance: ServiceInstance): readonly string[] {
  const { nameIndex } = device;
  const binding = nameIndex.occurrences(`${instance.kind}-instance`, instance.key);
  const grouped = userGroupsOf(device, instance).flatMap((group) => nameIndex.occurrences('user-group', group));
  return [...binding, ...grouped].flatMap(({ line, head, undone }) => {
    const domain = undone || line.view !== 'domain' || !head ? undefined : text(head, 'domain-name');
    return domain ? [nameKey(domain.value)] : [];
  });
}

/** The groups of users whose packets a classifier of the instance picks. */
function userGroupsOf(device: Device, instance: ServiceInstance): readonly string[] {
  const rules = [...classifierAcls(device, instance)].flatMap(({ value }) => rulesOf(headsOf(device, value)) ?? []);
  return rules.flatMap(({ permits, condition }) => {
    const group = permits ? /\bsource user-group (\S+)/.exec(condition)?.[1] : undefined;
    return group === undefined ? [] : [nameKey(group)];
  });
}
