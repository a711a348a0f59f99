// Whether a device takes part in LDP, which makes the LSPs that protection over `protect lsp-tunnel` runs in.
import { mpls } from '../../catalogue';
import type { Address } from '../address';
import type { Device, Interface } from '../device';
import { mapIndex } from '../incremental/index-view';
import { canonicalText } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import type { Fact } from '../place';
import { addressOf } from '../read/line-values';
import { isLoopback } from './connected';

/** A line without which LDP makes no LSP. The last one stands on links. */
export const ldpLines = ['mpls lsr-id', 'mpls', 'mpls ldp', 'mpls ldp on a link'] as const;
/** One of these lines. */
export type LdpLine = (typeof ldpLines)[number];

/** The lines of those that the device has. */
export function ldpLinesOf({ system, interfaces }: Device): ReadonlySet<LdpLine> {
  const isWritten = (command: string, text: RegExp) =>
    inForce(system.get(command) ?? []).some((line) => !line.match?.undo && text.test(canonicalText(line)));
  const links = labelled(interfaces).get('ldp');
  const found: Readonly<Record<LdpLine, boolean>> = {
    'mpls lsr-id': isWritten(mpls.lsrId.id, /^mpls lsr-id /),
    mpls: isWritten(mpls.enable.id, /^mpls$/),
    'mpls ldp': isWritten(mpls.ldp.id, /^mpls ldp$/),
    'mpls ldp on a link': links.length > 0,
  };
  return new Set(ldpLines.filter((line) => found[line]));
}

/** What pseudo wires that LDP sets up stand on. */
export const l2vpnLines = [...ldpLines, 'mpls l2vpn'] as const;

/** Which of `l2vpnLines` the device has in force, by their names in that list; an `undo` takes its line out. */
export function l2vpnLinesOf(device: Device): ReadonlySet<(typeof l2vpnLines)[number]> {
  const isOn = [...device.system.values()].some((lines) =>
    inForce(lines).some((line) => !line.match?.undo && canonicalText(line) === 'mpls l2vpn'),
  );
  return new Set([...ldpLinesOf(device), ...(isOn ? (['mpls l2vpn'] as const) : [])]);
}

/** The LSR ID of the device: the last one that is written. */
export function lsrIdOf({ system }: Device): Fact<Address> | undefined {
  const line = (system.get(mpls.lsrId.id) ?? []).findLast((line) => !line.match?.undo);
  return line && addressOf(line, 'lsr-id');
}

/** LSPs may come from elsewhere: segment routing, TE, BGP, or by hand. */
export function hasOtherLabels({ system, interfaces, views }: Device): boolean {
  const isSaid = (view: string, text: RegExp) =>
    (views.get(view) ?? []).some(({ lines }) => lines.some((line) => text.test(line.text)));
  return (
    labelled(interfaces).has('other') ||
    [mpls.global.id, mpls.segmentRouting.id, mpls.explicitPath.id].some((command) => system.has(command)) ||
    isSaid('isis', /\bsegment-routing mpls\b/i) ||
    isSaid('ospf', /\bsegment-routing mpls\b/i) ||
    isSaid('bgp', /\blabel-route-capability\b/i) ||
    isSaid('mpls', /\bmpls (?:te|rsvp-te)\b/i)
  );
}

const labelled = mapIndex((on: Interface): readonly string[] =>
  inForce(on.block.lines).flatMap((line) => {
    if (line.match?.command !== mpls.interface.id || line.match.undo) return [];
    const text = canonicalText(line);
    if (/^mpls ldp$/.test(text)) return isLoopback(on) ? [] : ['ldp'];
    return /^mpls (?:te|rsvp-te)\b/.test(text) ? ['other'] : [];
  }),
);
