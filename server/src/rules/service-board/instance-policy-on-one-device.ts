// One device hands its users to an instance by a traffic policy, and on the other the way to the instance of that name ends before it
// reaches the users: nothing applies the policy, or no behavior binds the instance.
import { pairRule, type RawFinding } from '../../diagnostics/rule';
import { insertInBlock, insertSection } from '../../edits/config-edits';
import type { Block, Device, ServiceInstance } from '../../model/device';
import { nameKey } from '../../model/names';
import { nameOf } from '../../model/read/line-values';
import { type Occurrence } from '../../model/references/section-names';
import { instancesOnBoth } from '../../model/services/service-boards';
import { applicationsOf, policiesJoining } from '../../model/services/translated-ports';
import { isUse } from '../shared/undefined-name';
import { exampleBoard } from '../testing/example-board';

/** The way of users to an instance of a device, from its end. */
interface Way {
  readonly device: Device;
  readonly instance: ServiceInstance;
  /** Lines of behaviors that bind the instance. */
  readonly behaviors: readonly Occurrence[];
  readonly policies: readonly Occurrence[];
  readonly applied: readonly Occurrence[];
  /** An interface binds it by itself. */
  readonly isBoundElsewhere: boolean;
}

/** The line that is missing, in a section that is there; without one in the system view. */
interface Facts {
  readonly device: Device;
  readonly text: string;
  readonly block?: Block;
}

export default pairRule<Facts | undefined>({
  id: 'instance-policy-on-one-device',
  requirement: 'HB-X-INSTANCE-POLICY',
  title: 'Users are handed to an instance on one device only',
  severity: 'warning',
  why: 'After a switchover the other device forwards what users send untranslated, and nothing comes back.',
  guide: ['vendor configuration files'],
  supersededBy: [
    'instance-policy-not-inbound',
    'traffic-policy-empty',
    'traffic-policy-name-undefined',
    'traffic-policy-on-one-device',
    'traffic-treatment-differs',
    'user-access-name-on-one-device',
    'user-access-differs',
  ],
  *check(pair) {
    if (pair.a.holdsSeveralDevices || pair.b.holdsSeveralDevices) return;
    for (const { a, b } of instancesOnBoth(pair)) {
      const [left, right] = [wayTo(pair.a, a), wayTo(pair.b, b)];
      const found = brokenWay(left, right) ?? brokenWay(right, left);
      if (found) yield found;
    }
  },
  fix(facts) {
    if (!facts) return [];
    const { device, text, block } = facts;
    const edit = block ? insertInBlock(device, block, text) : insertSection(device, [text], undefined);
    return [{ title: `Add ${text} on ${device.name}`, edits: [edit], safe: false }];
  },
  examples: [
    {
      title: 'Nothing applies the policy on one device',
      config:
        exampleBoard('DeviceA', 1, users({})) +
        exampleBoard(
          'DeviceB',
          2,
          users({
            applied: '',
            policy: `
                       ^^^^^ DeviceB: traffic policy users of nat instance users is applied nowhere, on DeviceA on GigabitEthernet0/1/2: users are not translated; add the line`,
          }),
        ),
    },
    {
      title: 'No behavior binds the instance on one device',
      config:
        exampleBoard('DeviceA', 1, users({})) +
        exampleBoard(
          'DeviceB',
          2,
          users({
            binding: '',
            instance: `
                     ^^^^^ DeviceB: no traffic behavior binds nat instance users, on DeviceA traffic behavior users does: users are not translated; add the line`,
          }),
        ),
    },
    {
      title: 'On both, and an excerpt without the users',
      config: exampleBoard('DeviceA', 1, users({})) + exampleBoard('DeviceB', 2, users({})),
    },
    {
      title: 'An excerpt without the users',
      config: exampleBoard('DeviceA', 1, users({})) + exampleBoard('DeviceB', 2, { instance: users({}).instance }),
    },
  ],
});

function wayTo(device: Device, instance: ServiceInstance): Way {
  const uses = device.nameIndex.occurrences(`${instance.kind}-instance`, instance.key).filter(isUse);
  const behaviors = uses.filter(({ line }) => line.view === 'traffic-behavior');
  const policies = policiesJoining(device, behaviors);
  return {
    device,
    instance,
    behaviors,
    policies,
    applied: policies.flatMap(({ key }) => applicationsOf(device, key)),
    isBoundElsewhere: uses.some(({ within }) => within !== undefined),
  };
}

/** What is missing on the one where the other is complete. */
function brokenWay(self: Way, other: Way): RawFinding<Facts | undefined> | undefined {
  const [application] = other.applied;
  if (!application || self.applied.length > 0 || self.isBoundElsewhere) return undefined;
  // A slip in the name of the policy is a finding of its own.
  if ([...self.device.nameIndex.lacking('traffic-policy')].some(isUse)) return undefined;
  const { device, instance } = self;
  const what = `${instance.kind} instance ${instance.name}`;
  const start = `${device.name}:`;
  const outcome = 'users are not translated';
  const [policy] = self.policies;
  if (policy) {
    const there = other.device.interfaces.get(application.within ?? '')?.name ?? 'the whole device';
    return {
      at: policy.at,
      message: `${start} traffic policy ${policy.text} of ${what} is applied nowhere, on ${other.device.name} on ${there}: ${outcome}; add the line`,
      peer: {
        at: application.at,
        message: `${other.device.name}: applies traffic policy ${application.text}, which ${device.name} applies nowhere`,
      },
      facts: applicationFix(device, policy, application),
    };
  }
  // So is one in the name of the instance.
  if ([...self.device.nameIndex.lacking(`${instance.kind}-instance`)].some(isUse)) return undefined;
  const [binding] = other.behaviors;
  if (!binding || self.behaviors.length > 0 || !hasUsersOf(device, application)) return undefined;
  const behavior = binding.head?.text.trim() ?? 'a traffic behavior';
  return {
    at: instance.at,
    message: `${start} no traffic behavior binds ${what}, on ${other.device.name} ${behavior} does: ${outcome}; add the line`,
    peer: { at: binding.at, message: `${other.device.name}: ${behavior} binds ${what}, none on ${device.name} does` },
    facts: bindingFix(self, binding),
  };
}

/** Where the other device applies its policy, if that is there. */
function applicationFix(device: Device, policy: Occurrence, { within }: Occurrence): Facts | undefined {
  const text = `traffic-policy ${policy.text} inbound`;
  if (within === undefined) return { device, text };
  const block = device.interfaces.get(within)?.block;
  return block && { device, text, block };
}

/** In the behavior that has the name of the other device's. */
function bindingFix({ device, instance }: Way, { head }: Occurrence): Facts | undefined {
  const name = head && nameOf(head, 'behavior-name');
  const definition = name && device.nameIndex.definitionsOf('traffic-behavior', nameKey(name.value))[0];
  if (!definition) return undefined;
  const block = { heads: [definition.line], lines: definition.line.lines };
  return { device, text: `${instance.kind} bind instance ${instance.name}`, block };
}

/** An excerpt may have left out the users: it has not where it applies the policy too, or has their interface. */
function hasUsersOf({ nameIndex, interfaces }: Device, { key, within }: Occurrence): boolean {
  return nameIndex.occurrences('traffic-policy', key).some(isUse) || (within !== undefined && interfaces.has(within));
}

function users({
  binding = '\n         nat bind instance users',
  policy = '',
  applied = '\n         traffic-policy users inbound',
  instance = '',
}: Partial<Record<'binding' | 'policy' | 'applied' | 'instance', string>>): {
  readonly instance: string;
  readonly rest: string;
} {
  return {
    instance: `nat instance users id 1${instance}
         service-instance-group group1`,
    rest: `
        traffic classifier users operator or
         if-match acl 3001
        #
        traffic behavior users${binding}
        #
        traffic policy users${policy}
         classifier users behavior users
        #
        interface GigabitEthernet0/1/2
         ip address 10.0.2.1 255.255.255.0${applied}
        #`,
  };
}
