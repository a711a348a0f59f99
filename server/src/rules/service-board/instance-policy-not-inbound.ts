// Users reach an instance by a traffic policy whose behavior binds it, applied to what comes in from them. A policy with it that is
// applied to what goes out to them, or nowhere, hands over nothing.
import { deviceRule, type RawFinding } from '../../diagnostics/rule';
import { replace } from '../../edits/config-edits';
import type { Device, Interface, ServiceInstance } from '../../model/device';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';
import type { Place } from '../../model/place';
import type { Occurrence } from '../../model/references/section-names';
import { igpLines } from '../../model/routing/igp-interfaces';
import { interChassis } from '../../model/services/service-boards';
import { applicationsOf, policiesJoining } from '../../model/services/translated-ports';
import { isUse } from '../shared/undefined-name';
import { exampleBoard } from '../testing/example-board';

type Facts = { readonly direction: Place } | undefined;

export default deviceRule<Facts>({
  id: 'instance-policy-not-inbound',
  requirement: 'HB-X-INSTANCE-POLICY',
  title: 'The traffic policy of an instance is not applied to what comes from the users',
  severity: 'warning',
  why: 'What users send is not handed to the board: it leaves untranslated, and nothing comes back.',
  guide: ['vendor configuration files'],
  supersededBy: ['user-access-differs', 'traffic-policy-on-one-device', 'traffic-policy-empty'],
  *check(device) {
    if (device.holdsSeveralDevices || interChassis(device).length === 0) return;
    for (const instance of device.instances) {
      const uses = device.nameIndex.occurrences(`${instance.kind}-instance`, instance.key).filter(isUse);
      // A user group may bind it for all users of a domain.
      if (uses.length === 0 || uses.some(({ line }) => line.view !== 'traffic-behavior')) continue;
      const found = policiesJoining(device, uses);
      const applied = found.flatMap(({ key }) => applicationsOf(device, key));
      const [policy] = found;
      if (!policy) continue;
      if (applied.length === 0) {
        // An excerpt may have left out where it is applied.
        if (device.isWholeFile) yield nowhere(device, instance, policy);
      } else if (applied.every(isOutboundToUsers(device))) yield outbound(device, instance, applied[0]!);
    }
  },
  fix: (facts) =>
    facts ? [{ title: 'Apply the policy inbound', edits: [replace(facts.direction, 'inbound')], safe: false }] : [],
  examples: [
    {
      title: 'Outbound',
      config:
        exampleBoard(
          'DeviceA',
          1,
          bound(`traffic-policy users outbound
                              ^^^^^^^^ DeviceA: GigabitEthernet0/1/2 applies policy users outbound: nothing of its users reaches ds-lite instance users; apply the policy inbound`),
        ) +
        `
        fixed:${exampleBoard('DeviceA', 1, bound('traffic-policy users inbound'))}`,
    },
    {
      title: 'Nowhere, in an excerpt',
      config: exampleBoard('DeviceA', 1, bound('description users')),
    },
    {
      title: 'Nowhere, in a whole file',
      config: exampleBoard('DeviceA', 1, {
        rest: `${
          bound(
            'description users',
            `
                       ^^^^^ DeviceA: traffic policy users hands users to ds-lite instance users and is applied nowhere: nobody is translated; apply the policy inbound`,
          ).rest
        }
        interface NULL0
        #
        aaa
        #
        user-interface vty 0 4
        #
        return
        `,
      }),
    },
    { title: 'Inbound', config: exampleBoard('DeviceA', 1, bound('traffic-policy users inbound')) },
    {
      title: 'Outbound on the uplink, where no users are',
      config: exampleBoard('DeviceA', 1, {
        ...bound('description users'),
        rest: `${bound('description users').rest}
        interface GigabitEthernet0/1/1
         ospf enable 1 area 0
         traffic-policy users outbound
        #`,
      }),
    },
  ],
});

function isOutboundToUsers(device: Device): (use: Occurrence) => boolean {
  return ({ line, within }) => {
    const on = within === undefined ? undefined : device.interfaces.get(within);
    if (!on) return false;
    return (
      (on.groups.length > 0 || on.profiles.length > 0 || !mayBeUplink(device, on)) &&
      / outbound$/.test(canonicalText(line))
    );
  };
}

/** Somebody watches it or routes over it. */
function mayBeUplink({ nameIndex }: Device, on: Interface): boolean {
  return igpLines(on).length > 0 || nameIndex.occurrences('interface', on.key).some(isUse);
}

function outbound(device: Device, { kind, name }: ServiceInstance, use: Occurrence): RawFinding<Facts> {
  const on = device.interfaces.get(use.within!)!;
  const direction = wordsAt(use.line, Infinity);
  return {
    at: direction,
    message: `${device.name}: ${on.name} applies policy ${use.text} outbound: nothing of its users reaches ${kind} instance ${name}; apply the policy inbound`,
    facts: { direction },
  };
}

function nowhere(device: Device, { kind, name }: ServiceInstance, policy: Occurrence): RawFinding<Facts> {
  return {
    at: policy.at,
    message: `${device.name}: traffic policy ${policy.text} hands users to ${kind} instance ${name} and is applied nowhere: nobody is translated; apply the policy inbound`,
    facts: undefined,
  };
}

function bound(line: string, atPolicy = ''): Parameters<typeof exampleBoard>[2] & { readonly rest: string } {
  return {
    rest: `
        traffic classifier users operator or
         if-match ipv6 acl 3001
        #
        traffic behavior users
         ds-lite bind instance users
        #
        traffic policy users${atPolicy}
         classifier users behavior users
        #
        interface GigabitEthernet0/1/2
         ip address 10.0.2.1 255.255.255.0
         vrrp vrid 2 virtual-ip 10.0.2.254
         ${line}
        #`,
  };
}
