// A pool that users lease from holds addresses: sections behind a gateway, or the name of a prefix pool that holds a prefix. Told of
// pools that a service, a profile or a domain names, and whose block says something: an excerpt may leave contents out as a whole.
import type { NameKind } from '../../catalogue';
import type { Block, Device, Pool } from '../../model/device';
import { deviceRule } from '../../diagnostics/rule';
import { canonicalText } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import { isRead } from '../../model/lines/matched-line';
import { nameKey } from '../../model/names';
import { text } from '../../model/read/line-values';
import { isRuiSlave } from '../../model/services/pool-addresses';
import { isUse } from '../shared/undefined-name';

/** What a pool of each kind cannot do without, as its lines begin, and how the line is called. */
const needed: readonly (readonly [kind: RegExp, lines: RegExp, called: string])[] = [
  [/^ip pool \S+ (?:bas local|server)\b/, /^(?:section|ip-range) /, 'section'],
  [/^ip pool \S+ (?:bas local|server)\b/, /^(?:gateway|network|gateway-list) /, 'gateway'],
  [/^ipv6 pool \S+ bas (?:local|delegation)\b/, /^prefix /, 'prefix line'],
];

export default deviceRule<undefined>({
  id: 'pool-without-addresses',
  requirement: 'HB-X-POOL-CONTENT',
  title: 'A pool of users holds no addresses',
  severity: 'warning',
  why: 'Nobody who logs in gets an address from it, on whichever device.',
  guide: ['vendor command reference: section (IP address pool view), prefix (IPv6 address pool view)'],
  supersededBy: ['bas-pool-differs', 'dhcp-server-pool-differs'],
  independentPer: 'block',
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const pool of device.pools) {
      const lacks = isRuiSlave(pool) ? undefined : lacking(device, pool);
      if (lacks === undefined || !isUsed(device, pool)) continue;
      const name = `${pool.family === 4 ? 'ip' : 'ipv6'} pool ${pool.name}`;
      yield {
        at: pool.at,
        message: `${device.name}: ${name} has no ${lacks}: its users get no address; add one`,
        facts: undefined,
      };
    }
    for (const block of device.views.get('ipv6-prefix-pool') ?? []) {
      const name = block.heads[0] && text(block.heads[0], 'prefix-name');
      if (!name || !lacksPrefix(device, block) || !isNamed(device, 'ipv6-prefix-pool', nameKey(name.value))) continue;
      yield {
        at: name.at,
        message: `${device.name}: ipv6 prefix pool ${name.value} has no prefix: its users get none; add a prefix line`,
        facts: undefined,
      };
    }
  },
  examples: [
    {
      title: 'A prefix pool without a prefix, which a pool names',
      config: `
        sysname DeviceA
        #
        ipv6 prefix homes6 delegation
                    ^^^^^^ DeviceA: ipv6 prefix pool homes6 has no prefix: its users get none; add a prefix line
         slaac-unshare-only
        #
        ipv6 pool homes6 bas delegation
         prefix homes6
        #
      `,
    },
    {
      title: 'A prefix pool of a server elsewhere, one that nobody names, one that is left out',
      config: `
        sysname DeviceA
        #
        ipv6 prefix far6 remote
         slaac-unshare-only
        #
        ipv6 prefix spare6 delegation
         slaac-unshare-only
        #
        ipv6 prefix homes6 delegation
        #
        ipv6 pool homes6 bas delegation
         prefix homes6
        #
        ipv6 pool far6 bas remote
         prefix far6
        #
      `,
    },
    {
      title: 'No section, no prefix',
      config: `
        sysname DeviceA
        #
        ip pool homes bas local
                ^^^^^ DeviceA: ip pool homes has no section: its users get no address; add one
         gateway 10.8.0.1 255.255.0.0
        #
        ipv6 pool homes6 bas delegation
                  ^^^^^^ DeviceA: ipv6 pool homes6 has no prefix line: its users get no address; add one
         dns-server 2001:DB8::53
        #
        aaa
         domain isp
          ip-pool homes
          ipv6-pool homes6
        #
      `,
    },
    {
      title: 'Filled, left out, of a server elsewhere, named by nobody, standing in for the other device',
      config: `
        sysname DeviceA
        #
        ip pool homes bas local
         gateway 10.8.0.1 255.255.0.0
         section 0 10.8.0.2 10.8.9.255
        #
        ip pool offices bas local
        #
        ip pool guests bas remote
         gateway 10.9.0.1 255.255.0.0
        #
        ip pool spare bas local
         gateway 10.10.0.1 255.255.0.0
        #
        ip pool twin bas local rui-slave
         gateway 10.11.0.1 255.255.0.0
        #
        aaa
         domain isp
          ip-pool homes
          ip-pool offices
          ip-pool guests
          ip-pool twin
        #
      `,
    },
  ],
});

/** Undefined where nothing is missing, or the file does not tell. */
function lacking(device: Device, { block }: Pool): string | undefined {
  const [head] = block.heads;
  const lines = inForce(block.lines).filter(({ match }) => !match?.undo);
  if (!head || (lines.length === 0 && !device.isWholeFile)) return undefined;
  if (!lines.every(({ match }) => match && isRead(match))) return undefined;
  const texts = lines.map(canonicalText);
  const kind = canonicalText(head);
  return needed.find(([of, begin]) => of.test(kind) && !texts.some((text) => begin.test(text)))?.[2];
}

/** The device gives prefixes of it itself, its block is in the file, and no line names one. */
function lacksPrefix(device: Device, block: Block): boolean {
  const head = canonicalText(block.heads[0]!);
  if (!/ (?:local|delegation)$/.test(head)) return false;
  const lines = inForce(block.lines).filter(({ match }) => !match?.undo);
  if (lines.length === 0 && !device.isWholeFile) return false;
  return (
    lines.every(({ match }) => match && isRead(match)) && !lines.some((line) => /^prefix /.test(canonicalText(line)))
  );
}

function isUsed(device: Device, { family, key, profiles }: Pool): boolean {
  return profiles.length > 0 || isNamed(device, family === 4 ? 'ip-pool' : 'ipv6-pool', key);
}

function isNamed({ nameIndex }: Device, kind: NameKind, key: string): boolean {
  return nameIndex.occurrences(kind, key).some(isUse);
}
