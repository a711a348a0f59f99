// A translation names the addresses it uses; a NAT or DS-Lite instance has its own groups.
import { undefinedNameRule } from '../shared/undefined-name';

export default undefinedNameRule({
  id: 'address-group-undefined',
  requirement: 'HB-X-ADDRESS-GROUP-DEFINED',
  title: 'A translation names an address group that is not there',
  severity: 'error',
  why: 'There is no public address to translate to: the users behind it reach nothing.',
  guide: ['004 step 5.2', 'vendor configuration files'],
  kinds: ['instance-address-group', 'address-group'],
  // Outside an instance the groups may stand in a part of the file that was left out.
  gravity: (name, device) => {
    if (name.kind === 'instance-address-group') return 'error';
    return device.isWholeFile || device.nameIndex.definesAny('address-group') ? 'warning' : undefined;
  },
  effect: () => 'no user is translated',
  examples: [
    {
      title: 'A slip in the name',
      config: `
        sysname DeviceA
        #
        nat instance fiber id 12
         nat address-group fiber-out group-id 1 203.0.113.16 203.0.113.31
         nat outbound any address-group fiber-uot
                                        ^^^^^^^^^ DeviceA: NAT instance fiber names address group fiber-uot, which is not in this file; did you mean fiber-out?
        #
        fixed:
        sysname DeviceA
        #
        nat instance fiber id 12
         nat address-group fiber-out group-id 1 203.0.113.16 203.0.113.31
         nat outbound any address-group fiber-out
        #
      `,
    },
    {
      title: 'The group of another instance; DS-Lite',
      config: `
        sysname DeviceA
        #
        ds-lite instance lite id 13
         ds-lite address-group out group-id 1 203.0.113.32 203.0.113.47
        #
        ds-lite instance fiber id 12
         ds-lite outbound any address-group out
                                            ^^^ DeviceA: DS-Lite instance fiber names address group out, which is not in this file: no user is translated
        #
      `,
    },
    {
      title: 'Defined below its use; NAT of an interface in an excerpt',
      config: `
        sysname DeviceA
        #
        ds-lite instance fiber id 12
         ds-lite outbound any address-group out
         ds-lite address-group out group-id 1 203.0.113.32 203.0.113.47
        #
        interface GigabitEthernet0/1/1
         nat outbound 2000 address-group 1
        #
        acl number 2000
        #
      `,
    },
  ],
});
