// A group of RADIUS servers that a domain of users names and that holds no server. A group of which the file says nothing at all may be
// cut short, unless the file is whole.
import { aaa } from '../../catalogue';
import type { Device } from '../../model/device';
import { inForce, isRead, type MatchedLine } from '../../model/lines/matched-line';
import { canonicalText } from '../../model/lines/canonical-text';
import { text } from '../../model/read/line-values';
import type { Occurrence } from '../../model/references/section-names';
import { isUse } from '../shared/undefined-name';
import { deviceRule } from '../../diagnostics/rule';

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
    for (const section of device.names) {
      if (!section.used.has('radius-group')) continue;
      for (const name of section.all) {
        if (name.kind !== 'radius-group' || !isUse(name) || name.line.view !== 'domain') continue;
        const heads = headsOf(device, name);
        if (heads.length === 0 || !lacksServer(device, heads) || !asksServers(device, name)) continue;
        yield {
          at: name.at,
          message: `${device.name}: RADIUS server group ${name.text} of the domain has no radius-server authentication line: its users do not log in`,
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
  return nameIndex
    .occurrences('radius-group', key)
    .filter(({ defines, undone }) => defines && !undone)
    .map(({ line }) => line);
}

function lacksServer(device: Device, heads: readonly MatchedLine[]): boolean {
  const lines = heads.flatMap((head) => inForce(head.lines)).filter(({ match }) => !match?.undo);
  if (lines.length === 0) return device.isWholeFile;
  return (
    lines.every(({ match }) => match && isRead(match)) &&
    !lines.some((line) => /^radius-server (?:authentication|accounting) /.test(canonicalText(line)))
  );
}

/** The scheme of the domain asks RADIUS servers; also where the file does not hold the scheme, which is RADIUS for users. */
function asksServers({ nameIndex }: Device, { head }: Occurrence): boolean {
  const scheme = head?.lines.flatMap((line) =>
    canonicalText(line).startsWith('authentication-scheme ')
      ? (text(line, 'scheme-name') ?? text(line, 'scheme') ?? [])
      : [],
  )[0];
  if (!scheme) return true;
  const modes = nameIndex
    .occurrences('aaa-scheme', scheme.value.toLowerCase())
    .filter(({ defines, line }) => defines && canonicalText(line).startsWith('authentication-scheme '))
    .flatMap(({ line }) => line.lines.filter(({ match }) => match?.command === aaa.authenticationLines.id));
  const mode = modes.map((line) => canonicalText(line)).findLast((spoken) => spoken.startsWith('authentication-mode '));
  return mode === undefined || mode.split(' ')[1] === 'radius';
}
