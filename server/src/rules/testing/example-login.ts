// A device whose users log in, for the examples of rules: channel, profile, group and the users' sub-interface.

/** What an example device whose users log in has more than it must have. */
export interface LoginParts {
  /** Lines of the backup service below its channel, each with the indent of a section's line. */
  readonly service?: string;
  /** Lines of the profile. */
  readonly profile?: string;
  /** Sections before the channel, each with its `#`. */
  readonly before?: string;
  /** Sections behind the users, each with its `#`. */
  readonly after?: string;
  /** Carets below the name of the profile, with what is said there. */
  readonly atProfile?: string;
  /** Carets below the name of the backup service. */
  readonly atService?: string;
}

/** In the indent of the examples. */
export function exampleLogin(name: string, own: 1 | 2, parts: LoginParts = {}): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #${section(parts.before)}
        remote-backup-service s1${said(parts.atService)}
         peer 10.0.1.${3 - own} source 10.0.1.${own} port 2046${lines(parts.service)}
        #
        remote-backup-profile p1${said(parts.atProfile)}
         service-type bras
         backup-id 10 remote-backup-service s1
         vrrp-id 1 interface GigabitEthernet0/1/2.4001${lines(parts.profile)}
        #
        interface GigabitEthernet0/1/1
         ip address 10.0.1.${own} 255.255.255.252
        #
        interface GigabitEthernet0/1/2.4001
         vlan-type dot1q 4001
         ip address 10.0.50.${own + 1} 255.255.255.0
         vrrp vrid 1 virtual-ip 10.0.50.1
         ${own === 1 ? 'vrrp vrid 1 priority 120\n         vrrp vrid 1 preempt-mode timer delay 1200' : 'vrrp recover-delay 20'}
        #
        interface GigabitEthernet0/1/2.501
         user-vlan 501
         remote-backup-profile p1
         bas
        #${section(parts.after)}`;
}

function section(text: string | undefined): string {
  return text === undefined ? '' : `\n        ${text}\n        #`;
}

function lines(text: string | undefined): string {
  return text === undefined ? '' : `\n         ${text}`;
}

function said(text: string | undefined): string {
  return text === undefined ? '' : `\n        ${text}`;
}
