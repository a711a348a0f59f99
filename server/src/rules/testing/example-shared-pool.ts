// A device that shares the pool of its users with another one, for the examples of rules.
import { exampleChannel } from './example-channel';

/** What differs in an example device of a pair that shares the pool of its users. */
export interface SharedPoolParts {
  /** What the backup service announces the pool at, with what is said below the line: `metric 20`. */
  readonly metric?: string;
  /** The pool only backs up what the other device leases. */
  readonly standsBy?: boolean;
  /** Lines of the profile, each with the indent of a section's line. */
  readonly profile?: string;
  /** Carets below the line of the backup service that names the pool, with what is said there. */
  readonly atService?: string;
  /** Carets below the line that makes the pool. */
  readonly atPool?: string;
}

/** In the indent of the examples. Device 1 is the master of the users. */
export function exampleSharedPool(name: string, own: 1 | 2, parts: SharedPoolParts = {}): string {
  const metric = parts.metric === undefined ? '' : ` ${parts.metric}`;
  const role = parts.standsBy ? ' rui-slave' : '';
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.5.0', 2000)}
         ip-pool home${metric}${below(parts.atService)}
        #
        remote-backup-profile p1
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2${below(parts.profile)}
        #
        ip pool home bas local${role}${below(parts.atPool)}
         gateway 10.8.0.1 255.255.0.0
         section 0 10.8.0.2 10.8.9.255
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.${own} 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 priority ${own === 1 ? 150 : 120}
         remote-backup-profile p1
        #`;
}

function below(text: string | undefined): string {
  return text === undefined ? '' : `\n${text}`;
}
