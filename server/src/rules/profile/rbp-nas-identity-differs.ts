// RADIUS and the users know the pair as one NAS: its port, address and name are the same on both devices, in any order. Where the
// channel answers RADIUS from the NAS address, the two addresses differ instead (docs/decisions/nas-identity.md).
import type { Device, Rbp } from '../../model/device';
import { serviceOf } from '../../model/services/channels';
import type { MatchedLine } from '../../model/lines/matched-line';
import { interfaceKey } from '../../model/names';
import { insertInBlock, replace } from '../../edits/config-edits';
import { pairRule, type Fix } from '../../diagnostics/rule';
import { canonicalText, wordsAt } from '../../model/lines/canonical-text';

const sameAs = `
         radius-authorization source same-as nas-logic-ip`;

interface End {
  readonly device: Device;
  readonly profile: Rbp;
  readonly line?: MatchedLine;
}

export default pairRule<{ a: End; b: End } | undefined>({
  id: 'rbp-nas-identity-differs',
  requirement: 'HB-X-RBP-NAS',
  title: 'The two devices present themselves as different NAS',
  severity: 'warning',
  why: 'After a switchover the RADIUS server sees the users on another NAS: accounting splits, and authorisation by port fails.',
  guide: ['vendor command reference: nas logic-port, nas logic-ip, nas logic-sysname'],
  *check(pair) {
    for (const matched of pair.profiles) {
      const [ofA, ofB] = [identity(matched.a), identity(matched.b)];
      for (const kind of new Set([...ofA.keys(), ...ofB.keys()])) {
        const [a, b] = [ofA.get(kind), ofB.get(kind)];
        const apart = kind === 'nas logic-ip' && (answersFrom(matched.a, pair.a) || answersFrom(matched.b, pair.b));
        if (a && b && (a.value === b.value) !== apart) continue;
        const ends = {
          a: { device: pair.a, profile: matched.a, line: a?.line },
          b: { device: pair.b, profile: matched.b, line: b?.line },
        };
        if (a && b && apart) {
          const message = `RBP ${matched.b.name} has ${kind} ${b.text} on both ${pair.a.name} and ${pair.b.name}: with same-as nas-logic-ip the two must differ`;
          yield {
            at: lastWords(b.line, kind),
            severity: 'information',
            message,
            peer: { at: lastWords(a.line, kind), message },
            facts: undefined,
          };
          continue;
        }
        const message =
          a && b
            ? `RBP ${matched.b.name}: ${kind} ${b.text} on ${pair.b.name}, ${a.text} on ${pair.a.name}: accounting splits after a switchover`
            : `RBP ${matched.b.name}: ${kind} ${(a ?? b)!.text} on ${(a ? pair.a : pair.b).name}, none on ${(a ? pair.b : pair.a).name}: accounting splits after a switchover`;
        yield {
          at: b ? lastWords(b.line, kind) : matched.b.at,
          message,
          peer: { at: a ? lastWords(a.line, kind) : matched.a.at, message },
          facts: ends,
        };
      }
    }
  },
  fix(ends): Fix[] {
    // Which of the two equal addresses is to change, and to what, no file tells.
    if (!ends) return [];
    const { a, b } = ends;
    const copy = (from: End, to: End): Fix[] =>
      !from.line
        ? []
        : [
            {
              title: `Use the line of ${from.device.name} on ${to.device.name}`,
              edits: [
                to.line ? replace(to.line, from.line.text) : insertInBlock(to.device, to.profile.block, from.line.text),
              ],
              safe: false,
            },
          ];
    return [...copy(a, b), ...copy(b, a)];
  },
  examples: [
    {
      title: 'A wrong digit in the address',
      config:
        device('DeviceA', 1, '10.9.9.9', '') +
        device(
          'DeviceB',
          2,
          '10.9.9.8',
          `
                      ^^^^^^^^ RBP users: nas logic-ip 10.9.9.8 on DeviceB, 10.9.9.9 on DeviceA: accounting splits after a switchover`,
        ) +
        `
        fixed:${device('DeviceB', 2, '10.9.9.9', '')}`,
    },
    {
      title: 'The channel answers from the address: two are right',
      config: device('DeviceA', 1, '10.9.9.9', '', sameAs) + device('DeviceB', 2, '10.9.9.8', '', sameAs),
    },
    {
      title: 'The channel answers from the address, and there is only one',
      config:
        device('DeviceA', 1, '10.9.9.9', '', sameAs) +
        device(
          'DeviceB',
          2,
          '10.9.9.9',
          `
                      ^^^^^^^^ RBP users has nas logic-ip 10.9.9.9 on both DeviceA and DeviceB: with same-as nas-logic-ip the two must differ`,
          sameAs,
        ),
    },
    { title: 'One identity', config: device('DeviceA', 1, '10.9.9.9', '') + device('DeviceB', 2, '10.9.9.9', '') },
  ],
});

/** The channel of the profile answers RADIUS from the `nas logic-ip`: each device needs one of its own. */
function answersFrom(profile: Rbp, device: Device): boolean {
  const service = serviceOf(profile, device);
  return (
    service?.block.lines.some(
      (line) => !line.match?.undo && canonicalText(line) === 'radius-authorization source same-as nas-logic-ip',
    ) ?? false
  );
}

function identity(profile: Rbp): Map<string, { line: MatchedLine; value: string; text: string }> {
  const found = new Map<string, { line: MatchedLine; value: string; text: string }>();
  for (const line of profile.nas) {
    const hit = /^(nas logic-port|nas logic-ip|nas logic-sysname) (.+)$/.exec(canonicalText(line));
    if (!hit) continue;
    found.set(hit[1]!, {
      line,
      value: hit[1] === 'nas logic-port' ? interfaceKey(hit[2]!) : hit[2]!,
      text: line.text.trim().split(/\s+/).slice(2).join(' '),
    });
  }
  return found;
}

function lastWords(line: MatchedLine, kind: string) {
  return wordsAt(line, kind.split(' ').length, 99);
}

function device(name: string, own: 1 | 2, ip: string, carets: string, channel = ''): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        remote-backup-service s1
         peer 10.0.0.${3 - own} source 10.0.0.${own} port 2000${channel}
        #
        remote-backup-profile users
         service-type bras
         backup-id 10 remote-backup-service s1
         nas logic-ip ${ip}${carets}
         nas logic-port Eth-Trunk 3
         nas logic-sysname pair-1
        #`;
}
