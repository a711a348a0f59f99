// The cost that `route-cost auto-advertising` gives the routes to the users reaches the network only where the routing protocol
// takes it over: OSPF for all routes, IS-IS for those it takes in.
import type { Device } from '../../model/device';
import { insertInBlock, replace } from '../../edits/config-edits';
import { canonicalText, systemLines } from '../../model/lines/canonical-text';
import { inForce, type MatchedLine } from '../../model/lines/matched-line';
import { igpProcesses, type IgpProcess } from '../../model/routing/igp-processes';
import { deviceRule, type Fix } from '../../diagnostics/rule';

interface Facts {
  readonly device: Device;
  readonly process: IgpProcess;
  /** The line of IS-IS that takes the routes in. */
  readonly line?: MatchedLine;
}

const ospfLine = 'default cost inherit-metric';

export default deviceRule<Facts>({
  id: 'route-cost-not-inherited',
  requirement: 'HB-BR-INHERIT',
  title: "The cost of the users' routes does not reach the network",
  severity: 'warning',
  why: 'Without it both devices announce the users at one cost: what comes back to them may enter through the backup.',
  guide: ['010 step 5.2', 'vendor configuration guide: advertisement of shared address pools'],
  *check(device) {
    if (systemLines(device, /^peer-backup route-cost auto-advertising/).length === 0) return;
    const kinds = routesOf(device);
    for (const process of igpProcesses(device)) {
      if (process.protocol !== 'isis' && process.protocol !== 'ospf') continue;
      const line = openImport(process, kinds);
      if (!line || hasOspfLine(process)) continue;
      const name = canonicalText(process.head).split(' ').slice(0, 2).join(' ');
      const wanted = process.protocol === 'isis' ? 'inherit-cost' : ospfLine;
      yield {
        at: line,
        message: `${device.name}: ${name} takes in the users' routes without ${wanted}: their cost does not tell which device has the users`,
        facts: { device, process, ...(process.protocol === 'isis' ? { line } : {}) },
      };
    }
  },
  fix({ device, process, line }): Fix[] {
    if (line)
      return [
        {
          title: `Add inherit-cost on ${device.name}`,
          edits: [replace({ ...line, start: line.end }, ' inherit-cost')],
          safe: false,
        },
      ];
    const block = (device.views.get(process.protocol) ?? []).find(({ heads }) => heads.includes(process.head));
    if (!block) return [];
    const edits = [insertInBlock(device, block, ospfLine, { first: true })];
    return [{ title: `Add ${ospfLine} on ${device.name}`, edits, safe: false }];
  },
  examples: [
    {
      title: 'OSPF',
      config: `${example('ospf 1', '', ' import-route unr')}
         ^^^^^^^^^^^^^^^^ DeviceA: ospf 1 takes in the users' routes without default cost inherit-metric
         area 0.0.0.0
        #
        fixed:${example('ospf 1', ' default cost inherit-metric\n        ', ' import-route unr')}
         area 0.0.0.0
        #`,
    },
    {
      title: 'IS-IS',
      config: `${example('isis 1', '', ' import-route unr')}
         ^^^^^^^^^^^^^^^^ DeviceA: isis 1 takes in the users' routes without inherit-cost
        #
        fixed:${example('isis 1', '', ' import-route unr inherit-cost')}
        #`,
    },
    {
      title: 'Inherited, and no such cost at all',
      config: `${example('ospf 1', ' default cost inherit-metric\n        ', ' import-route unr')}
         area 0.0.0.0
        #`,
    },
  ],
});

/** What the device announces for its users: their networks, and with L2TP the loopback of the tunnels too. */
function routesOf({ services }: Device): RegExp {
  const hasTunnels = [...services.values()].some(({ block }) =>
    inForce([...block.lines]).some((line) => /^l2tp-tunnel source /.test(canonicalText(line))),
  );
  return hasTunnels ? /^import-route (?:unr|direct)(?: |$)/ : /^import-route unr(?: |$)/;
}

/** The line that takes such routes in and says nothing of their cost. */
function openImport({ lines }: IgpProcess, kinds: RegExp): MatchedLine | undefined {
  return inForce([...lines]).find((line) => {
    const text = canonicalText(line);
    return !line.match?.undo && kinds.test(text) && !/ (?:inherit-cost|route-policy|cost)(?: |$)/.test(text);
  });
}

function hasOspfLine({ protocol, lines }: IgpProcess): boolean {
  return (
    protocol === 'ospf' && inForce([...lines]).some((line) => !line.match?.undo && canonicalText(line) === ospfLine)
  );
}

function example(process: string, above: string, line: string): string {
  return `
        sysname DeviceA
        #
        peer-backup route-cost auto-advertising
        #
        ${process}
        ${above}${line}`;
}
