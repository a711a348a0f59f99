// Where the users of an instance come in: interfaces that apply a traffic policy inbound whose behavior binds the instance. Such an
// interface faces users, whatever else runs over it.
import type { Device, Interface, ServiceInstance } from '../device';
import { nameKey } from '../names';
import { has, text } from '../read/line-values';
import { isReference, type Occurrence } from '../references/section-names';

/** The definitions of the traffic policies that join a behavior of these lines with a class. */
export function policiesJoining({ nameIndex }: Device, behaviorLines: readonly Occurrence[]): readonly Occurrence[] {
  const behaviors = behaviorLines.flatMap(({ head }) => (head && text(head, 'behavior-name')?.value) ?? []);
  const policies = behaviors
    .flatMap((name) => nameIndex.occurrences('traffic-behavior', nameKey(name)))
    .filter(isReference)
    .flatMap(({ head }) => (head && text(head, 'policy-name')?.value) ?? [])
    .map(nameKey);
  return [...new Set(policies)].flatMap((key) => nameIndex.definitionsOf('traffic-policy', key)[0] ?? []);
}

/** Where a traffic policy is applied. */
export function applicationsOf({ nameIndex }: Device, policy: string): readonly Occurrence[] {
  return nameIndex.occurrences('traffic-policy', policy).filter(isReference);
}

/** Where the policies are applied whose behavior binds the instance. */
export function applicationsFor(device: Device, { kind, key }: ServiceInstance): readonly Occurrence[] {
  const behaviorLines = device.nameIndex
    .occurrences(`${kind}-instance`, key)
    .filter((use) => isReference(use) && use.line.view === 'traffic-behavior');
  return policiesJoining(device, behaviorLines).flatMap((policy) => applicationsOf(device, policy.key));
}

/** The interfaces at which the users of the instance come in. */
export function portsTranslatedBy(device: Device, instance: ServiceInstance): readonly Interface[] {
  return applicationsFor(device, instance).flatMap(({ line, within }) => {
    const port = within === undefined ? undefined : device.interfaces.get(within);
    return port && has(line, 'inbound') ? [port] : [];
  });
}
