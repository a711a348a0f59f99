// A backup service protects the traffic of a tunnel policy; VPN instances name one too. Judged where the file defines tunnel policies
// or is a whole one: without its policy a VPN takes any tunnel.
import { isOf, undefinedNameRule } from '../shared/undefined-name';

export default undefinedNameRule({
  id: 'tunnel-policy-undefined',
  requirement: 'HB-X-TUNNEL-POLICY-DEFINED',
  title: 'A line names a tunnel policy that is not there',
  severity: 'information',
  why: 'The traffic does not take the tunnel that was meant; behind a backup service it is not handed over to the other device.',
  guide: ['vendor command reference: protect tnl-policy, tunnel-policy'],
  kinds: ['tunnel-policy'],
  counts: (_, device) => device.isWholeFile || device.nameIndex.definesAny('tunnel-policy'),
  gravity: (name) => (isOf(name, ['rbs']) ? 'warning' : 'information'),
  effect: (name) => (isOf(name, ['rbs']) ? 'traffic is not handed over to the other device' : undefined),
  examples: [
    {
      title: 'Another policy is defined',
      config: `
        sysname DeviceA
        #
        tunnel-policy lsp
        #
        remote-backup-service ch
         peer 10.9.0.2 source 10.9.0.1 port 7200
         protect tnl-policy engineered peer-ip 10.9.9.2
                            ^^^^^^^^^^ DeviceA: RBS ch names tunnel policy engineered, which is not in this file: traffic is not handed over to the other device
        #
      `,
    },
    {
      title: 'Defined; an excerpt',
      config: `
        --- a.cfg
        sysname DeviceA
        #
        tunnel-policy te
        #
        remote-backup-service ch
         peer 10.9.0.2 source 10.9.0.1 port 7200
         protect tnl-policy te peer-ip 10.9.9.2
        #
        --- b.cfg
        sysname DeviceB
        #
        remote-backup-service ch
         peer 10.9.0.3 source 10.9.0.4 port 7200
         protect tnl-policy te peer-ip 10.9.9.3
        #
      `,
    },
  ],
});
