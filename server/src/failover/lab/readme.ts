// The README of a lab: how it is used, what can fail in it, and what it cannot show.
import { escapeMarkdown, inlineCode } from '../../text/markdown';
import { groupName } from '../../model/vrrp/member';
import { singleFailures } from '../judgement/matrix';
import { spelledEvent } from '../simulation/events';
import { differencesOf, type Difference } from './differences';
import type { LabPlan } from './plan';

/** What the lab is, how to play in it, and what it cannot show, as Markdown. */
export function readmeOf(plan: LabPlan): string {
  const { names } = plan;
  const [a, b] = [escapeMarkdown(names.a), escapeMarkdown(names.b)];
  const lines = [
    `# A lab of ${a} and ${b}`,
    '',
    `Two routers in network namespaces of one Linux machine, with keepalived in the place of VRP, and a host on each LAN. It shows who is master, and when, beside what \`vrp failover\` predicts. Written by \`vrp lab\`; nothing of it is a configuration of the devices.`,
    '',
    '```',
    'sudo bash lab.sh up        makes it, and waits until every role stands as predicted',
    'sudo bash lab.sh watch     prints each change of a role beside its predicted span',
    'sudo bash lab.sh event ... lets something fail or return, in another terminal',
    'sudo bash lab.sh down      takes everything away',
    '```',
    '',
    'It needs bash 5, iproute2 and keepalived 2.2 (Debian and Ubuntu: `apt-get install keepalived`), touches no interface of the machine, and keeps what it writes below `/run/vrp-lab`. `lab.sh up` names the namespaces; in that of the hosts a gateway can be asked: `ip netns exec NAME-host ping ADDRESS`.',
    '',
    '## What can fail',
    '',
    'Events are written as for `vrp failover --event`; several of them one after the other, each at its second: `lab.sh event X@0 Y@8`. What `-down` took away `-up` brings back; a device also leaves in good order, with `device-stop`.',
    '',
    ...singleFailures(plan.standIn.stage).map((event) => `- ${inlineCode(spelledEvent(event))}`),
    '',
    '## The files',
    '',
    `- \`a/keepalived.conf\`, \`b/keepalived.conf\`: ${a} and ${b}. The instances \`g1\`, \`g2\` ... are the groups of the prediction in their order.`,
    '- `expected.json`: the prediction for the routers, `vrp failover --format json`.',
    '- `expected.tsv`: when each role changes in this lab after each single failure, and after its return.',
    '- `lab.tsv`: of what `lab.sh` makes the lab.',
    '- `topology.clab.yml`: the same for containerlab.',
    '',
    ...delays(plan),
    '## What it cannot show',
    '',
    ...differencesOf(plan).map(difference),
    ...unrehearsed(plan),
  ];
  return `${lines.join('\n')}\n`;
}

function delays({ standIn: { cutFrom, cutTo } }: LabPlan): string[] {
  if (cutFrom === undefined) return [];
  const text = `The files have preemption delays of up to ${cutFrom} s; in the lab and in \`expected.tsv\` none is longer than ${cutTo} s. \`expected.json\` has those of the files.`;
  return ['## Delays', '', text, ''];
}

function difference({ id, text }: Difference): string {
  return `- ${id === undefined ? '' : `**${id}** `}${text}`;
}

function unrehearsed({ standIn: { stage } }: LabPlan): string[] {
  return stage.unrehearsed.map(
    ({ a }) => `- ${groupName(a)} on ${escapeMarkdown(a.interfaceName)}: no file tells its role; it is not in the lab.`,
  );
}
