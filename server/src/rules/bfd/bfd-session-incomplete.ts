// A session needs the numbers of both ends, or finds them by itself, and in releases that have the line for it a commit.
import { deviceRule, type RawFinding } from '../../diagnostics/rule';
import { insertInBlock } from '../../edits/config-edits';
import type { BfdSession, Device } from '../../model/device';
import type { MatchedLine } from '../../model/lines/matched-line';
import { nameKey } from '../../model/names';

interface Facts {
  readonly device: Device;
  /** The session's head, where a line is to be added to it. */
  readonly head?: MatchedLine;
}

export default deviceRule<Facts>({
  id: 'bfd-session-incomplete',
  requirement: 'HB-X-BFD-NUMBERS',
  title: 'A BFD session lacks a line without which it is not set up',
  severity: 'warning',
  why: 'The session is not set up: failures of its path are not found, and what tracks it is never notified.',
  guide: ['vendor configuration files'],
  *check(device) {
    if (device.holdsSeveralDevices) return;
    const numbered = device.bfdSessions.find(({ local, remote }) => local && remote);
    const committed = device.bfdSessions.find(({ commit }) => commit);
    for (const session of device.bfdSessions) {
      const found = lackingNumbers(device, session, numbered) ?? lackingCommit(device, session, committed);
      if (found) yield found;
    }
  },
  fix: ({ device, head }) =>
    head
      ? [
          {
            title: 'Add commit',
            edits: [insertInBlock(device, { heads: [head], lines: head.lines }, 'commit')],
            safe: false,
          },
        ]
      : [],
  examples: [
    {
      title: 'Without its own number',
      config: `
        sysname DeviceA
        #
        bfd core bind peer-ip 10.9.0.2
            ^^^^ DeviceA: BFD session core has no local discriminator and is not set up; add discriminator local
         discriminator remote 2
        #
      `,
    },
    {
      title: 'Without any number, beside one that has both',
      config: `
        sysname DeviceA
        #
        bfd core bind peer-ip 10.9.0.2
            ^^^^ DeviceA: BFD session core has no discriminators and is not set up; add discriminator local and remote
        #
        bfd edge bind peer-ip 10.9.0.6
         discriminator local 3
         discriminator remote 4
        #
      `,
    },
    {
      title: 'Without commit, beside one that has it',
      config: `
        sysname DeviceA
        #
        bfd core bind peer-ip 10.9.0.2
            ^^^^ DeviceA: BFD session core has no commit, unlike edge, and is not set up; add commit
         discriminator local 1
         discriminator remote 2
        #
        bfd edge bind peer-ip 10.9.0.6
         discriminator local 3
         discriminator remote 4
         commit
        #
        fixed:
        sysname DeviceA
        #
        bfd core bind peer-ip 10.9.0.2
         discriminator local 1
         discriminator remote 2
         commit
        #
        bfd edge bind peer-ip 10.9.0.6
         discriminator local 3
         discriminator remote 4
         commit
        #
      `,
    },
    {
      title: 'Both, or found by the device; no session has a commit',
      config: `
        sysname DeviceA
        #
        bfd one bind peer-ip 10.9.0.2
         discriminator local 1
         discriminator remote 2
        #
        bfd two bind peer-ip 10.9.0.6 interface GigabitEthernet0/1/0 source-ip 10.9.0.5 auto
        #
      `,
    },
  ],
});

function lackingNumbers(
  device: Device,
  { at, name, local, remote, oneArm, auto, peer }: BfdSession,
  numbered: BfdSession | undefined,
): RawFinding<Facts> | undefined {
  if (oneArm || (local && remote) || (!local && !remote && (auto || !peer || isNumbered(device, name))))
    return undefined;
  const start = `${device.name}: BFD session ${name} has no`;
  const facts = { device };
  if (!local && !remote)
    return {
      at,
      // An excerpt may have left them out of all its sessions.
      severity: numbered || device.isWholeFile ? 'warning' : 'information',
      message: `${start} discriminators and is not set up; add discriminator local and remote`,
      facts,
    };
  const lacking = local ? 'remote' : 'local';
  return { at, message: `${start} ${lacking} discriminator and is not set up; add discriminator ${lacking}`, facts };
}

/** Its lines are there, though their values may still be left to fill in. */
function isNumbered(device: Device, name: string): boolean {
  return headOf(device, name)?.lines.some(({ text }) => /^\s*discriminator\b/i.test(text)) ?? false;
}

function headOf({ nameIndex }: Device, name: string): MatchedLine | undefined {
  return nameIndex.definitionsOf('bfd-session', nameKey(name))[0]?.line;
}

/** Some releases have no such line: what proves that this one does is another session. */
function lackingCommit(
  device: Device,
  { at, name, commit, peer }: BfdSession,
  committed: BfdSession | undefined,
): RawFinding<Facts> | undefined {
  if (commit || !committed || !peer) return undefined;
  return {
    at,
    message: `${device.name}: BFD session ${name} has no commit, unlike ${committed.name}, and is not set up; add commit`,
    facts: { device, head: headOf(device, name) },
  };
}
