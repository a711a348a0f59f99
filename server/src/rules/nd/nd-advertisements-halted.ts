// A router keeps silent towards hosts until `undo ipv6 nd ra halt`: what it is to advertise there reaches nobody. That one of two
// advertises is a finding of its own.
import { deviceRule } from '../../diagnostics/rule';
import { insertAfter } from '../../edits/config-edits';
import type { Device } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { bindingsOf } from '../../model/services/bindings';
import { advertisedPrefixes } from '../../model/services/router-advertisements';

export default deviceRule<{ device: Device; line: MatchedLine }>({
  id: 'nd-advertisements-halted',
  requirement: 'HB-ND-RA',
  title: 'An interface has a prefix to advertise and sends no router advertisements',
  severity: 'warning',
  why: 'Hosts hear of no prefix and of no router: they have no address and no gateway, on whichever device.',
  guide: ['vendor command reference: ipv6 nd ra halt', '001 prerequisites'],
  supersededBy: ['nd-settings-differ'],
  *check(device) {
    for (const { interface: on, at } of bindingsOf(device, 'nd')) {
      const [first] = advertisedPrefixes(on);
      const texts = inForce(on.block.lines).map(canonicalText);
      if (!first || texts.some((text) => /^(?:undo ipv6 nd ra halt|ipv6 nd ra halt disable|bas)\b/.test(text)))
        continue;
      yield {
        at: first.line,
        message: `${device.name}: ${on.name} has a prefix to advertise and sends nothing: hosts get neither prefix nor gateway; add undo ipv6 nd ra halt`,
        evidence: [at],
        facts: { device, line: first.line },
      };
    }
  },
  fix: ({ device, line }) => [
    {
      title: 'Add undo ipv6 nd ra halt',
      edits: [insertAfter(device, line, 'undo ipv6 nd ra halt')],
      safe: false,
    },
  ],
  examples: [
    {
      title: 'A prefix, and no advertisements',
      config: `${device(`
         ipv6 nd ra prefix 2001:DB8:A5:: 64 3600 1800
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: GigabitEthernet0/1/2 has a prefix to advertise and sends nothing: hosts get neither prefix nor gateway; add undo ipv6 nd ra halt`)}
        fixed:${device(`
         ipv6 nd ra prefix 2001:DB8:A5:: 64 3600 1800
         undo ipv6 nd ra halt`)}`,
    },
    {
      title: 'Sent, or nothing said of prefixes',
      config: device(`
         ipv6 nd ra prefix 2001:DB8:A5:: 64 3600 1800
         undo ipv6 nd ra halt`),
    },
    { title: 'Hosts that are told by somebody else', config: device('') },
  ],
});

function device(lines: string): string {
  return `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type nd
         vrrp6-id 1 interface GigabitEthernet0/1/2
        #
        interface GigabitEthernet0/1/2
         ipv6 enable
         ipv6 address 2001:DB8:A5::1/64${lines}
         vrrp6 vrid 1 virtual-ip FE80::A5 link-local
         remote-backup-profile p1
        #`;
}
