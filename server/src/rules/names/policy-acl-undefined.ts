// A traffic policy hands the users of an ACL to a NAT or DS-Lite instance. Where that ACL is missing and the file defines others, the
// instance has no users; in an excerpt without any ACL it is a warning (acl-undefined).
import { deviceRule, eachOf } from '../../diagnostics/rule';
import { instancesOfDevice } from '../../model/services/instance-units';
import { classifierAcls, headsOf } from '../../model/services/user-acls';

export default deviceRule<undefined>({
  id: 'policy-acl-undefined',
  requirement: 'HB-X-ACL-POLICY',
  title: 'The ACL that hands users to an instance is not there',
  severity: 'error',
  why: 'The classifier matches nothing: no traffic reaches the instance, and nobody is translated.',
  guide: ['004 step 5.2', 'vendor configuration files'],
  ...eachOf(
    instancesOfDevice,
    function* (device, instance) {
      if (device.holdsSeveralDevices || !device.nameIndex.definesAny('acl')) return;
      for (const acl of classifierAcls(device, instance)) {
        if (headsOf(device, acl.value).length > 0) continue;
        const where = device.isWholeFile ? 'not defined' : 'not in this file';
        yield {
          at: acl.at,
          message: `${device.name}: ACL ${acl.value}, by which users reach ${instance.kind} instance ${instance.name}, is ${where}: no user is translated`,
          also: [{ at: instance.at, message: `${device.name}: ${instance.kind} instance ${instance.name}` }],
          facts: undefined,
        };
      }
    },
    { followsReads: true },
  ),
  examples: [
    {
      title: 'A slip in the number',
      config: `
        sysname DeviceA
        #
        acl number 3001
        #
        traffic classifier users operator or
         if-match acl 3010
                      ^^^^ DeviceA: ACL 3010, by which users reach nat instance copper, is not in this file
        #
        traffic behavior translate
         nat bind instance copper
        #
        traffic policy users
         classifier users behavior translate
        #
        nat instance copper id 13
        #
      `,
    },
    {
      title: 'Defined; a file without ACLs; a policy that is not about the instance',
      config: `
        --- DeviceA.cfg
        sysname DeviceA
        #
        acl number 3001
        #
        traffic classifier users operator or
         if-match acl 3001
        #
        traffic behavior translate
         nat bind instance copper
        #
        traffic policy users
         classifier users behavior translate
        #
        nat instance copper id 13
        #
        --- DeviceB.cfg
        sysname DeviceB
        #
        traffic classifier users operator or
         if-match acl 3001
        #
        traffic behavior translate
         nat bind instance copper
        #
        traffic policy users
         classifier users behavior translate
        #
        nat instance copper id 13
        #
      `,
    },
  ],
});
