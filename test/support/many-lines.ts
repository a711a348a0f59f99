// Thousands of lines of one kind, by what is odd about them: where each of them is looked at once for each of the others, or for
// each finding, the time is the square of their number.
import { gatewayLines } from './one-gateway';

const rows = (count: number, row: (index: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, at) => row(at)).join(between);
/** Two parts of an address that no other index has. */
const parts = (index: number): string => `${Math.floor(index / 250)}.${index % 250}`;

/** Of each kind so many lines or blocks, for one of two devices. */
export const manyLines: Readonly<Record<string, (count: number, side: 1 | 2) => string>> = {
  'a script that takes back what it has made': (count) =>
    rows(count, (at) => `vlan ${at + 1}\n undo description\n quit\nundo vlan ${at + 1}`),
  'routes that are taken back': (count) =>
    rows(
      count,
      (at) => `ip route-static 10.${parts(at)}.0 24 10.0.0.1\nundo ip route-static 10.${parts(at)}.0 24 10.0.0.1`,
    ),
  'keys that never end': (count) => rows(count, () => '-----BEGIN RSA PRIVATE KEY-----'),
  'templates that never end': (count) => rows(count, () => '{{ password }'),
  'marks that accept nothing': (count) => rows(count, () => '# vrp-ignore rbs-port-mismatch -- seen'),
  'words that nobody knows': (count) => rows(count, (at) => `interfce Gig0/2/${at}`),
  'findings in one block': (count) =>
    `interface GigabitEthernet0/2/7\n${rows(count, (at) => ` vrrp vrid ${(at % 250) + 1} priority 300`)}`,
  'pools of one range': (count) =>
    rows(count, (at) => `ip pool p${at} bas local\n gateway 10.8.0.1 16\n section 0 10.8.0.2 10.8.255.200`, '\n#\n'),
  'one gateway in many VPNs': (count, side) => gatewayLines(side, count),
};
