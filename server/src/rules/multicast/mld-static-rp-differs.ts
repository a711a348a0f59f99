// Both devices of a multicast pair must know the same rendezvous point: the one that takes over would join another tree.
import type { Device } from '../../model/device';
import { address } from '../../model/address';
import type { MatchedLine } from '../../model/lines/matched-line';
import type { Place } from '../../model/place';
import { bindingsOf } from '../../model/services/bindings';
import { multicastFamilies } from '../../model/services/multicast';
import { replace } from '../../edits/config-edits';
import { pairRule, type Fix } from '../../diagnostics/rule';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';

export interface Rp {
  readonly line: MatchedLine;
  readonly at: Place;
  readonly text: string;
  readonly key: string;
}

export default pairRule<{ a: Rp; b: Rp; devices: readonly [string, string] }>({
  id: 'mld-static-rp-differs',
  requirement: 'HB-M-STATIC-RP',
  title: 'The two devices of a multicast pair name different static RPs',
  severity: 'warning',
  why: 'After a switchover the new master joins its groups at another rendezvous point, where the sources may not be registered.',
  guide: ['003 step 5'],
  *check(pair) {
    for (const words of multicastFamilies) {
      if (bindingsOf(pair.a, words.service).length === 0 || bindingsOf(pair.b, words.service).length === 0) continue;
      const [mine, theirs] = [staticRps(pair.a, words.pimView), staticRps(pair.b, words.pimView)];
      const a = mine.find((one) => !theirs.some((two) => two.key === one.key));
      const b = theirs.find((one) => !mine.some((two) => two.key === one.key));
      if (!a || !b) continue;
      yield {
        at: b.at,
        message: `Static RP ${b.text} on ${pair.b.name}, ${a.text} on ${pair.a.name}`,
        peer: { at: a.at, message: `Static RP ${a.text} on ${pair.a.name}, ${b.text} on ${pair.b.name}` },
        facts: { a, b, devices: [pair.a.name, pair.b.name] },
      };
    }
  },
  fix({ a, b, devices }): Fix[] {
    return [
      { title: `Use ${a.text} on ${devices[1]}`, edits: [replace(b.at, a.text)], safe: false },
      { title: `Use ${b.text} on ${devices[0]}`, edits: [replace(a.at, b.text)], safe: false },
    ];
  },
  examples: [
    {
      title: 'A wrong digit in the RP',
      config:
        device('DeviceA', 1, '2001:DB8:22::22') +
        device(
          'DeviceB',
          2,
          `2001:DB8:22::23
                   ^^^^^^^^^^^^^^^ Static RP 2001:DB8:22::23 on DeviceB, 2001:DB8:22::22 on DeviceA`,
        ) +
        `
        fixed:${device('DeviceB', 2, '2001:DB8:22::22')}`,
    },
    {
      title: 'One RP in two spellings',
      config: device('DeviceA', 1, '2001:DB8:22::22') + device('DeviceB', 2, '2001:db8:22:0::22'),
    },
  ],
});

/** `static-rp ADDRESS` lines of the PIM view. */
export function staticRps(device: Device, view: 'pim-ipv6' | 'pim-ipv4'): Rp[] {
  return (device.views.get(view) ?? [])
    .flatMap((block) => block.lines)
    .flatMap((line) => {
      const [word, text = ''] = canonicalText(line).split(' ');
      const parsed = word === 'static-rp' ? address(text) : undefined;
      return parsed ? [{ line, at: wordsAt(line, 1), text: text.toUpperCase(), key: parsed.key }] : [];
    });
}

function device(name: string, own: 1 | 2, rp: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        remote-backup-service s1
         peer 10.0.0.${3 - own} source 10.0.0.${own} port 2000
        #
        remote-backup-profile tv
         service-type mld
         backup-id 10 remote-backup-service s1
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
         remote-backup-profile tv
        #
        pim-ipv6
         static-rp ${rp}
        #`;
}
