// A secret in every command of the catalogue that takes one, written out and as short as a device takes it. Each is another and
// begins with `hush`, so that none can be overlooked in an output.
import { catalogue, entry, matchLine, type Command, type ViewName } from '../../server/src/catalogue';
import { forms, parseForm } from '../../server/src/catalogue/notation';
import { words } from '../../server/src/text/words';
import { samples, way } from './command-samples';

export interface SecretLine {
  readonly view: ViewName;
  /** The commands that lead into the view. */
  readonly way: readonly string[];
  readonly text: string;
}

let planted = 0;
const secret = () => `hush${++planted}key`;
const secretOf = /\bhush\d+key\b/g;

/** The line with other secrets, so that no two lines share one. */
export function anew({ text, ...line }: SecretLine): SecretLine {
  return { ...line, text: text.replace(secretOf, secret) };
}

/** Every form of every command that takes a secret, each choice of it once, in a view that some command leads into. */
export function secretCommands(): SecretLine[] {
  return catalogue.flatMap((command) => {
    const view = command.views.find((one) => one === 'system' || way(one).length > 0) ?? command.views[0]!;
    return formsOf(command)
      .flatMap((form) =>
        samples(parseForm(form), command, ({ type }) => (type.kind === 'cipher' ? secret() : undefined)),
      )
      .filter((text) => isReadAsSecret(view, text, command.id))
      .map((text) => ({ view, way: way(view), text }));
  });
}

function formsOf({ format, undo }: Command): string[] {
  return [...forms(format), ...forms(undo ?? '')];
}

/** Whether the device takes the line, as this command, and each secret in it for a key. */
function isReadAsSecret(view: ViewName, text: string, id: string): boolean {
  const expected = [...text.matchAll(secretOf)].map((hit) => hit[0]);
  const match = matchLine(view, words(text));
  if (expected.length === 0 || match?.command !== id || !match.complete) return false;
  const keys = match.values.filter((value) => entry(id)!.parameters[value.name]!.type.kind === 'cipher');
  return keys.map((value) => value.text).join() === expected.join();
}

/** The line with one keyword shortened, for each length at which it still is that command; last with all as short as they go. */
export function abbreviations(line: SecretLine): SecretLine[] {
  const { view, text } = line;
  const match = matchLine(view, words(text))!;
  const list = words(text).map((word) => word.text);
  const shortest = [...list];
  const found: string[] = [];
  for (const [at, word] of list.entries()) {
    if (match.roles[at]!.kind !== 'keyword') continue;
    for (let length = word.length - 1; length > 0; length--) {
      const short = list.with(at, word.slice(0, length)).join(' ');
      if (isReadAsSecret(view, short, match.command)) found.push(short);
      const all = shortest.with(at, word.slice(0, length));
      if (isReadAsSecret(view, all.join(' '), match.command)) shortest[at] = word.slice(0, length);
    }
  }
  return [...found, shortest.join(' ')].map((one) => anew({ ...line, text: one }));
}

/** Behind the lines that lead into their views, as a file has them. */
export function asBlocks(lines: readonly SecretLine[]): string {
  return grouped(lines)
    .map((group) => {
      const heads = group[0]!.way;
      const rows = [...heads, ...group.map(({ text }) => text)];
      return rows.map((text, at) => ' '.repeat(Math.min(at, heads.length)) + text).join('\n');
    })
    .join('\n#\n');
}

/** As they stand in what was copied from a terminal. */
export function asTranscript(lines: readonly SecretLine[]): string {
  return grouped(lines)
    .map((group) => {
      let prompt = '[*R1';
      const heads = group[0]!.way.map((text, depth) => {
        const row = `${prompt}]${text}`;
        prompt += `-v${depth}`;
        return row;
      });
      return [...heads, ...group.map(({ text }) => `${prompt}]${text}`)].join('\n');
    })
    .join('\n');
}

function grouped(lines: readonly SecretLine[]): SecretLine[][] {
  const groups = new Map<string, SecretLine[]>();
  for (const line of lines) groups.set(line.way.join('\n'), [...(groups.get(line.way.join('\n')) ?? []), line]);
  return [...groups.values()];
}

/** Private keys as files hold them; nothing between the marks is shown. */
export function keyBlocks(): string {
  const kinds = [
    ['-----BEGIN RSA PRIVATE KEY-----', '-----END RSA PRIVATE KEY-----'],
    ['-----BEGIN ENCRYPTED PRIVATE KEY-----', '-----END ENCRYPTED PRIVATE KEY-----'],
    ['-----BEGIN OPENSSH PRIVATE KEY-----', '-----END OPENSSH PRIVATE KEY-----'],
    ['-----BEGIN PGP PRIVATE KEY BLOCK-----', '-----END PGP PRIVATE KEY BLOCK-----'],
    ['---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----', '---- END SSH2 ENCRYPTED PRIVATE KEY ----'],
  ];
  const body = () => `Proc-Type: ${secret()}\n\nMIIE${secret()}/a+b\n ${secret()}==\ninterface ${secret()}`;
  return kinds.map(([begin, end]) => `${begin}\n${body()}\n${end}`).join('\n#\n');
}

/**
 * A configuration with every command of the catalogue that takes a secret: in each legal spelling, with a word too many, so that a
 * finding shows the line, behind prompts, and with whole private keys.
 */
export function everySecretCommand(text: string, side: number): string {
  const whole = secretCommands();
  const spellings = whole.flatMap((line) => [line, ...abbreviations(line)]);
  const short = whole.map((line) => abbreviations(line).at(-1)!);
  const wrong = [...whole, ...short].map((line) => ({ ...line, text: `${line.text} ${side} too-much` }));
  const blocks = asBlocks([...spellings, ...wrong].map(anew));
  const transcript = asTranscript([...whole, ...short].map(anew));
  return text.replace(/\nreturn\s*$/, () => `\n${blocks}\n#\n${keyBlocks()}\n#\n${transcript}\nreturn\n`);
}

/** Where a secret stands in what is shown: the first of them, with what is in front of it. */
export function leaked(where: string, text: string): string[] {
  // A cache may hold a text in two bytes a character.
  const at = text.replaceAll('\0', '').indexOf('hush');
  return at < 0 ? [] : [`${where}: ${text.slice(Math.max(0, at - 160), at + 40)}`];
}
