// A traffic policy joins classifiers and behaviors, an interface applies it. Judged where the file defines names of that kind at all.
import { undefinedNameRule } from '../shared/undefined-name';

export default undefinedNameRule({
  id: 'traffic-policy-name-undefined',
  requirement: 'HB-X-TRAFFIC-POLICY-DEFINED',
  title: 'A traffic policy, a classifier or a behavior is not there',
  severity: 'warning',
  why: 'The traffic is not treated as meant: what a NAT instance should translate does not reach it.',
  guide: ['vendor configuration files'],
  kinds: ['traffic-classifier', 'traffic-behavior', 'traffic-policy'],
  counts: ({ kind }, device) => device.nameIndex.definesAny(kind),
  examples: [
    {
      title: 'A slip in the name of the classifier',
      config: `
        sysname DeviceA
        #
        traffic classifier users operator or
         if-match any
        #
        traffic behavior translate
         permit
        #
        traffic policy to-board
         classifier user behavior translate
                    ^^^^ DeviceA: traffic policy to-board names traffic classifier user, which is not in this file; did you mean users?
        #
        fixed:
        sysname DeviceA
        #
        traffic classifier users operator or
         if-match any
        #
        traffic behavior translate
         permit
        #
        traffic policy to-board
         classifier users behavior translate
        #
      `,
    },
    {
      title: 'Defined; an excerpt',
      config: `
        sysname DeviceA
        #
        traffic policy to-board
         classifier users behavior translate
        #
        interface GigabitEthernet0/1/1
         traffic-policy to-board inbound
        #
      `,
    },
  ],
});
