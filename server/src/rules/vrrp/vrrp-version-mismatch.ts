// A router that speaks VRRPv2 does not read the adverts of one that sends VRRPv3: it hears nobody and becomes master beside it.
// Nothing is concluded where a line says that both versions are sent.
import type { Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { isHotBackup } from '../../model/pairing/pair';
import { removeLine, replace } from '../../edits/config-edits';
import { electsItself, membersOf } from '../../model/vrrp/member';
import { pairRule } from '../../diagnostics/rule';
import { vrrpVersion } from '../../model/vrrp/timers';
import { wordsAt } from '../../model/lines/canonical-text';
import { exampleDevice } from '../testing/example-pair';

export default pairRule<{ version: Version; peerVersion: Version }>({
  id: 'vrrp-version-mismatch',
  requirement: 'HB-X-V-VERSION',
  title: 'The two devices speak different versions of VRRP',
  severity: 'error',
  why: "The device with VRRPv2 does not understand the other one's adverts and becomes master as well: two masters answer for one gateway.",
  guide: ['CLI reference, vrrp version', 'RFC 9568 7.1'],
  *check(pair) {
    const [a, b] = [versionOf(pair.a), versionOf(pair.b)];
    if (!a || !b || a.version === b.version) return;
    const concerned = pair.groups.filter((group) => {
      const members = membersOf(pair, group);
      return group.a.family === 4 && electsItself(members.a) && electsItself(members.b);
    });
    if (concerned.length === 0) return;
    const [version, peerVersion] = a.line ? [a, b] : [b, a];
    const message = (self: Version, other: Version) =>
      `${self.device.name}: VRRP is ${self.version}, on ${other.device.name} ${other.version}${other.line ? '' : ' (the default)'}: both become master; use one version`;
    yield {
      at: wordsAt(version.line!, 2),
      message: message(version, peerVersion),
      severity: concerned.some(isHotBackup) ? 'error' : 'warning',
      peer: peerVersion.line && { at: wordsAt(peerVersion.line, 2), message: message(peerVersion, version) },
      facts: { version, peerVersion },
    };
  },
  fix: ({ version, peerVersion }) => [
    {
      title: `Use ${peerVersion.version} on ${version.device.name}`,
      edits: [peerVersion.line ? replace(wordsAt(version.line!, 2), peerVersion.version) : removeLine(version.line!)],
      safe: false,
    },
    ...(peerVersion.line
      ? [
          {
            title: `Use ${version.version} on ${peerVersion.device.name}`,
            edits: [replace(wordsAt(peerVersion.line, 2), version.version)],
            safe: false,
          },
        ]
      : []),
  ],
  examples: [
    {
      title: 'v3 on one device, nothing written on the other',
      config: `${exampleDevice('DeviceA', 1, {
        rest: `
        #
        vrrp version v3
                     ^^ DeviceA: VRRP is v3, on DeviceB v2 (the default): both become master; use one version`,
      })}${exampleDevice('DeviceB', 2, {})}
        fixed:${exampleDevice('DeviceA', 1, {}).replace(/\n {8}#$/, '\n        #\n        #')}`,
    },
    {
      title: 'Both written',
      config:
        exampleDevice('DeviceA', 1, {
          rest: `
        #
        vrrp version v2
                     ^^ DeviceA: VRRP is v2, on DeviceB v3: both become master; use one version`,
        }) +
        exampleDevice('DeviceB', 2, {
          rest: `
        #
        vrrp version v3`,
        }),
    },
    {
      title: 'The same version, or adverts of both',
      config:
        exampleDevice('DeviceA', 1, {
          rest: `
        #
        vrrp version v3
        vrrp version-3 send-packet-mode v2v3-both`,
        }) + exampleDevice('DeviceB', 2, {}),
    },
  ],
});

interface Version {
  readonly device: Device;
  readonly version: 'v2' | 'v3';
  readonly line?: MatchedLine;
}

/** Undefined where the file does not say all of it. */
function versionOf(device: Device): Version | undefined {
  const { version, line, known } = vrrpVersion(device, 4);
  return known ? { device, version: `v${version}`, line } : undefined;
}
