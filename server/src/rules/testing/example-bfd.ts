// A device with a BFD session to the other one, for the examples of rules.
import { exampleChannel } from './example-channel';

/** `own` is its number on the link; what is given below stands in the session. */
export function bfdExample(name: string, own: 1 | 2, local: number, remote: number): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.0.12', 2046)}
        #
        interface GigabitEthernet0/1/0
         ip address 10.0.12.${own} 255.255.255.252
        #
        bfd watch bind peer-ip 10.0.12.${3 - own}
         discriminator local ${local}
         discriminator remote ${remote}
        #`;
}
