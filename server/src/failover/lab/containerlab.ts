// The same lab for those who have containerlab: two routers, a node for the users, a bridge a LAN. Names of the files stand in
// comments only.
import { printableRow } from '../../text/sanitize';
import type { Side } from '../../model/pairing/pair';
import { sides } from '../simulation/names';
import type { LabPlan } from './plan';
import type { LabPort } from './ports';

const image = 'vrp-lab-keepalived';

/** The topology of the lab as a YAML file for containerlab. */
export function containerlabOf(plan: LabPlan): string {
  const { lans, ports, hosts } = plan;
  const lines = [
    '# For containerlab. Once, an image with keepalived, and the bridges on this machine:',
    `#   printf 'FROM debian:stable-slim\\nRUN apt-get update && apt-get install -y keepalived iproute2 iputils-ping\\nCMD ["sleep", "infinity"]\\n' | docker build -t ${image} -`,
    ...lans.map((lan) => `#   ip link add ${bridge(lan)} type bridge mcast_snooping 0; ip link set ${bridge(lan)} up`),
    'name: vrp-lab',
    'topology:',
    '  nodes:',
    ...sides.flatMap((side) => router(plan, side)),
    ...node('users', [
      ...hosts.flatMap(({ lan, address }) => [`ip link set dev h${lan} up`, `ip address add ${address} dev h${lan}`]),
    ]),
    ...lans.flatMap((lan) => [`    ${bridge(lan)}:`, '      kind: bridge']),
    '  links:',
    ...ports.map(link),
    ...[...new Set(hosts.map(({ lan }) => lan))].map((lan) => endpoints(`users:h${lan}`, `${bridge(lan)}:h${lan}`)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Its name is that of a link on the machine: short, and one that nobody else takes. */
function bridge(lan: number): string {
  return `vrplan${lan}`;
}

function router(plan: LabPlan, side: Side): string[] {
  const own = plan.ports.filter((port) => port.side === side);
  const addresses = own.flatMap(({ id, addresses: list }) =>
    list.map((address) => `ip address add ${address} dev ${id}`),
  );
  return [
    `    # ${printableRow(plan.names[side])}`,
    ...node(
      side,
      ['sysctl -w net.ipv6.conf.all.accept_dad=0', ...addresses, 'keepalived --vrrp --log-detail'],
      [`${side}/keepalived.conf:/etc/keepalived/keepalived.conf:ro`],
    ),
  ];
}

function node(name: string, commands: readonly string[], binds: readonly string[] = []): string[] {
  const list = (key: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`      ${key}:`, ...items.map((item) => `        - ${item}`)];
  return [
    `    ${name}:`,
    '      kind: linux',
    `      image: ${image}`,
    ...list('binds', binds),
    ...list('exec', commands),
  ];
}

/** A link that leads to no LAN ends at the users' node, where it can be taken down. */
function link({ id, side, lan, name }: LabPort): string {
  const end = lan === undefined ? `users:${id}` : `${bridge(lan)}:${id}`;
  return `${endpoints(`${side}:${id}`, end)} # ${printableRow(name)}`;
}

function endpoints(first: string, other: string): string {
  return `    - endpoints: ["${first}", "${other}"]`;
}
