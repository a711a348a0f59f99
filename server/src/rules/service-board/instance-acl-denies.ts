// An outbound translates whom its ACL permits, of those whom the ACL of a class hands over. An ACL that permits nobody, or lets nobody reach the rules that do, is a slip: who is
// not to be translated needs no outbound.
import { deviceRule, eachOf } from '../../diagnostics/rule';
import { instancesOfDevice } from '../../model/services/instance-units';
import { barrier, headsOf, rulesOf, usersAclsOf } from '../../model/services/user-acls';

export default deviceRule<undefined>({
  id: 'instance-acl-denies',
  requirement: 'HB-X-ACL-PERMITS',
  title: 'The ACL of an outbound denies all users',
  severity: 'error',
  why: 'Nobody is translated: the users of the instance reach nothing.',
  guide: ['004 step 5.2', 'vendor command reference: ds-lite outbound, nat outbound (NAT instance view)'],
  ...eachOf(
    instancesOfDevice,
    function* (device, instance) {
      if (device.holdsSeveralDevices) return;
      const reported = new Set<string>();
      for (const { acl, line } of usersAclsOf(device, instance)) {
        const denying = barrier(rulesOf(headsOf(device, acl.value)) ?? []);
        if (!denying || reported.has(acl.value)) continue;
        reported.add(acl.value);
        yield {
          at: denying.line,
          message: `${device.name}: ACL ${acl.value} denies everybody that ${instance.kind} instance ${instance.name} should translate: no user is translated`,
          evidence: [line],
          also: [
            {
              at: line,
              message: `${device.name}: ${instance.kind} instance ${instance.name} translates what ACL ${acl.value} permits`,
            },
          ],
          facts: undefined,
        };
      }
    },
    { followsReads: true },
  ),
  examples: [
    {
      title: 'Deny in place of permit',
      config: `
        sysname DeviceA
        #
        acl number 3001
         rule 5 deny ip source 100.64.0.0 0.0.255.255
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: ACL 3001 denies everybody that nat instance copper should translate
        #
        nat instance copper id 13
         nat address-group out group-id 1 203.0.113.32 203.0.113.47
         nat outbound 3001 address-group out
        #
      `,
    },
    {
      title: 'A rule for everybody before those that permit',
      config: `
        sysname DeviceA
        #
        acl ipv6 number 3002
         rule 10 permit ipv6 source 2001:DB8:8800::/40
         rule 5 deny ipv6
         ^^^^^^^^^^^^^^^^ DeviceA: ACL 3002 denies everybody that ds-lite instance fiber should translate
        #
        ds-lite instance fiber id 12
         ds-lite address-group out group-id 1 203.0.113.16 203.0.113.31
         ds-lite outbound 3002 address-group out
        #
      `,
    },
    {
      title: 'The ACL of the class that is sent to the board',
      config: `
        sysname DeviceA
        #
        acl number 6001
         rule 5 deny ip source user-group homes
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DeviceA: ACL 6001 denies everybody that nat instance copper should translate
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
         nat outbound any address-group out
        #
      `,
    },
    {
      title: 'A few are kept out; an ACL without rules; one that something else uses',
      config: `
        sysname DeviceA
        #
        acl number 3001
         rule 5 deny ip source 100.64.0.0 0.0.0.255
         rule 10 permit ip source 100.64.0.0 0.0.255.255
         rule 100 deny ip
        #
        acl number 3002
        #
        acl number 3003
         rule 5 deny ip
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
