// Which VLANs a device makes, and which of its ports carry them: a VLANIF is up while a port that is up takes frames of its VLAN.
// The number may reach a VLAN in ways that no catalogue holds, so any other line that names it counts as one that does.
import { system } from '../catalogue';
import { memoizeByObject } from '../text/memoize';
import type { Block, Device, Interface } from './device';
import { mapIndex } from './incremental/index-view';
import { ethTrunks, hasMember } from './interface-state';
import { inForce } from './lines/in-force';
import type { MatchedLine } from './lines/matched-line';
import { canonicalText } from './lines/canonical-text';
import type { Tags } from './vlan-lines';
import { vlanOfVlanif } from './vlans';

/** Why no frame of a VLAN reaches the device; undefined where the file does not say so. */
export type VlanGap = 'not created' | 'on no port';

/** VLAN 1 is there without a line, and every port is in it. */
export function vlanGap(device: Device, vlan: number): VlanGap | undefined {
  if (vlan === 1) return undefined;
  if (!created(device).some((tags) => isIn(vlan, tags))) return 'not created';
  return portsWith(device, vlan).some((port) => mayBeUp(device, port)) || isNamedElsewhere(device, vlan)
    ? undefined
    : 'on no port';
}

/** Whether the file holds lines of this kind at all: it creates VLANs, or ports carry some. */
export function saysVlans(device: Device, gap: VlanGap): boolean {
  if (gap === 'not created') return created(device).length > 0;
  return [...switchPorts(device.interfaces).keys()].length > 0;
}

/** Main interfaces that carry frames of the VLAN. */
export function portsWith({ interfaces }: Device, vlan: number): readonly Interface[] {
  const named = switchPorts(interfaces);
  return [...new Set([...named.get(every), ...named.get(String(vlan))])];
}

/** An Eth-Trunk without a member carries nothing, where the file would name one. */
function mayBeUp(device: Device, port: Interface): boolean {
  return !device.isWholeFile || !ethTrunks(device).includes(port) || hasMember(device, port);
}

function isIn(vlan: number, { first, last }: Tags): boolean {
  return first <= vlan && vlan <= last;
}

function created({ system: lines, views }: Device): readonly Tags[] {
  const batches = (lines.get(system.vlanBatch.id) ?? []).filter((line) => !line.match?.undo);
  const heads = (views.get('vlan') ?? []).flatMap(({ heads: lineOf }) => lineOf);
  return [...batches, ...heads].flatMap((line) => tagsIn(canonicalText(line)));
}

const every = 'all';

/** By the VLANs that they carry: `10`, or `all`. */
const switchPorts = mapIndex((port: Interface) => carriedBy(port));

const carriedBy = memoizeByObject((port: Interface): readonly string[] => {
  if (port.key !== port.mainKey || vlanOfVlanif(port.key) !== undefined) return [];
  const lines = inForce(port.block.lines).filter(
    ({ text, match }) => !match?.undo && /vlan/i.test(text) && !/^\s*description\b/i.test(text),
  );
  const texts = lines.map((line) => canonicalText(line));
  if (texts.some((text) => / all$/.test(text))) return [every];
  return [...new Set(texts.flatMap((text) => tagsIn(text).flatMap(numbersOf)))];
});

/** `10 20 to 30` in a line, whatever its command. */
function tagsIn(text: string): Tags[] {
  return [...text.matchAll(/(?<= )(\d+)(?: to (\d+))?(?= |$)/g)].map(([, first, last]) => ({
    first: Number(first),
    last: Number(last ?? first),
  }));
}

function numbersOf({ first, last }: Tags): string[] {
  const end = Math.min(last, 4094);
  return Array.from({ length: Math.max(0, end - first + 1) }, (_, index) => String(first + index));
}

/** A super-VLAN has its ports through others; and other views may put ports or tunnels into a VLAN. */
function isNamedElsewhere({ views }: Device, vlan: number): boolean {
  for (const [view, blocks] of views) {
    for (const block of blocks) {
      if (view === 'vlan' ? isMadeBy(block, vlan) && block.lines.some(takesPorts) : block.lines.some(names(vlan)))
        return true;
    }
  }
  return false;
}

function isMadeBy({ heads }: Block, vlan: number): boolean {
  return heads.some((head) => tagsIn(canonicalText(head)).some((tags) => isIn(vlan, tags)));
}

function takesPorts({ text, match }: MatchedLine): boolean {
  return !match?.undo && !/^\s*(?:name|description|igmp-snooping|statistic)\b/i.test(text);
}

function names(vlan: number): (line: MatchedLine) => boolean {
  return ({ text, lines }) =>
    (/vlan/i.test(text) && (/ all\b/i.test(text) || tagsIn(text).some((tags) => isIn(vlan, tags)))) ||
    lines.some(names(vlan));
}
