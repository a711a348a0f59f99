// An instance reaches its boards through a service-instance-group. Asked only where the device backs boards up at all, and of NAT
// only where users are bound to the instance: it may also name its board itself.
import type { Device, ServiceInstance } from '../../model/device';
import { insertInBlock } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';
import type { Pair } from '../../model/pairing/pair';
import { instanceGroupsOf, interChassis } from '../../model/services/service-boards';
import { canonicalText } from '../../model/lines/canonical-text';
import { exampleBoard } from '../testing/example-board';
import { isUse } from '../shared/undefined-name';

export default deviceRule<{ device: Device; instance: ServiceInstance }>({
  id: 'ds-lite-instance-unbound',
  requirement: 'HB-DSL-BIND',
  title: 'A DS-Lite or NAT instance is bound to no service-instance-group',
  severity: 'error',
  why: 'The instance runs on no board of the hot-backup pair: its users lose their sessions at a switchover.',
  guide: ['004 step 5.3'],
  *check(device) {
    if (interChassis(device).length === 0) return;
    for (const instance of device.instances) {
      if (instance.block.lines.some((line) => /^(?:service-instance-group|add) /.test(canonicalText(line)))) continue;
      if (instance.kind !== 'ds-lite' && !hasUsers(device, instance)) continue;
      const start = `${device.name}: ${instance.kind} instance ${instance.name} has no service-instance-group`;
      yield {
        at: instance.at,
        severity: instance.kind === 'ds-lite' ? 'error' : 'warning',
        message: `${start}: no board that is backed up serves the users; bind one`,
        facts: { device, instance },
      };
    }
  },
  fix({ device, instance }, pairs) {
    const groups = [...device.instanceGroups.values()];
    const there = locationsOnPeer(device, instance, pairs);
    // The one on the locations of the other device goes first.
    const meant = groups.filter(({ locations }) => locations.some(({ value }) => there.has(value)));
    return [...meant, ...groups.filter((group) => !meant.includes(group))].map((group) => ({
      title: `Bind ${group.name} on ${device.name}`,
      edits: [insertInBlock(device, instance.block, `service-instance-group ${group.name}`, { first: true })],
      safe: false,
    }));
  },
  examples: [
    {
      title: 'No group',
      config:
        exampleBoard('DeviceA', 1, {
          instance: `ds-lite instance users id 1
                         ^^^^^ DeviceA: ds-lite instance users has no service-instance-group
         ds-lite alg all`,
        }) +
        `
        fixed:${exampleBoard('DeviceA', 1, {
          instance: `ds-lite instance users id 1
         service-instance-group group1
         ds-lite alg all`,
        })}`,
    },
    {
      title: 'A NAT instance that users are bound to, and one of its own board',
      config:
        exampleBoard('DeviceA', 1) +
        `
        nat instance own id 3
         add slot 2 master
        #
        nat instance spare id 4
        #
        nat instance copper id 2
                     ^^^^^^ DeviceA: nat instance copper has no service-instance-group: no board that is backed up serves the users; bind one
        #
        aaa
         domain isp
          user-group users bind nat instance copper
          user-group others bind nat instance own
        #`,
    },
    { title: 'A group', config: exampleBoard('DeviceA', 1) },
  ],
});

/** The numbers of the service-locations on which the other device runs the instance of this name. */
function locationsOnPeer(device: Device, { kind, key }: ServiceInstance, pairs: readonly Pair[]): ReadonlySet<number> {
  const peers = pairs.map(({ a, b }) => (a === device ? b : a));
  const groups = peers.flatMap((peer) =>
    peer.instances.filter((own) => own.kind === kind && own.key === key).flatMap((own) => instanceGroupsOf(peer, own)),
  );
  return new Set(groups.flatMap(({ locations }) => locations.map(({ value }) => value)));
}

/** Whether a line of the device sends users to the instance. */
function hasUsers(device: Device, { kind, key }: ServiceInstance): boolean {
  return device.nameIndex.occurrences(`${kind}-instance`, key).some(isUse);
}
