// A device that backs up the IGMP snooping of access circuits over an E-Trunk, for the examples of rules.

/** A section with its `#`, in the indent of the examples. */
export function section(head: string, ...lines: readonly string[]): string {
  return `${block(head, lines)}${block('#')}`;
}

function block(head: string, lines: readonly string[] = []): string {
  return [head, ...lines.map((line) => ` ${line}`)].map((line) => `\n        ${line}`).join('');
}

/** An access circuit that binds the profile; `carets` stand below the profile, with what is said there. */
export function circuit(name: string, lines: readonly string[], carets?: string): string {
  const bound = block(`interface ${name}`, [...lines, 'remote-backup-profile p1']);
  return `${bound}${carets === undefined ? '' : `\n${carets}`}${block('#')}`;
}

/** What a circuit says of itself that lacks nothing. */
export const circuitLines = ['vlan-type dot1q 100', 'l2 binding vsi tv', 'igmp-snooping backup-report forward'];

/** What differs in an example device with IGMP snooping. `circuits` are sections made by `circuit`. */
export interface SnoopingParts {
  /** IGMP snooping is switched on for the device; true where not said. */
  readonly isOn?: boolean;
  /** The sections of what the circuits are in. */
  readonly within?: string;
  /** The sections of further profiles. */
  readonly profiles?: string;
  readonly circuits: string;
}

/**
 * The text of one device, in the indent of the examples: snooping, the profile `p1` on an E-Trunk, and its circuits.
 */
export function exampleSnooping({ isOn = true, within = '', profiles = '', circuits }: SnoopingParts): string {
  const enabled = isOn ? section('igmp-snooping enable') : '';
  const profile = section('remote-backup-profile p1', 'service-type igmp-snooping', 'e-trunk 1 eth-trunk 1');
  return `
        sysname DeviceA
        #${enabled}${within}${profile}${profiles}${circuits}`;
}
