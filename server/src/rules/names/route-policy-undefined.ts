// Route-policies, which may also be XPL filters, and prefix lists. Excerpts leave policies out: only whole files are judged.
import { undefinedNameRule } from '../shared/undefined-name';

export default undefinedNameRule({
  id: 'route-policy-undefined',
  requirement: 'HB-X-ROUTE-POLICY-DEFINED',
  title: 'A line names a route-policy or a prefix list that is not there',
  severity: 'information',
  why: 'A policy that is not there lets every route through, or none, as the protocol has it.',
  guide: ['vendor configuration files'],
  kinds: ['route-policy', 'ip-prefix'],
  gravity: (_, device) => (device.isWholeFile ? 'information' : undefined),
  examples: [
    {
      title: 'In a whole file',
      config: `
        sysname DeviceA
        #
        aaa
        #
        interface NULL0
        #
        ospf 1
         import-route unr route-policy pools
                                       ^^^^^ DeviceA: OSPF process 1 names route-policy pools, which is not defined
        #
        route-policy users permit node 10
         if-match ip-prefix own
                            ^^^ DeviceA: route-policy users names prefix list own, which is not defined
        #
        user-interface vty 0 4
        #
        return
      `,
    },
    {
      title: 'Defined; an excerpt',
      config: `
        --- a.cfg
        sysname DeviceA
        #
        aaa
        #
        interface NULL0
        #
        ospf 1
         import-route unr route-policy pools
        #
        route-policy pools permit node 10
        #
        user-interface vty 0 4
        #
        return
        --- b.cfg
        sysname DeviceB
        #
        ospf 1
         import-route unr route-policy pools
        #
      `,
    },
  ],
});
