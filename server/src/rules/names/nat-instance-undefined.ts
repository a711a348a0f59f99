// A NAT instance is bound by its name, case and all. Where the name is a slip, its users are not translated: an excerpt proves that as
// well as a whole file. A name that is one of another kind of instance stands behind the wrong word.
import type { NameKind } from '../../catalogue';
import type { Device } from '../../model/device';
import { meant } from '../../text/edit-distance';
import { undefinedNameRule } from '../shared/undefined-name';

export default undefinedNameRule({
  id: 'nat-instance-undefined',
  requirement: 'HB-X-INSTANCE-DEFINED',
  title: 'A line binds a NAT instance that is not there',
  severity: 'warning',
  why: 'The users behind that line are not translated.',
  guide: ['vendor configuration files'],
  kinds: ['nat-instance', 'nat64-instance', 'ds-lite-instance'],
  areRare: true,
  counts: ({ kind }, device) => device.isWholeFile || device.nameIndex.definesAny(kind),
  gravity: ({ kind, text }, device) => (device.isWholeFile || isSlip(kind, text, device) ? 'error' : 'warning'),
  effect: () => 'users there are not translated',
  kindWord: (kind) => kind.replace(/-instance$/, ''),
  examples: [
    {
      title: 'A slip in the name',
      config: `
        sysname DeviceA
        #
        acl number 3001
        #
        nat instance fiber id 12
        #
        interface GigabitEthernet0/1/1
         nat bind acl 3001 instance fibre
                                    ^^^^^ DeviceA: GigabitEthernet0/1/1 names NAT instance fibre, which is not in this file; did you mean fiber?
        #
        fixed:
        sysname DeviceA
        #
        acl number 3001
        #
        nat instance fiber id 12
        #
        interface GigabitEthernet0/1/1
         nat bind acl 3001 instance fiber
        #
      `,
    },
    {
      title: 'In a traffic behavior and in a domain',
      config: `
        sysname DeviceA
        #
        ds-lite instance fiber id 12
        #
        nat instance copper id 13
        #
        traffic behavior translate
         ds-lite bind instance fibre
                               ^^^^^ DeviceA: traffic behavior translate names DS-Lite instance fibre, which is not in this file; did you mean fiber?
        #
        aaa
         domain isp
          user-group users bind nat instance copper
          user-group guests bind nat instance coper
                                              ^^^^^ DeviceA: AAA domain isp names NAT instance coper, which is not in this file; did you mean copper?
        #
      `,
    },
    {
      title: 'An instance of another kind',
      config: `
        sysname DeviceA
        #
        ds-lite instance fiber id 12
        #
        traffic behavior translate
         nat bind instance fiber
                           ^^^^^ DeviceA: traffic behavior translate names NAT instance fiber, but fiber is a DS-Lite instance: users there are not translated; write ds-lite
        #
        fixed:
        sysname DeviceA
        #
        ds-lite instance fiber id 12
        #
        traffic behavior translate
         ds-lite bind instance fiber
        #
      `,
    },
    {
      title: 'Bound; an excerpt',
      config: `
        sysname DeviceA
        #
        interface GigabitEthernet0/1/1
         nat bind instance fiber
        #
      `,
    },
  ],
});

/** The name is a slip of one that the file defines; names that differ in a number are a series, and an excerpt may show a part. */
function isSlip(kind: NameKind, text: string, { nameIndex }: Device): boolean {
  const probable = meant(
    text,
    nameIndex.definitions(kind).map((name) => name.text),
  );
  const letters = (name: string) => name.toLowerCase().replace(/\d/g, '');
  return probable !== undefined && letters(probable) !== letters(text);
}
