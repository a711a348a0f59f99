// IGMP snooping that is backed up: the access circuits that bind a profile for it, and the VSI, VLAN or bridge domain that each of
// them is in.
import type { Block, Device, Interface, Rbp } from '../device';
import { canonicalText } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import { bindingsOf, boundTo, followsETrunk, type Binding } from './bindings';

/** Where a device snoops: an L2VPN, a VLAN or a bridge domain. */
export type SnoopingView = 'vsi' | 'vlan' | 'bridge-domain';

/** What people call it. */
export const switchWords: Readonly<Record<SnoopingView, string>> = {
  vsi: 'VSI',
  vlan: 'VLAN',
  'bridge-domain': 'bridge domain',
};

/** What switches the frames of an access circuit. */
export interface SwitchedIn {
  readonly view: SnoopingView;
  /** In small letters. */
  readonly name: string;
  /** Absent where nothing in the file makes it. */
  readonly block?: Block;
}

/** An interface that is bound for IGMP snooping. */
export interface SnoopedCircuit extends Binding {
  /** Absent where no line of the interface names one. */
  readonly within?: SwitchedIn;
}

/** In file order; only an E-Trunk gives such a profile its role. */
export function snoopedCircuits(device: Device): readonly SnoopedCircuit[] {
  return bindingsOf(device, 'igmp-snooping')
    .filter(({ profile }) => followsETrunk(profile))
    .map(toCircuit);
}

/** The access circuits that bind this profile, in file order. */
export function snoopedCircuitsOf(profile: Rbp, device: Device): readonly SnoopedCircuit[] {
  return boundTo(profile, device).map(toCircuit);
}

function toCircuit(binding: Binding): SnoopedCircuit {
  return { ...binding, within: switchedIn(binding.device, binding.interface) };
}

const memberships: readonly (readonly [view: SnoopingView, line: RegExp])[] = [
  ['vsi', /^l2 binding vsi (\S+)/],
  ['vlan', /^l2 binding vlan (\d+)/],
  ['bridge-domain', /^bridge-domain (\d+)$/],
];

/** Undefined where no line of the interface names a VSI, VLAN or bridge domain. */
export function switchedIn(device: Device, { block }: Interface): SwitchedIn | undefined {
  for (const line of inForce(block.lines)) {
    for (const [view, pattern] of memberships) {
      const name = line.match?.undo ? undefined : pattern.exec(canonicalText(line))?.[1];
      if (name !== undefined) return { view, name, block: switchBlock(device, view, name) };
    }
  }
  return undefined;
}

/** The section of the VSI, VLAN or bridge domain of this name, in small letters. */
export function switchBlock(device: Device, view: SnoopingView, name: string): Block | undefined {
  const head = `${view} ${name}`;
  return device.views
    .get(view)
    ?.find(({ heads }) => heads.some((line) => `${canonicalText(line)} `.startsWith(`${head} `)));
}

/** The numbers by which the VSIs of the device set up their pseudo-wires. */
export function vsiNumbers(device: Device): number[] {
  const lines = (device.views.get('vsi') ?? []).flatMap((block) =>
    block.lines.flatMap((line) => [line, ...line.lines]),
  );
  return lines.flatMap((line) => {
    const number = /^vsi-id (\d+)$/.exec(canonicalText(line))?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}
