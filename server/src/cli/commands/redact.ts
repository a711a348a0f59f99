// `vrp redact PATHS --out DIR`: copies of the configurations with every secret masked, to show to somebody else. Nothing that is
// there is ever written over, and nothing is written unless all of it can have its place.
import type { Command, Option } from 'commander';
import { holdsVrp, largestFile, notText } from '../../model/file-kind';
import type { Decoded, Io } from '../io';
import { redaction } from '../redaction';
import { printable, printableRow } from '../../text/sanitize';
import { count } from '../../text/plural';

interface Taken {
  readonly path: string;
  /** Below the folder of the copies. */
  readonly target: string;
  readonly decoded: Decoded;
}

export function redactCommand(program: Command, io: Io, exit: (code: number) => void, shared: readonly Option[]): void {
  const command = program
    .command('redact')
    .argument('<paths...>', 'files, directories and globs')
    .description('write copies in which passwords and keys are masked')
    .requiredOption('-o, --out <dir>', 'where the copies go: what is there already is never written over');
  for (const option of shared) command.addOption(option);
  command.action(async (paths: string[], options: { out: string; encoding?: Decoded['encoding'] }) => {
    const say = (text: string) => io.error(`vrp: ${printable(text)}\n`);
    if (paths.includes('-')) {
      say('redact reads files, not standard input');
      return exit(2);
    }
    if (options.out === '') {
      say('--out names the folder the copies go to');
      return exit(2);
    }
    const { found, missing, unreadable } = io.files.list(paths);
    for (const path of missing) say(`no such file or directory: ${path}`);
    if (missing.length > 0) return exit(2);
    let failed = unreadable.length > 0;
    for (const { path, reason } of unreadable) say(`${path}: ${reason}`);

    const out = io.files.real(options.out);
    const folder = options.out.replace(/(?<=.)\/+$/, '');
    const top = commonFolder(paths.map((path) => io.files.base(path)));
    const taken: Taken[] = [];
    let alone = 0;
    let passedOver = 0;
    for (const { path, named } of found) {
      // What an earlier run wrote there is no input of this one.
      if (`${io.files.real(path)}/`.startsWith(`${out}/`) && top !== out && !named) {
        passedOver++;
        continue;
      }
      const read =
        io.files.size(path) > largestFile ? { ok: false as const, reason: 'larger than 64 MB' } : io.files.read(path);
      if (!read.ok || (named && notText(read.bytes) !== undefined)) {
        failed = true;
        say(`${path}: ${read.ok ? 'not text that can be read; save it as UTF-8' : read.reason}`);
        continue;
      }
      const isVrp = holdsVrp(read.bytes, (start) => io.decode(start, options.encoding).text);
      const decoded = isVrp ? exact(io, read.bytes, options.encoding) : undefined;
      if (!decoded) {
        alone++;
        if (named) say(`${path}: no VRP configuration, not copied`);
        continue;
      }
      const below = io.files.absolute(path).slice(top.length).replace(/^\/+/, '');
      taken.push({ path, target: below, decoded });
    }
    if (passedOver > 0 && taken.length === 0) {
      say(
        `${options.out}: the files lie in this folder, and copies of an earlier run are left out; name another folder`,
      );
      return exit(2);
    }
    await io.load();
    const { files, different } = redaction(taken.map(({ path, decoded }) => ({ path, text: decoded.text })));

    const targets = new Set<string>();
    for (const { target } of taken) {
      const path = `${folder}/${target}`;
      const problem = targets.has(target)
        ? 'two of the files would go there'
        : io.files.exists(path)
          ? 'it is there already'
          : inside(io.files.real(path), out)
            ? undefined
            : 'a link leads out of the folder';
      if (problem !== undefined) {
        say(`${path}: ${problem}; nothing was written`);
        return exit(2);
      }
      targets.add(target);
    }
    const copies = taken.flatMap(({ path, target, decoded }, index) => {
      const bytes = io.encode(files[index]!.text, decoded.encoding);
      if (bytes) return [{ name: target, bytes }];
      failed = true;
      say(`${path}: not copied, the new text does not fit its encoding`);
      return [];
    });
    const made = copies.length > 0 ? io.files.create(options.out, copies) : { ok: true as const };
    if (!made.ok) {
      say(`${made.path}: ${made.reason}; nothing was written`);
      return exit(made.kind === 'exists' ? 2 : 3);
    }
    const masked = files.reduce((sum, file) => sum + file.masked, 0);
    io.out(
      `${count(copies.length, 'file')} written to ${printable(options.out)}: ${count(masked, 'secret')} masked${masked > 0 ? `, ${different} different` : ''}\n`,
    );
    if (alone > 0) io.error(`${count(alone, 'other file')} not copied: no VRP configuration\n`);
    const doubts = files.flatMap(({ path, doubtful }) => doubtful.map(({ row, why }) => `${path}:${row}: ${why}`));
    if (doubts.length > 0)
      io.error(
        `look at ${doubts.length === 1 ? 'this line' : 'these lines'} before you pass the files on:\n${doubts
          .slice(0, mostDoubts)
          .map((one) => `  ${printableRow(one)}\n`)
          .join('')}${doubts.length > mostDoubts ? `  and ${doubts.length - mostDoubts} more\n` : ''}`,
      );
    if (copies.length > 0) io.error('not masked: names, addresses, descriptions and banners\n');
    exit(failed ? 3 : 0);
  });
}

const mostDoubts = 20;

/** As it will be written back byte for byte; Latin-1 takes every byte, and what is masked is ASCII in all of them. */
function exact(io: Io, bytes: Uint8Array, encoding: Decoded['encoding'] | undefined): Decoded {
  const decoded = io.decode(bytes, encoding);
  const back = io.encode(decoded.text, decoded.encoding);
  return back && back.length === bytes.length && back.every((byte, index) => byte === bytes[index])
    ? decoded
    : io.decode(bytes, 'latin-1');
}

/** The deepest folder that holds them all; whole paths. */
function commonFolder(folders: readonly string[]): string {
  const parts = folders.map((folder) => folder.split('/'));
  let shared = 0;
  while (parts.every((one) => shared < one.length && one[shared] === parts[0]![shared])) shared++;
  return parts[0]!.slice(0, shared).join('/');
}

function inside(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}
