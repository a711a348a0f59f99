// Accepting DHCP requests on every interface works, but the guide advises the interface form: fewer places to attack.
import { hasService } from '../../model/services/bindings';
import { deviceRule } from '../../diagnostics/rule';
import { systemLines } from '../../model/lines/canonical-text';
import { dhcpExampleDevice } from '../testing/example-pair';

export default deviceRule<undefined>({
  id: 'dhcp-server-enabled-everywhere',
  requirement: 'HB-DS-GLOBAL',
  title: 'DHCP requests are accepted on all interfaces',
  severity: 'information',
  why: 'Anyone who reaches any interface of the device can exhaust its pools; only the user interfaces need to accept requests.',
  guide: ['002 prerequisites'],
  *check(device) {
    const lines = systemLines(device, /^dhcp server request-packet all-interface enable/, 'dhcp');
    if (lines.length === 0 || ![...device.profiles.values()].some((profile) => hasService(profile, 'dhcp-server')))
      return;
    for (const line of lines) {
      yield {
        at: line,
        message: `${device.name} accepts DHCP requests on all interfaces, uplinks too; use dhcp server enable on the user interface`,
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'All interfaces',
      config: dhcpExampleDevice('DeviceA', 1, {
        enable: '',
        rest: `
        dhcp server request-packet all-interface enable
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA accepts DHCP requests on all interfaces
        #`,
      }),
    },
    { title: 'One interface', config: dhcpExampleDevice('DeviceA', 1, {}) },
  ],
});
