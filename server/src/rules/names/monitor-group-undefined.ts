// A monitor group that a backup service, an E-Trunk or an interface follows; what VRRP groups track is vrrp-track-undefined.
import { isOf, undefinedNameRule } from '../shared/undefined-name';

export default undefinedNameRule({
  id: 'monitor-group-undefined',
  requirement: 'HB-X-MONITOR-GROUP-DEFINED',
  title: 'A line follows a monitor group that is not there',
  severity: 'warning',
  why: 'The loss of the uplinks is not noticed, or counts as there for good.',
  guide: ['vendor command reference: track monitor-group'],
  kinds: ['monitor-group'],
  counts: (name) => isOf(name, ['rbs', 'eTrunk', 'monitorGroup', 'cuAgent']),
  gravity: (name, device) => (device.isWholeFile && isOf(name, ['rbs']) ? 'error' : 'warning'),
  effect: () => 'the loss of its uplinks is not noticed',
  examples: [
    {
      title: 'A slip in the name',
      config: `
        sysname DeviceA
        #
        monitor-group uplinks
         binding interface GigabitEthernet0/1/1
        #
        remote-backup-service ch
         peer 10.9.0.2 source 10.9.0.1 port 7200
         track monitor-group uplink switchover failure-ratio 50
                             ^^^^^^ DeviceA: RBS ch names monitor group uplink, which is not in this file; did you mean uplinks?
        #
        fixed:
        sysname DeviceA
        #
        monitor-group uplinks
         binding interface GigabitEthernet0/1/1
        #
        remote-backup-service ch
         peer 10.9.0.2 source 10.9.0.1 port 7200
         track monitor-group uplinks switchover failure-ratio 50
        #
      `,
    },
    {
      title: 'Defined below its use; what a group tracks',
      config: `
        sysname DeviceA
        #
        remote-backup-service ch
         peer 10.9.0.2 source 10.9.0.1 port 7200
         track monitor-group uplinks switchover failure-ratio 50
        #
        monitor-group uplinks
        #
      `,
    },
  ],
});
