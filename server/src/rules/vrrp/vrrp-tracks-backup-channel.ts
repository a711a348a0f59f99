// A master that tracks the link of the backup channel hands its role over when nothing but that link fails: both devices are well,
// and the users change to the one whose entries have just stopped coming.
import type { Track } from '../../model/device';
import { overlap } from '../../model/address';
import { mainInterfaceKey } from '../../model/names';
import type { ChannelPair, Pair, Side } from '../../model/pairing/pair';
import { reducedPriority } from '../../model/vrrp/priority';
import { removeLine } from '../../edits/config-edits';
import { groupName, type Member } from '../../model/vrrp/member';
import { pairRule } from '../../diagnostics/rule';
import { examplePair } from '../testing/example-pair';
import { roles } from '../shared/roles';

export default pairRule<Track>({
  id: 'vrrp-tracks-backup-channel',
  requirement: 'HB-X-V-TRACK-CHANNEL',
  title: "The failure of the backup channel's link alone moves the master role",
  severity: 'information',
  why: 'The link between the devices fails, both are well, and the users move all the same: to the device that gets no new entries any more.',
  guide: ['000 step 2.3', 'CLI reference, track interface'],
  *check(pair) {
    const links = pair.channels.flatMap((channel) => {
      const link = linkOf(pair, channel);
      return link ? [{ channel, link }] : [];
    });
    if (links.length === 0) return;
    for (const { master, backup } of roles(pair)) {
      if (backup.group.preemptDisabled) continue;
      const [masterSide, backupSide] = master.device === pair.a ? (['a', 'b'] as const) : (['b', 'a'] as const);
      for (const { channel, link } of links) {
        const track = tracksOf(master, link[masterSide]).find((track) => track.reduced);
        if (!track || after(master, link[masterSide]) >= after(backup, link.direct ? link[backupSide] : undefined))
          continue;
        yield {
          at: track.object.kind === 'interface' ? track.object.name.at : track.line,
          message: `${master.device.name}: ${link.name[masterSide]} carries the backup channel: when that link fails, ${backup.device.name} takes ${groupName(master.group)} and gets no new entries; remove the track`,
          also: [
            {
              at: channel[masterSide].channel.source.at,
              message: `${master.device.name}: the channel starts at an address of ${link.name[masterSide]}`,
            },
          ],
          facts: track,
        };
        break;
      }
    }
  },
  fix: (track) => [{ title: 'Do not track the link of the channel', edits: [removeLine(track.line)], safe: false }],
  examples: [
    {
      title: 'Only the master tracks the link',
      config: `${examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/9 reduced 60
                                     ^^^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/9 carries the backup channel`,
        },
        {},
      )}
        fixed:${examplePair({}, {}).split('\n        --- DeviceB')[0]}`,
    },
    {
      title: 'Both ends of the link track it alike, and the priorities keep their order',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/9 reduced 60`,
        },
        {
          vrrp: `
         vrrp vrid 1 track interface GigabitEthernet0/1/9 reduced 60`,
        },
      ),
    },
    {
      title: 'An uplink, and less than the gap',
      config: examplePair(
        {
          vrrp: `
         vrrp vrid 1 priority 150
         vrrp vrid 1 preempt-mode timer delay 600
         vrrp vrid 1 track interface GigabitEthernet0/1/8 reduced 60
         vrrp vrid 1 track interface GigabitEthernet0/1/9 reduced 20`,
        },
        {},
      ),
    },
  ],
});

interface Link {
  readonly a: string;
  readonly b: string;
  readonly name: Readonly<Record<Side, string>>;
  /** Both ends lie in one subnet: they fail together. */
  readonly direct: boolean;
}

/** The interfaces at the ends of the channel; none where one of them is a loopback, which no failure takes down. */
function linkOf(pair: Pair, channel: ChannelPair): Link | undefined {
  const [item] = pair.a.addresses.get(channel.a.channel.source.value.key) ?? [];
  const [second] = pair.b.addresses.get(channel.b.channel.source.value.key) ?? [];
  if (!item || !second || [item, second].some((end) => /^(?:loopback|tunnel)/.test(end.interface.key)))
    return undefined;
  return {
    a: item.interface.mainKey,
    b: second.interface.mainKey,
    name: { a: item.interface.name, b: second.interface.name },
    direct: overlap(item.address.prefix, second.address.prefix),
  };
}

/** Tracks of the interface itself or of one above it. */
function tracksOf({ group }: Member, key: string): Track[] {
  return group.tracks.filter(
    (track) => track.object.kind === 'interface' && mainInterfaceKey(track.object.key) === key,
  );
}

/** The priority once this interface has failed. */
function after(member: Member, key: string | undefined): number {
  return reducedPriority(member, key === undefined ? [] : tracksOf(member, key));
}
