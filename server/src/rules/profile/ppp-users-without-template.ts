// Users who dial in with PPP over Ethernet meet a virtual template where they come in: without it the port answers no PPPoE.
import type { Interface } from '../../model/device';
import { canonicalText, firstWordOf } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import type { MatchedLine } from '../../model/lines/matched-line';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<undefined>({
  id: 'ppp-users-without-template',
  requirement: 'HB-RBP-PPP-TEMPLATE',
  title: 'PPP users come in where no virtual template is bound',
  severity: 'warning',
  why: 'The interface answers no PPPoE: nobody dials in there.',
  guide: ['vendor command reference: pppoe-server bind'],
  supersededBy: ['user-access-differs'],
  independentPer: 'interface',
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const on of device.interfaces.values()) {
      const method = on.profiles.length > 0 ? pppMethod(on) : undefined;
      if (!method || on.block.lines.some(isTemplateLine)) continue;
      yield {
        at: method,
        message: `${device.name}: users of ${on.name} log in by PPP, and no virtual template is bound there: nobody dials in; add pppoe-server bind`,
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'No template',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2.100
         description users of PPPoE
         user-vlan 100
         remote-backup-profile homes
         bas
          access-type layer2-subscriber default-domain authentication isp
          authentication-method ppp
          ^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: users of GigabitEthernet0/1/2.100 log in by PPP, and no virtual template is bound there: nobody dials in; add pppoe-server bind
        #
      `,
    },
    {
      title: 'A template; other ways to log in; no profile',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2.100
         user-vlan 100
         pppoe-server bind Virtual-Template 1
         remote-backup-profile homes
         bas
          access-type layer2-subscriber
          authentication-method ppp
        #
        interface GigabitEthernet0/1/2.101
         user-vlan 101
         remote-backup-profile homes
         bas
          access-type layer2-subscriber
          authentication-method bind
        #
        interface GigabitEthernet0/1/2.102
         user-vlan 102
         bas
          access-type layer2-subscriber
          authentication-method ppp
        #
      `,
    },
  ],
});

/** A line that names a template, or is about PPPoE, whether it can be read or not; a description may speak of it too. */
function isTemplateLine(line: MatchedLine): boolean {
  return !canonicalText(line).startsWith('description ') && /\bvirtual-template\b|\bpppoe/i.test(line.text);
}

const ofUsers: ReadonlySet<string> = new Set(['access-type', 'authentication-method']);

/** The line by which users log in with PPP first, of those who come in over layer 2. */
function pppMethod({ block }: Interface): MatchedLine | undefined {
  const lines = inForce(block.lines).filter((line) => ofUsers.has(firstWordOf(line)));
  const isLayer2 = lines.some((line) => canonicalText(line).startsWith('access-type layer2-subscriber'));
  return isLayer2 ? lines.find((line) => /^authentication-method ppp(?= |$)/.test(canonicalText(line))) : undefined;
}
