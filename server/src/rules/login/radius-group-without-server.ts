// A group of RADIUS servers that a domain of users names and that holds no server. A group of which the file says nothing at all may be
// cut short, unless the file is whole.
import { aaa, isBuiltIn } from '../../catalogue';
import type { Device } from '../../model/device';
import { inForce } from '../../model/lines/in-force';
import { isRead, type MatchedLine } from '../../model/lines/matched-line';
import { canonicalText } from '../../model/lines/canonical-text';
import { nameKey } from '../../model/names';
import { text } from '../../model/read/line-values';
import { type Occurrence } from '../../model/references/section-names';
import { deviceRule } from '../../diagnostics/rule';
import { sectionsUsing } from '../../model/references/name-index';
import { isUse } from '../shared/undefined-name';

export default deviceRule<undefined>({
  id: 'radius-group-without-server',
  requirement: 'HB-X-AAA-SERVER',
  title: 'A domain names a group of RADIUS servers that has none',
  severity: 'warning',
  why: 'Nobody answers for the users of the domain: they do not log in.',
  guide: ['vendor configuration files'],
  supersededBy: ['user-login-differs'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    for (const section of sectionsUsing(device.names, undefined).get('radius-group')) {
      for (const name of section.all) {
        if (name.kind !== 'radius-group' || !isUse(name) || name.line.view !== 'domain') continue;
        // The device has it by itself, and it may be meant for nobody.
        if (isBuiltIn('radius-group', name.key)) continue;
        const heads = headsOf(device, name);
        const lacking = tasks.find((task) => lacks(device, heads, task) && isAsked(device, name, task));
        if (!lacking) continue;
        yield {
          at: name.at,
          message: `${device.name}: RADIUS server group ${name.text} of the domain has no radius-server ${lacking.word} line: its users do not log in`,
          facts: undefined,
        };
      }
    }
  },
  examples: [
    {
      title: 'A key and no server',
      config: `
        sysname DeviceA
        #
        radius-server group isp
         radius-server shared-key cipher example
         radius-server retransmit 2
        #
        aaa
         authentication-scheme isp
          authentication-mode radius
         domain isp
          authentication-scheme isp
          radius-server group isp
                              ^^^ DeviceA: RADIUS server group isp of the domain has no radius-server authentication line: its users do not log in
        #
      `,
    },
    {
      title: 'Nobody to account',
      config: `
        sysname DeviceA
        #
        radius-server group isp
         radius-server authentication 10.9.9.1 1812
        #
        aaa
         accounting-scheme isp
          accounting-mode radius
         domain isp
          accounting-scheme isp
          radius-server group isp
                              ^^^ DeviceA: RADIUS server group isp of the domain has no radius-server accounting line: its users do not log in
        #
      `,
    },
    {
      title: 'With a server; users who are not asked for; an excerpt; a line that is not known',
      config: `
        sysname DeviceA
        #
        radius-server group isp
         radius-server authentication 10.9.9.1 1812
        #
        radius-server group guests
         radius-server retransmit 2
        #
        radius-server group cut
        #
        radius-server group other
         radius-server anything 10.9.9.1
        #
        aaa
         authentication-scheme none
          authentication-mode none
         domain isp
          radius-server group isp
         domain guests
          authentication-scheme none
          radius-server group guests
         domain cut
          radius-server group cut
         domain other
          radius-server group other
        #
      `,
    },
  ],
});

function headsOf({ nameIndex }: Device, { key }: Occurrence): readonly MatchedLine[] {
  return nameIndex.definitionsOf('radius-group', key).map(({ line }) => line);
}

/** What servers are asked for. Without the scheme in the file, users are; whether accounting fails them hangs on its own line. */
const tasks = [
  { word: 'authentication', family: aaa.authenticationLines.id, unlessSaid: true },
  { word: 'accounting', family: aaa.accountingLines.id, unlessSaid: false },
] as const;

type Task = (typeof tasks)[number];

function lacks(device: Device, heads: readonly MatchedLine[], { word, unlessSaid }: Task): boolean {
  const lines = heads.flatMap((head) => inForce(head.lines)).filter(({ match }) => !match?.undo);
  if (heads.length === 0) return false;
  if (lines.length === 0) return unlessSaid && device.isWholeFile;
  return (
    lines.every(({ match }) => match && isRead(match)) &&
    !lines.some((line) => canonicalText(line).startsWith(`radius-server ${word} `))
  );
}

/** The scheme of the domain asks RADIUS servers first; users whose accounting may fail are let in. */
function isAsked({ nameIndex }: Device, { head }: Occurrence, { word, family, unlessSaid }: Task): boolean {
  const named = head?.lines.flatMap((line) =>
    canonicalText(line).startsWith(`${word}-scheme `) ? (text(line, `${word}-scheme`) ?? []) : [],
  )[0];
  if (!named) return unlessSaid;
  const lines = nameIndex
    .definitionsOf(`${word}-scheme`, nameKey(named.value))
    .flatMap(({ line }) => inForce(line.lines).filter(({ match }) => match?.command === family && !match.undo))
    .map((line) => canonicalText(line));
  if (lines.some((words) => /^accounting start-fail online/.test(words))) return false;
  const mode = lines.findLast((words) => words.startsWith(`${word}-mode `));
  return mode === undefined ? unlessSaid : mode.split(' ')[1] === 'radius';
}
