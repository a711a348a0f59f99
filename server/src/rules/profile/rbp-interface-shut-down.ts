// The interface that users come in by is shut down: on one device nobody takes them over, on both they are cut off. Only a written
// `shutdown` counts (docs/decisions/interface-down.md).
import { removeLine } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import type { Device, Interface, Rbp } from '../../model/device';
import { downInterfaces, shutdownOf } from '../../model/interface-state';
import { nameKey } from '../../model/names';
import { profilePairOf } from '../../model/pairing/matching';
import { other, type Pair, type ProfilePair, type Side } from '../../model/pairing/pair';
import type { Place } from '../../model/place';
import { bindings } from '../../model/services/bindings';
import { examplePair } from '../testing/example-pair';

export default pairRule<{ shutdown: Place; name: string }>({
  id: 'rbp-interface-shut-down',
  requirement: 'HB-RBP-BIND-DOWN',
  title: 'The interface of the users of a profile is shut down',
  severity: 'warning',
  why: 'Its users cannot come in by this device: when the other one fails, nobody takes them over.',
  guide: ['000 step 4.2'],
  supersededBy: ['vrrp-interface-shut-down', 'service-location-link-down'],
  *check(pair) {
    const reported = new Set<Place>();
    for (const side of ['a', 'b'] as const) {
      const [device, peer] = [pair[side], pair[other(side)]];
      for (const matched of boundOnDown(pair, side)) {
        const [profile, peerProfile] = [matched[side], matched[other(side)]];
        // Users that can still come in by another interface of the profile are no finding.
        const bound = bindings(profile, device).interfaces;
        const down = bound.map((on) => shutdownOf(device, on.key));
        const first = down[0];
        if (!first || down.includes(undefined) || reported.has(first.at)) continue;
        reported.add(first.at);
        const both = isShut(peer, peerProfile);
        yield {
          at: first.at,
          severity: both ? 'error' : 'warning',
          message: both
            ? `${device.name}: ${first.on.name} is shut down, as on ${peer.name}: the users of RBP ${profile.name} are cut off; undo shutdown`
            : `${device.name}: ${first.on.name} is shut down: nobody takes the users of RBP ${profile.name} over when ${peer.name} fails; undo shutdown`,
          also: [
            { at: nameOf(bound[0]!, profile), message: `${device.name}: ${bound[0]!.name} binds RBP ${profile.name}` },
          ],
          facts: { shutdown: first.at, name: first.on.name },
        };
      }
    }
  },
  fix: ({ shutdown, name }) => [{ title: `Take ${name} out of shutdown`, edits: [removeLine(shutdown)], safe: false }],
  examples: [
    {
      title: 'The main interface of the users',
      config: examplePair(
        {},
        {
          vrrp: `
        #
        interface GigabitEthernet0/1/3
         shutdown
         ^^^^^^^^ DeviceB: GigabitEthernet0/1/3 is shut down: nobody takes the users of RBP p1 over when DeviceA fails; undo shutdown
        #
        interface GigabitEthernet0/1/3.7`,
        },
      ),
    },
    {
      title: 'Up',
      config: examplePair({}, {}),
    },
  ],
});

/** Matched profiles that an interface which is down binds on this device. */
function boundOnDown(pair: Pair, side: Side): ReadonlySet<ProfilePair> {
  const names = downInterfaces(pair[side]).flatMap((on) => on.profiles);
  return new Set(names.flatMap((name) => profilePairOf(pair, side, nameKey(name.value)) ?? []));
}

function isShut(device: Device, profile: Rbp): boolean {
  const { interfaces } = bindings(profile, device);
  return interfaces.length > 0 && interfaces.every((on) => shutdownOf(device, on.key) !== undefined);
}

/** Where the interface names the profile. */
function nameOf(on: Interface, profile: Rbp): Place {
  return on.profiles.find((name) => name.value.toLowerCase() === profile.name.toLowerCase())?.at ?? on.at;
}
