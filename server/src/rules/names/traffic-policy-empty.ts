// A policy that is applied somewhere joins classes with what is done with them, and a class says which packets are meant.
import { deviceRule } from '../../diagnostics/rule';
import type { Device } from '../../model/device';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { canonicalText } from '../../model/lines/canonical-text';
import { nameKey } from '../../model/names';
import { text } from '../../model/read/line-values';
import { isReference, type Occurrence } from '../../model/references/section-names';

export default deviceRule<undefined>({
  id: 'traffic-policy-empty',
  requirement: 'HB-X-TRAFFIC-POLICY-DEFINED',
  title: 'A traffic policy that is applied has no class, or a class of it matches nothing',
  severity: 'warning',
  why: 'No packet is treated as meant: what a NAT instance should translate does not reach it.',
  guide: ['vendor configuration files'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const policy of device.nameIndex.definitions('traffic-policy')) {
      const uses = device.nameIndex.occurrences('traffic-policy', policy.key).filter(isReference);
      if (uses.length === 0 || !isFirst(device, policy)) continue;
      const classes = linesOf(device, policy).filter((line) => canonicalText(line).startsWith('classifier '));
      if (classes.length === 0)
        yield {
          at: policy.at,
          message: `${device.name}: traffic policy ${policy.text} is applied and has no class: nothing is done; add a classifier line`,
          facts: undefined,
        };
      for (const line of classes) {
        const name = text(line, 'classifier-name');
        const definition = name && device.nameIndex.definitionsOf('traffic-classifier', nameKey(name.value))[0];
        if (!definition || linesOf(device, definition).some((own) => canonicalText(own).startsWith('if-match ')))
          continue;
        yield {
          at: definition.at,
          message: `${device.name}: traffic classifier ${definition.text} of policy ${policy.text} has no if-match line: no packet matches; add one`,
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'A policy without a class, a class without a match',
      config: `
        sysname DeviceA
        #
        traffic classifier users operator or
                           ^^^^^ DeviceA: traffic classifier users of policy two has no if-match line: no packet matches; add one
        #
        traffic behavior limit
         car cir 1000
        #
        traffic policy one
                       ^^^ DeviceA: traffic policy one is applied and has no class: nothing is done; add a classifier line
        #
        traffic policy two
         classifier users behavior limit
        #
        interface GigabitEthernet0/1/2
         traffic-policy one inbound
         traffic-policy two outbound
        #
      `,
    },
    {
      title: 'Applied to the whole device',
      config: `
        sysname DeviceA
        #
        traffic policy all
                       ^^^ DeviceA: traffic policy all is applied and has no class: nothing is done; add a classifier line
        #
        traffic-policy all inbound
        #
      `,
    },
    {
      title: 'Complete; a policy that nothing applies',
      config: `
        sysname DeviceA
        #
        traffic classifier users operator or
         if-match any
        #
        traffic behavior limit
         car cir 1000
        #
        traffic policy one
         classifier users behavior limit
        #
        traffic policy spare
        #
        interface GigabitEthernet0/1/2
         traffic-policy one inbound
        #
      `,
    },
  ],
});

/** A name may be opened in several sections. */
function isFirst({ nameIndex }: Device, { kind, key, line }: Occurrence): boolean {
  return nameIndex.definitionsOf(kind, key)[0]?.line === line;
}

function linesOf({ nameIndex }: Device, { kind, key }: Occurrence): readonly MatchedLine[] {
  const heads = nameIndex.definitionsOf(kind, key);
  return heads.flatMap(({ line }) => inForce(line.lines)).filter((line) => !line.match?.undo);
}
