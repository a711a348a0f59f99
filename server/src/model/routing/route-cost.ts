// The cost that `peer-backup route-cost auto-advertising` gives the routes to users who log in, and whether the network learns it: OSPF
// hands it on for all routes with `default cost inherit-metric`, IS-IS for those it takes in with `inherit-cost`.
import type { Device } from '../device';
import { canonicalText, systemLines } from '../lines/canonical-text';
import { inForce } from '../lines/in-force';
import type { MatchedLine } from '../lines/matched-line';
import { igpProcesses, type IgpProcess } from './igp-processes';

/** Makes OSPF announce imported routes with their own cost, so that the degrade cost arrives. */
export const ospfCostLine = 'default cost inherit-metric';

/** The cost of users' routes follows what the device says of its pools. */
export function advertisesCost(device: Device): boolean {
  return systemLines(device, /^peer-backup route-cost auto-advertising/).length > 0;
}

/** A routing process that imports user routes and loses their cost. */
export interface ForgetfulProcess {
  readonly process: IgpProcess;
  /** The line that takes the users' routes in and says nothing of their cost. */
  readonly line: MatchedLine;
}

/** The processes that take the users' routes in without their cost. */
export function forgetfulProcesses(device: Device): readonly ForgetfulProcess[] {
  const kinds = routesOf(device);
  return igpProcesses(device).flatMap((process) => {
    if (process.protocol !== 'isis' && process.protocol !== 'ospf') return [];
    const line = openImport(process, kinds);
    return line && !hasOspfLine(process) ? [{ process, line }] : [];
  });
}

function costReachesNetwork(device: Device): boolean {
  return advertisesCost(device) && forgetfulProcesses(device).length === 0;
}

/** The network returns packets through the device whose pool costs less. Where a cost stays unknown to it, no file tells through which. */
export function isChosenByCost({ a, b }: Readonly<Record<'a' | 'b', Device>>): boolean {
  return costReachesNetwork(a) && costReachesNetwork(b);
}

/** What the device announces for its users: their networks, and with L2TP the loopback of the tunnels too. */
function routesOf({ services }: Device): RegExp {
  const hasTunnels = [...services.values()].some(({ block }) =>
    inForce([...block.lines]).some((line) => /^l2tp-tunnel source /.test(canonicalText(line))),
  );
  return hasTunnels ? /^import-route (?:unr|direct)(?: |$)/ : /^import-route unr(?: |$)/;
}

function openImport({ lines }: IgpProcess, kinds: RegExp): MatchedLine | undefined {
  return inForce([...lines]).find((line) => {
    const text = canonicalText(line);
    return !line.match?.undo && kinds.test(text) && !/ (?:inherit-cost|route-policy|cost)(?: |$)/.test(text);
  });
}

function hasOspfLine({ protocol, lines }: IgpProcess): boolean {
  return (
    protocol === 'ospf' && inForce([...lines]).some((line) => !line.match?.undo && canonicalText(line) === ospfCostLine)
  );
}
