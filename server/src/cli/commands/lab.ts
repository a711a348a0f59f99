// `vrp lab A B --out DIR`: the pair as a lab of network namespaces in which its failures can be played against real VRRP daemons.
// All files are written, or none; an existing one is never touched.
import { InvalidArgumentError } from 'commander';
import { labOf } from '../../failover/lab/lab';
import { longestDelay } from '../../failover/lab/stand-in';
import type { Encoding } from '../../model/device';
import { pluralize } from '../../text/plural';
import { printable } from '../../text/sanitize';
import { withoutTrailingSlashes } from '../../text/line-ends';
import { exitCodes, type ExitCode } from '../exit-code';
import type { Io } from '../io';
import { badUsage, giveUp, refuse, type Problem } from '../problem';
import { encodingOption, type AddCommand } from './command';
import { note, readNamedPair } from './named-pair';

interface LabArguments {
  readonly out: string;
  readonly delays?: number;
  readonly encoding?: Encoding;
}

const help = `
The lab runs keepalived in network namespaces of one Linux machine, as root; its README.md says what it cannot show.
  sudo bash DIR/lab.sh up          make it
  sudo bash DIR/lab.sh watch       print each change of a role beside its predicted span
  sudo bash DIR/lab.sh event device-down:DeviceA@0 device-up:DeviceA@8   as in vrp failover --event
  sudo bash DIR/lab.sh down        remove it
Exit: 0 written, 2 bad usage (also: a file is in the way), 3 could not be written.
`;

/** Adds `vrp lab`: writes the files of a lab into a folder. */
export const addLab: AddCommand = (program, io, done) => {
  program
    .command('lab')
    .argument('<A>', 'the configuration of one device')
    .argument('<B>', 'the configuration of the other')
    .description('write a lab of a pair, to see its failovers on real VRRP daemons')
    .requiredOption('--out <folder>', 'folder for the lab, created if missing; existing files are never touched')
    .option(
      '--delays <seconds>',
      `no preemption delay of the lab is longer (else as in the files, ${longestDelay} s at most)`,
      delaySeconds,
    )
    .addOption(encodingOption())
    .addHelpText('after', help)
    .action(async (a: string, b: string, options: LabArguments) => done(await lab([a, b], options, io)));
};

function delaySeconds(value: string): number {
  if (!/^\d{1,4}$/.test(value) || Number(value) > longestDelay)
    throw new InvalidArgumentError(`It is a number of seconds from 0 to ${longestDelay}.`);
  return Number(value);
}

async function lab(files: readonly [string, string], options: LabArguments, io: Io): Promise<ExitCode> {
  const { out, delays } = options;
  if (out === '') return refuse(io, badUsage('--out names the folder the lab goes to'));
  await io.load();
  const named = readNamedPair(files, options.encoding, io);
  if (typeof named === 'number') return named;
  const { pair, why } = named;
  const lab = labOf(pair, { delays, why, files: [pair.a.file, pair.b.file] });
  if (!lab.hasGroups)
    return refuse(io, badUsage(`${pair.a.name} and ${pair.b.name} share no VRRP group whose role their files decide`));
  const encoder = new TextEncoder();
  const written = io.files.create(
    out,
    lab.files.map(({ name, text }) => ({ name, bytes: encoder.encode(text) })),
  );
  if (!written.ok) {
    const problem: Problem = {
      code: 'not-written',
      file: written.path,
      message: `${written.reason}; nothing was written`,
    };
    return written.kind === 'exists' ? refuse(io, problem) : giveUp(io, problem);
  }
  const folder = withoutTrailingSlashes(out) || '/';
  io.out(`wrote ${pluralize(lab.files.length, 'file')} to ${printable(folder)}\n`);
  if (lab.cutFrom !== undefined)
    note(
      io,
      `the files have preemption delays of up to ${lab.cutFrom} s; in the lab none is longer than ${lab.cutTo} s`,
    );
  io.out(`next: read ${printable(folder)}/README.md, then sudo bash ${printable(folder)}/lab.sh up\n`);
  return exitCodes.clean;
}
