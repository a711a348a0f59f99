// The cost that `route-cost auto-advertising` gives the routes to the users reaches the network only where the routing protocol
// takes it over: OSPF for all routes, IS-IS for those it takes in.
import type { Device } from '../../model/device';
import { insertInBlock, replace } from '../../edits/config-edits';
import { canonicalText } from '../../model/lines/canonical-text';
import type { MatchedLine } from '../../model/lines/matched-line';
import type { IgpProcess } from '../../model/routing/igp-processes';
import { advertisesCost, forgetfulProcesses, ospfCostLine } from '../../model/routing/route-cost';
import { deviceRule, type Fix } from '../../diagnostics/rule';

interface Facts {
  readonly device: Device;
  readonly process: IgpProcess;
  /** The line of IS-IS that takes the routes in. */
  readonly line?: MatchedLine;
}

export default deviceRule<Facts>({
  id: 'route-cost-not-inherited',
  requirement: 'HB-BR-INHERIT',
  title: "The cost of the users' routes does not reach the network",
  severity: 'warning',
  why: 'Without it both devices announce the users at one cost: what comes back to them may enter through the backup.',
  guide: ['010 step 5.2', 'vendor configuration guide: advertisement of shared address pools'],
  *check(device) {
    if (!advertisesCost(device)) return;
    for (const { process, line } of forgetfulProcesses(device)) {
      const name = canonicalText(process.head).split(' ').slice(0, 2).join(' ');
      const wanted = process.protocol === 'isis' ? 'inherit-cost' : ospfCostLine;
      yield {
        at: line,
        message: `${device.name}: ${name} imports the users' routes without ${wanted}: their cost does not tell which device has the users`,
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
    const edits = [insertInBlock(device, block, ospfCostLine, { first: true })];
    return [{ title: `Add ${ospfCostLine} on ${device.name}`, edits, safe: false }];
  },
  examples: [
    {
      title: 'OSPF',
      config: `${example('ospf 1', '', ' import-route unr')}
         ^^^^^^^^^^^^^^^^ DeviceA: ospf 1 imports the users' routes without default cost inherit-metric
         area 0.0.0.0
        #
        fixed:${example('ospf 1', ' default cost inherit-metric\n        ', ' import-route unr')}
         area 0.0.0.0
        #`,
    },
    {
      title: 'IS-IS',
      config: `${example('isis 1', '', ' import-route unr')}
         ^^^^^^^^^^^^^^^^ DeviceA: isis 1 imports the users' routes without inherit-cost
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

function example(process: string, above: string, line: string): string {
  return `
        sysname DeviceA
        #
        peer-backup route-cost auto-advertising
        #
        ${process}
        ${above}${line}`;
}
