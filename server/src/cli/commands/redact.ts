// `vrp redact PATHS --out DIR`: copies of the configurations with every secret masked, to show to somebody else. Nothing that is
// there is ever written over, and nothing is written unless all of it can have its place.
import type { Encoding } from '../../model/device';
import { holdsVrp, isText, largestFile } from '../../model/file-kind';
import { pluralize } from '../../text/plural';
import { printable, printableRow } from '../../text/sanitize';
import { withoutTrailingSlashes } from '../../text/line-ends';
import { exitCodes, type ExitCode } from '../exit-code';
import type { Decoded, FoundFile, NewFile } from '../files';
import type { Io } from '../io';
import { badUsage, giveUp, refuse, tell, tellUnchecked, tooLarge, type Problem } from '../problem';
import { redaction, type Redacted } from '../redaction';
import { encodingOption, type AddCommand } from './command';

interface RedactArguments {
  readonly out: string;
  readonly encoding?: Encoding;
}

/** A configuration that is to be copied. */
interface SourceFile {
  readonly path: string;
  /** Below the folder of the copies. */
  readonly target: string;
  readonly decoded: Decoded;
}

/** What was found among the files that were named. */
interface Selection {
  readonly sources: readonly SourceFile[];
  /** Files that hold no configuration. */
  readonly others: number;
  /** Files in the folder of the copies. */
  readonly passedOver: number;
  /** Files that cannot be read, and named ones that hold no configuration, in the order of the files. */
  readonly problems: readonly Problem[];
}

const mostDoubts = 20;

/**
 * Adds `vrp redact`: copies with masked secrets, in the encoding of their files. The copies are made all or none, and
 * nothing is written over.
 */
export const addRedact: AddCommand = (program, io, done) => {
  program
    .command('redact')
    .argument('<paths...>', 'files, directories and globs')
    .description('write copies in which passwords and keys are masked')
    .requiredOption('-o, --out <dir>', 'folder for the copies; existing files are never overwritten')
    .addOption(encodingOption())
    .action(async (paths: string[], options: RedactArguments) => done(await redact(paths, options, io)));
};

async function redact(paths: readonly string[], { out, encoding }: RedactArguments, io: Io): Promise<ExitCode> {
  if (paths.includes('-')) return refuse(io, badUsage('redact reads files, not standard input'));
  if (out === '') return refuse(io, badUsage('--out names the folder the copies go to'));
  const { found, missing, unreadable } = io.files.list(paths);
  tellUnchecked(io, { missing, problems: [] });
  if (missing.length > 0) return exitCodes.badUsage;
  const notListed = unreadable.map(({ path, reason }): Problem => ({
    code: 'unreadable',
    file: path,
    message: reason,
  }));
  const top = commonFolder(paths.map((path) => io.files.base(path)));
  const selection = select(found, top, io.files.real(out), encoding, io);
  const unread = [...notListed, ...selection.problems];
  tell(io, ...unread);
  const { sources, passedOver, others } = selection;
  if (passedOver > 0 && sources.length === 0)
    return refuse(
      io,
      badUsage(`${out}: the files lie in this folder, and copies of an earlier run are left out; name another folder`),
    );
  await io.load();
  const { files, different } = redaction(sources.map(({ path, decoded }) => ({ path, text: decoded.text })));
  const inTheWay = targetProblem(sources, out, io);
  if (inTheWay) return refuse(io, inTheWay);
  const { copies, problems } = encoded(sources, files, io);
  tell(io, ...problems);
  const written = copies.length > 0 ? io.files.create(out, copies) : { ok: true as const };
  if (!written.ok) {
    const message = `${written.reason}; nothing was written`;
    const problem: Problem = { code: 'not-written', file: written.path, message };
    return written.kind === 'exists' ? refuse(io, problem) : giveUp(io, problem);
  }
  const masked = files.reduce((sum, file) => sum + file.masked, 0);
  const howMany = masked > 0 ? `, ${different} different` : '';
  io.out(
    `${pluralize(copies.length, 'file')} written to ${printable(out)}: ${pluralize(masked, 'secret')} masked${howMany}\n`,
  );
  if (others > 0) io.error(`${pluralize(others, 'other file')} not copied: not VRP configurations\n`);
  tellDoubts(files, io);
  if (copies.length > 0) io.error('not masked: names, addresses, descriptions and banners\n');
  const isComplete = ![...unread, ...problems].some(isFailure);
  return isComplete ? exitCodes.clean : exitCodes.failed;
}

/** A named file that is no configuration is told, and is no failure. */
function isFailure({ code }: Problem): boolean {
  return code !== 'not-vrp';
}

/** `top`: the folder that all paths lie in. `out`: where the copies go, links followed. */
function select(
  found: readonly FoundFile[],
  top: string,
  out: string,
  encoding: Encoding | undefined,
  io: Io,
): Selection {
  const sources: SourceFile[] = [];
  const problems: Problem[] = [];
  let others = 0;
  let passedOver = 0;
  for (const { path, named } of found) {
    // What an earlier run wrote there is no input of this one.
    if (`${io.files.real(path)}/`.startsWith(`${out}/`) && top !== out && !named) {
      passedOver++;
      continue;
    }
    const probe = probeSource(path, named, encoding, io);
    if (!probe.decoded) {
      if (probe.problem) problems.push(probe.problem);
      if (!probe.problem || !isFailure(probe.problem)) others++;
      continue;
    }
    const target = io.files.absolute(path).slice(top.length).replace(/^\/+/, '');
    sources.push({ path, target, decoded: probe.decoded });
  }
  return { sources, others, passedOver, problems };
}

/** The text of a configuration; of a file that cannot be read, or was named and is none, why not. */
function probeSource(
  path: string,
  named: boolean,
  encoding: Encoding | undefined,
  io: Io,
): { readonly decoded?: Decoded; readonly problem?: Problem } {
  if (io.files.size(path) > largestFile) return { problem: tooLarge(path) };
  const read = io.files.read(path);
  if (!read.ok) return { problem: { code: 'unreadable', file: path, message: read.reason } };
  if (named && !isText(read.bytes))
    return { problem: { code: 'not-text', file: path, message: 'not text that can be read; save it as UTF-8' } };
  const isVrp = holdsVrp(read.bytes, (start) => io.decode(start, encoding).text);
  if (isVrp) return { decoded: decodeExactly(io, read.bytes, encoding) };
  if (!named) return {};
  return { problem: { code: 'not-vrp', file: path, message: 'not a VRP configuration, not copied' } };
}

/** The first reason why a copy cannot have its place. */
function targetProblem(sources: readonly SourceFile[], out: string, io: Io): Problem | undefined {
  const folder = out.slice(0, 1) + withoutTrailingSlashes(out.slice(1));
  const realFolder = io.files.real(out);
  const taken = new Set<string>();
  for (const { target } of sources) {
    const path = `${folder}/${target}`;
    const reason = taken.has(target) ? 'two of the files would go there' : placeProblem(path, realFolder, io);
    if (reason !== undefined) return { code: 'not-written', file: path, message: `${reason}; nothing was written` };
    taken.add(target);
  }
  return undefined;
}

function placeProblem(path: string, realFolder: string, io: Io): string | undefined {
  if (io.files.exists(path)) return 'it is there already';
  return io.files.real(path).startsWith(`${realFolder}/`) ? undefined : 'a link leads out of the folder';
}

/** The copies as bytes, each in the encoding of its source. */
function encoded(
  sources: readonly SourceFile[],
  files: readonly Redacted[],
  io: Io,
): { readonly copies: readonly NewFile[]; readonly problems: readonly Problem[] } {
  const copies: NewFile[] = [];
  const problems: Problem[] = [];
  for (const [index, { path, target, decoded }] of sources.entries()) {
    const bytes = io.encode(files[index]!.text, decoded.encoding);
    if (bytes) copies.push({ name: target, bytes });
    else
      problems.push({ code: 'not-written', file: path, message: 'not copied, the new text does not fit its encoding' });
  }
  return { copies, problems };
}

/** Lines that a person should look at before the files leave. */
function tellDoubts(files: readonly Redacted[], io: Io): void {
  const doubts = files.flatMap(({ path, doubtful }) => doubtful.map(({ row, why }) => `${path}:${row}: ${why}`));
  if (doubts.length === 0) return;
  const these = doubts.length === 1 ? 'this line' : 'these lines';
  const rows = doubts.slice(0, mostDoubts).map((doubt) => `  ${printableRow(doubt)}\n`);
  const more = doubts.length > mostDoubts ? `  and ${doubts.length - mostDoubts} more\n` : '';
  io.error(`look at ${these} before you pass the files on:\n${rows.join('')}${more}`);
}

/** As it will be written back byte for byte; Latin-1 takes every byte, and what is masked is ASCII in all of them. */
function decodeExactly(io: Io, bytes: Uint8Array, encoding: Encoding | undefined): Decoded {
  const decoded = io.decode(bytes, encoding);
  const encoded = io.encode(decoded.text, decoded.encoding);
  const isExact = encoded && encoded.length === bytes.length && encoded.every((byte, index) => byte === bytes[index]);
  return isExact ? decoded : io.decode(bytes, 'latin-1');
}

/** The deepest folder that holds them all; whole paths. */
function commonFolder(folders: readonly string[]): string {
  const paths = folders.map((folder) => folder.split('/'));
  const [first = []] = paths;
  let shared = 0;
  while (paths.every((parts) => shared < parts.length && parts[shared] === first[shared])) shared++;
  return first.slice(0, shared).join('/');
}
