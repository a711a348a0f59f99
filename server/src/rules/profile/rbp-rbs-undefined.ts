// The backup service that a profile names must be there: a hot-backup object that is missing is an error in an excerpt,
// too (docs/decisions/excerpts-and-whole-files.md).
import type { Device, Rbp } from '../../model/device';
import { nameKey } from '../../model/names';
import type { Fact } from '../../model/place';
import { profilesOf } from '../../model/services/channels';
import type { Pair } from '../../model/pairing/pair';
import { insertSection } from '../../edits/config-edits';
import { deviceRule, type Fix } from '../../diagnostics/rule';
import { channelText, poolTextBeside, typedPeer, typedSource } from '../shared/backup-services';
import { counterpartService, peerProfile, seatsOf } from '../shared/peer-says';
import { nameFixes } from '../shared/right-name';

export default deviceRule<{ device: Device; profile: Rbp; name: Fact<string> }>({
  id: 'rbp-rbs-undefined',
  requirement: 'HB-RBP-RBS-DANGLING',
  title: 'A profile names a backup service that is not there',
  severity: 'error',
  why: 'The profile has no channel: nothing of it is backed up.',
  guide: ['000 step 2.1', '000 step 3.4'],
  independentPer: 'profile',
  *check(device) {
    for (const profile of device.profiles.values()) {
      if (!profile.rbs || device.services.has(nameKey(profile.rbs.value))) continue;
      const { value: name, at } = profile.rbs;
      yield {
        at,
        message: `${device.name}: RBP ${profile.name} uses RBS ${name}, which is not in this file: the users are not backed up; create or use another`,
        facts: { device, profile, name: profile.rbs },
      };
    }
  },
  fix({ device, profile, name }, pairs) {
    // A channel that no profile uses is the one that is meant; another one would carry two services.
    const all = [...device.services.values()];
    const unused = all.filter((service) => profilesOf(service, device).length === 0);
    const services = unused.length > 0 ? unused : all;
    if (all.length === 0) return [creation(device, name.value, pairs)];
    const seat = peerProfile(device, profile, pairs);
    const shown = seat?.profile.rbs && counterpartService(seat, seat.profile.rbs.value);
    return nameFixes({
      written: name,
      defined: services.map((service) => service.name),
      shown: shown ? [shown.name] : [],
      title: (service) => `Use ${service}`,
      isOnlyOne: all.length === 1,
    });
  },
  examples: [
    {
      title: 'A slip in the name',
      config: `
        sysname DeviceA
        #
        remote-backup-service service1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service servcie1
                                           ^^^^^^^^ DeviceA: RBP p1 uses RBS servcie1, which is not in this file: the users are not backed up
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service service1
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service service1
        #
      `,
    },
    {
      title: 'None is there',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service s1
                                           ^^ DeviceA: RBP p1 uses RBS s1, which is not in this file: the users are not backed up
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-service s1
        #
        remote-backup-profile p1
         service-type nd
         backup-id 1 remote-backup-service s1
        #
      `,
    },
    {
      title: 'Two profiles share one service; case does not matter; it stands below',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         backup-id 1 remote-backup-service Core
        #
        remote-backup-profile p2
         backup-id 2 remote-backup-service core
        #
        remote-backup-service CORE
         peer 10.255.0.2 source 10.255.0.1 port 6001
        #
      `,
    },
  ],
});

/** The lines that mirror the channel of the peer, encrypted as there: the service of this name there, else its only one. */
function peerChannels(device: Device, name: string, pairs: readonly Pair[]): string[] {
  return seatsOf(device, pairs).flatMap(({ peer }) => {
    const [only, ...more] = [...peer.services.values()];
    const service = peer.services.get(nameKey(name)) ?? (more.length === 0 ? only : undefined);
    if (!service || service.channels.length === 0) return [];
    return [
      ...service.channels.map(
        (channel) => ` ${channelText(channel.family, typedSource(channel), typedPeer(channel), channel.port.value)}`,
      ),
      ...(service.sslPolicy ? [` bind ssl-policy ${service.sslPolicy.value}`] : []),
      ...service.pools.flatMap((use) => {
        const pool = device.pools.find((pool) => pool.family === use.family && pool.key === nameKey(use.name.value));
        return pool?.bas && !use.more ? [` ${poolTextBeside(use, pool)}`] : [];
      }),
    ];
  });
}

/** The service with the channel that the other device has for it, turned round. */
function creation(device: Device, name: string, pairs: readonly Pair[]): Fix {
  const channels = peerChannels(device, name, pairs);
  const firstProfile = [...device.profiles.values()][0]?.block.heads[0];
  return {
    title: `Create remote-backup-service ${name}${channels.length > 0 ? '' : '; its peer line is for you to add'}`,
    edits: [insertSection(device, [`remote-backup-service ${name}`, ...channels], firstProfile)],
    safe: false,
  };
}
