// A profile that one device binds is meant to be bound on the other too (docs/decisions/where-a-profile-is-bound.md). Services whose
// profiles are bound without exception need no peer to tell: rbp-unbound.
import type { Device, Rbp } from '../../model/device';
import { bindings, boundProfiles, isBound } from '../../model/services/bindings';
import { pairRule } from '../../diagnostics/rule';
import { isAlwaysBound } from '../shared/backup-services';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'rbp-bound-on-one-device',
  requirement: 'HB-RBP-BOUND-BOTH',
  title: 'A profile is bound on one device only',
  severity: 'error',
  why: 'The device that binds it nowhere takes no user of it over: after a switchover they have to log in again, or are cut off.',
  guide: ['000 step 5.2', '001 step 5.2', '002 step 4.6', '003 step 5'],
  independentPer: 'binding',
  *check(pair) {
    for (const { a, b } of pair.profiles) {
      if (isBound(a, pair.a) === isBound(b, pair.b)) continue;
      const [ofA, ofB] = [binders(a, pair.a), binders(b, pair.b)];
      const [here, lacking, there, having, binder] =
        ofA.length > 0 ? [pair.b, b, pair.a, a, ofA[0]!] : [pair.a, a, pair.b, b, ofB[0]!];
      if (isAlwaysBound(lacking) || namesAnother(here) || isLeftOut(here, lacking)) continue;
      const message = `${here.name}: nothing binds RBP ${lacking.name}, ${there.name} binds ${having.name} on ${binder.name}: those users are not taken over`;
      yield { at: lacking.at, message, peer: { at: binder.at, message }, facts: undefined };
    }
  },
  examples: [
    {
      title: 'Bound on DeviceA only',
      config:
        device(
          'DeviceA',
          1,
          `
         remote-backup-profile p1`,
        ) +
        device(
          'DeviceB',
          2,
          '',
          `
                              ^^ DeviceB: nothing binds RBP p1, DeviceA binds p1 on GigabitEthernet0/1/2.9: those users are not taken over`,
        ),
    },
    { title: 'Bound on neither', config: device('DeviceA', 1, '') + device('DeviceB', 2, '') },
  ],
});

function binders(profile: Rbp, device: Device) {
  const { interfaces, pools } = bindings(profile, device);
  return [...interfaces, ...pools];
}

/** Something binds a name that is not there: that finding tells what went wrong. */
function namesAnother(device: Device): boolean {
  return boundProfiles(device).some((key) => !device.profiles.has(key));
}

/** In an excerpt the interface that binds it may be left out, as the one of its group is. */
function isLeftOut(device: Device, profile: Rbp): boolean {
  return profile.roles.some((role) => role.kind === 'group' && !device.interfaces.has(role.interfaceKey));
}

function device(name: string, own: 1 | 2, bound: string, carets = ''): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        remote-backup-profile p1${carets}
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2.7
        #
        interface GigabitEthernet0/1/2.7
         ip address 10.1.1.${own} 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
        #
        interface GigabitEthernet0/1/2.9
         user-vlan 100 200${bound}
        #`;
}
