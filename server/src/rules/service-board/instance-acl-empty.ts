// An ACL that is there and holds no rule picks nobody: the instance that it feeds translates no user.
import { deviceRule, eachOf } from '../../diagnostics/rule';
import { instancesOfDevice } from '../../model/services/instance-units';
import { headsOf, rulesOf, usersAclsOf } from '../../model/services/user-acls';

export default deviceRule<undefined>({
  id: 'instance-acl-empty',
  requirement: 'HB-X-ACL-PERMITS',
  title: 'The ACL of an instance holds no rule',
  severity: 'information',
  why: 'Nobody is translated: the users of the instance reach nothing.',
  guide: ['004 step 5.2', 'vendor command reference: ds-lite outbound, nat outbound (NAT instance view)'],
  supersededBy: ['instance-acl-differs'],
  ...eachOf(
    instancesOfDevice,
    function* (device, instance) {
      if (device.holdsSeveralDevices) return;
      const reported = new Set<string>();
      for (const { acl, line } of usersAclsOf(device, instance)) {
        const heads = headsOf(device, acl.value);
        const [head] = heads;
        if (!head || rulesOf(heads)?.length !== 0 || reported.has(acl.value)) continue;
        reported.add(acl.value);
        const message = `${device.name}: ACL ${acl.value} of ${instance.kind} instance ${instance.name} has no rule: no user is translated; add a rule that permits users`;
        yield {
          at: head,
          severity: device.isWholeFile ? 'warning' : undefined,
          message,
          evidence: [line],
          also: [{ at: line, message }],
          facts: undefined,
        };
      }
    },
    { followsReads: true },
  ),
  examples: [
    {
      title: 'Of an outbound, and of the class that is sent to the board',
      config: `
        sysname DeviceA
        #
        acl number 3001
        ^^^^^^^^^^^^^^^ DeviceA: ACL 3001 of nat instance copper has no rule: no user is translated; add a rule that permits users
         description users of copper
        #
        acl number 6001
        ^^^^^^^^^^^^^^^ DeviceA: ACL 6001 of nat instance copper has no rule: no user is translated; add a rule that permits users
        #
        traffic classifier homes operator or
         if-match acl 6001
        #
        traffic behavior homes
         nat bind instance copper
        #
        traffic policy homes
         classifier homes behavior homes
        #
        nat instance copper id 13
         nat address-group out group-id 1 203.0.113.32 203.0.113.47
         nat outbound 3001 address-group out
        #
      `,
    },
    {
      title: 'With a rule; not in this file; of another filter',
      config: `
        sysname DeviceA
        #
        acl number 3001
         rule 5 permit ip source 100.64.0.0 0.0.255.255
        #
        acl number 3003
        #
        nat instance copper id 13
         nat address-group out group-id 1 203.0.113.32 203.0.113.47
         nat outbound 3001 address-group out
         nat outbound 3002 address-group out
        #
        interface GigabitEthernet0/1/1
         traffic-filter inbound acl 3003
        #
      `,
    },
  ],
});
