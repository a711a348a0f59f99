// A prefix is preferred for a part of the time that it is valid (RFC 4861 4.6.2).
import { advertisedPrefixes, type AdvertisedPrefix } from '../../model/services/router-advertisements';
import { subnetText } from '../../model/vrrp/addresses';
import { replace } from '../../edits/config-edits';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<AdvertisedPrefix>({
  id: 'nd-preferred-above-valid',
  requirement: 'HB-ND-LIFETIMES',
  title: 'A prefix is preferred for longer than it is valid',
  severity: 'warning',
  why: 'Hosts ignore such a prefix, or the device refuses the line: they get no address from it.',
  guide: ['RFC 4861 4.6.2'],
  independentPer: 'interface',
  *check(device) {
    for (const on of device.interfaces.values()) {
      for (const advertised of advertisedPrefixes(on)) {
        const { valid, preferred, prefix } = advertised;
        if (!valid || !preferred || preferred.value <= valid.value) continue;
        yield {
          at: preferred.at,
          message: `${device.name}: ${on.name} prefers ${subnetText(prefix)} for ${preferred.value} s, longer than the ${valid.value} s of validity: hosts ignore the prefix; exchange the two`,
          facts: advertised,
        };
      }
    }
  },
  fix({ valid, preferred }) {
    return [
      {
        title: `Exchange them: valid ${preferred!.value} s, preferred ${valid!.value} s`,
        edits: [replace(valid!.at, String(preferred!.value)), replace(preferred!.at, String(valid!.value))],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'The two are exchanged',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 nd ra prefix 2001:DB8:A5:: 64 1800 3600
                                                 ^^^^ DeviceA: GigabitEthernet0/1/2 prefers 2001:DB8:A5::/64 for 3600 s, longer than the 1800 s of validity: hosts ignore the prefix; exchange the two
        #
        fixed:
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 nd ra prefix 2001:DB8:A5:: 64 3600 1800
        #
      `,
    },
    {
      title: 'Shorter, or as long',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ipv6 nd ra prefix 2001:DB8:A5:: 64 3600 1800
         ipv6 nd ra prefix 2001:DB8:A6::/64 3600 3600
        #
      `,
    },
  ],
});
