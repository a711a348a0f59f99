// One end of an E-Trunk with a member, for the examples of rules.
import { exampleChannel } from './example-channel';

interface Parts {
  /** Below the addresses of the E-Trunk, below the member's own line, and in the system view; each begins its row. */
  readonly settings?: string;
  readonly trunk?: string;
  readonly system?: string;
}

/** `own` is its number in 10.0.0.0/24. */
export function exampleETrunk(
  name: string,
  own: 1 | 2,
  { settings = '', trunk = '', system = '' }: Parts = {},
): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #${
          system === ''
            ? ''
            : `
        ${system}
        #`
        }
        e-trunk 1
         priority ${own * 10}
         peer-address 10.0.0.${3 - own} source-address 10.0.0.${own}${settings}
        #
        ${exampleChannel('s1', own, '10.0.0', 7000)}
        #
        interface Eth-Trunk1
         mode lacp-static
         e-trunk 1${trunk}
        #`;
}
