// The sessions in the tunnels are those of users who log in: L2TP is backed up beside BRAS and never alone.
import type { Device, Rbp } from '../../model/device';
import { insertInBlock } from '../../edits/config-edits';
import { hasService, profilesWith } from '../../model/services/bindings';
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<{ device: Device; profile: Rbp }>({
  id: 'l2tp-without-bras',
  requirement: 'HB-BR-L2TP-BRAS',
  title: 'Tunnels are backed up without their users',
  severity: 'error',
  why: 'Without the sessions of the users the backup has tunnels without sessions: all have to dial in again.',
  guide: ['011 step 3.5', '011 step 3.6'],
  *check(device) {
    for (const profile of profilesWith(device, 'l2tp')) {
      if (hasService(profile, 'bras')) continue;
      const at = profile.services.find(({ value }) => value.toLowerCase() === 'l2tp')?.at ?? profile.at;
      yield {
        at,
        message: `${device.name}: RBP ${profile.name} backs up l2tp without bras: tunnels go over without their users; add service-type bras`,
        facts: { device, profile },
      };
    }
  },
  fix({ device, profile }) {
    const edits = [insertInBlock(device, profile.block, 'service-type bras', { first: true })];
    return [{ title: `Add service-type bras on ${device.name}`, edits, safe: false }];
  },
  examples: [
    {
      title: 'L2TP alone',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type l2tp
                      ^^^^ DeviceA: RBP p1 backs up l2tp without bras
         backup-id 10 remote-backup-service s1
        #
        fixed:
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         service-type l2tp
         backup-id 10 remote-backup-service s1
        #`,
    },
    {
      title: 'Both',
      config: `
        sysname DeviceA
        #
        remote-backup-profile p1
         service-type bras
         service-type l2tp
         backup-id 10 remote-backup-service s1
        #`,
    },
  ],
});
