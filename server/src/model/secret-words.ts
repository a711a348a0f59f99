// What a text says is a secret by its own words: the words before it say so, or it looks like one. For text whose command nobody
// knows; better one word too many. Where the view of a line is known, `secrets.ts` asks the catalogue as well.
import { push } from '../text/collections';
import { isNearInLength, isNearlySame } from '../text/edit-distance';
import { words, type Word } from '../text/words';

/** Columns of the text that was searched. */
export interface Secret {
  readonly start: number;
  readonly end: number;
}

/** In order, none touching another. */
export function secretWords(text: string): Secret[] {
  const found = secretsByLook(text);
  // Most lines hold none of the words, and a carrier's file has many lines.
  if (hint.test(text)) found.push(...afterWords(words(text.replace(template, (hit) => hit.replace(/\s/g, '_')))));
  return found.length === 0 ? found : merged(found);
}

/** Those that look like one, whatever stands before them; in no order. */
export function secretsByLook(text: string): Secret[] {
  const found = [...storedSecrets(text), ...addressSecrets(text), ...keyOnOneRow(text)];
  for (const hit of text.matchAll(hashed)) found.push({ start: hit.index, end: hit.index + hit[0].length });
  for (const hit of text.matchAll(assigned))
    if (!isPlaceholder(hit[1]!))
      found.push({ start: hit.index + hit[0].length - hit[1]!.length, end: hit.index + hit[0].length });
  return found;
}

/** What devices store stands between two of one of these: `%^%#...%^%#`. */
const storedMarks = ['%^%#', '%$%$', '%@%@', '@%@%', '%#%#', '%+%#', '%@%#', '%#%^', '%%#%'];

/** As devices store them: `%^%#...%^%#`, with the rest of its word. */
function storedSecrets(text: string): Secret[] {
  const found: Secret[] = [];
  if (!text.includes('%')) return found;
  for (const mark of storedMarks) {
    for (let start = text.indexOf(mark); start >= 0;) {
      const closing = text.indexOf(mark, start + mark.length);
      if (closing < 0) break;
      const end = endOfWord(text, closing + mark.length);
      found.push({ start, end });
      start = text.indexOf(mark, end);
    }
  }
  return found;
}

/** A private key that was put on one row, or begins on a row of something else. */
function keyOnOneRow(text: string): Secret[] {
  const begin = text.indexOf('PRIVATE KEY');
  if (begin < 0 || !/---- ?BEGIN /.test(text)) return [];
  const behind = /^[\w ]*-{4,}\s*/.exec(text.slice(begin));
  if (!behind) return [];
  const start = begin + behind[0].length;
  const closing = text.indexOf('----', start);
  const end = closing < 0 ? text.trimEnd().length : closing;
  return start < end ? [{ start, end }] : [];
}

/** `ftp://user:password@server`: what stands between the colon behind the user and the `@`. */
function addressSecrets(text: string): Secret[] {
  const found: Secret[] = [];
  for (let slashes = text.indexOf('//'); slashes >= 0;) {
    user.lastIndex = slashes + 2;
    const start = slashes + 2 + (user.exec(text)?.[0].length ?? 0);
    let next = start;
    if (start > slashes + 2) {
      passwordInAddress.lastIndex = start;
      next += passwordInAddress.exec(text)?.[0].length ?? 0;
      if (next > start && text[next] === '@') found.push({ start, end: next });
    }
    // Where no `@` ends what was read, none ends what begins within it.
    slashes = text.indexOf('//', next);
  }
  return found;
}

const user = /[^/\s:@]+:/y;
const passwordInAddress = /[^@\s]+/y;

function endOfWord(text: string, from: number): number {
  const blank = text.slice(from).search(/\s/);
  return blank < 0 ? text.length : from + blank;
}

/** `$1a$...$...$`, in which a blank may stand; where it does not end so, the word. */
const hashed = /\$\d[a-z]?\$(?:[^$]*\$[^$]*\$(?!\S)|\S+)/g;
/** `password=...`, `key: ...`, as people write it into descriptions. */
const assigned = /(?<![\w-])(?:password|passwd|passphrase|pwd|pass|secret|psk|key)\s?[=:\uff1a]\s?([^\s=:\uff1a]\S*)/gi;
/** One word, however it is spaced. */
const template = /\{\{[^{}]*\}\}|\{%[^{}]*(?<=%)\}/g;
const hint =
  /cip|irr|pass|simple|plain|key|md5|sha|auth|priv|communi|secret|psk|params|securityname|des|aes|code|word|mun/i;

/** What stands between the word that announces a secret and the secret. */
export const forms = ['cipher', 'irreversible-cipher', 'simple', 'plain', 'plain-text', 'plaintext', 'clear-text'];
const direct = new Set([
  'shared-key',
  'shared-key-cipher',
  'shared-secret',
  'secret',
  'key-string',
  'pre-shared-key',
  'security-key',
  'authentication-key',
  'auth-key',
  'auth-code',
  'pass-phrase',
  'passphrase',
  'psk',
  'sae',
  'md5-password',
  'string-key',
  'authentication-hex',
  'encryption-hex',
  'securityname',
  'wep-40',
  'wep-104',
  'wep-128',
  'private-key',
  'master-key',
]);
const passwords = /^(?:(?:[\w-]+-)?(?:password|passwd)(?:-cipher|-simple)?|passw?o?r?)$/;
const algorithms =
  /^(?:md5|(?:hmac-)?sha\d*(?:[-_]\d+)*|hmac-(?:md5|sha)[\w-]*|sm[34]|des(?:-cbc)?|des56|3des(?:168)?|aes(?:[-_]?\d+)?(?:-\w+)?)$/;
/** Words that announce a secret, for those who type them short. */
const announcing = ['password', ...direct];

/** `key-str`, `shared-k`: with its hyphen such a word is short for nothing else. */
function isShortDirect(word: string): boolean {
  return word.length > 5 && word.includes('-') && announcing.some((whole) => whole.startsWith(word));
}

/** `rad sha cip KEY`, `peer 10.1.1.1 pas s KEY`: what is short for much counts only where a form stands behind it. */
function isShortBeforeForm(word: string, next: string | undefined): boolean {
  return (
    word.length > 2 && next !== undefined && announcing.some((whole) => whole.startsWith(word)) && isShortForm(next)
  );
}

function isShortForm(word: string): boolean {
  return forms.some((form) => form.startsWith(word));
}

/** As people shorten them behind the word for authentication. */
function isShortAlgorithm(word: string): boolean {
  return ['md5', 'simple', 'plain', 'cipher'].some((whole) => whole.startsWith(word));
}

/** Only behind one of these is what follows an algorithm its key; behind `vrrp` where somebody left `authentication-mode` out. */
const authentication =
  /^(?:vrrp6?|[\w-]*authentication-mode|authentication-keyid|auth-mode|authentication|auth|priv|privacy-mode|vlink-peer|sham-link)$/;
/** Never secrets themselves, and passed over on the way to one. */
const between = new Set([
  ...forms,
  'all',
  'usual',
  'nonstandard',
  'inbound',
  'outbound',
  'ah',
  'esp',
  'ip',
  'osi',
  'level-1',
  'level-2',
  'level-1-2',
  'send-only',
  'all-send-only',
  'snp-packet',
  'authentication-avoid',
  'hex',
  'pass-phrase',
  'psk',
  'sae',
  'read',
  'write',
  'localized-key',
  'key',
  'is',
  '=',
  ':',
  'password',
  'passwd',
  ...direct,
]);
const numbered = new Set(['key-id', 'keyid', 'level']);
/** Behind `password` these speak about passwords. */
const aboutPasswords = new Set([
  'policy',
  'alert',
  'alert-before-expire',
  'alert-original',
  'expire',
  'history',
  'min-length',
  'max-length',
  'complexity',
  'complexity-check',
  'change',
  'change-offline',
  'control',
  'modify',
  'enable',
  'disable',
  'retry',
  'length',
  'authentication',
  'auto-generate',
  'composition',
  'aging',
  'user',
  'type',
  'recovery',
  'level-change',
  'encrypt-type',
  'force-change',
]);

function isPasswordWord(word: string): boolean {
  return word === 'secret' || passwords.test(word);
}

/** Words by the lengths of those that may be meant for them: every word of a file is asked about. */
type ByLength = ReadonlyMap<number, readonly string[]>;

function byLength(all: readonly string[]): ByLength {
  const found = new Map<number, string[]>();
  for (const word of all)
    for (const more of [-2, -1, 0, 1, 2])
      if (isNearInLength(word.length, word.length + more)) push(found, word.length + more, word);
  return found;
}

/** Words that announce a secret also where they are misspelled. */
const misspelledWords = [
  'password',
  'community',
  'snmp-agent',
  'authentication-mode',
  'authentication-keyid',
  'securityname',
  ...[...direct].filter((word) => word.includes('-') && word.length > 9),
];
/** Those and what stands between such a word and the secret. */
const misspelledBehind = byLength([
  ...misspelledWords,
  'cipher',
  'irreversible-cipher',
  'simple',
  'plain',
  'md5',
  'hmac-md5',
  'hmac-sha256',
]);
const misspelled = byLength(misspelledWords);
const announces = /(?:password|passwd|-key|key-string|-mode)$|^(?:key|community|authentication)/;

function afterWords(all: readonly Word[]): Secret[] {
  const typed = all.map(({ text }) => text.toLowerCase());
  const meant = asMeant(typed);
  const found = new SecretSearch(all, typed).search();
  // What was taken for a misspelled word may have been the key itself: both are masked.
  return meant ? [...found, ...new SecretSearch(all, meant).search()] : found;
}

/** The words with those right that are misspelled, as far as a secret may stand behind them; undefined where none is. */
function asMeant(typed: readonly string[]): readonly string[] | undefined {
  let isAnnounced = false;
  const meant = typed.map((word) => {
    const right = rightWord(word, isAnnounced ? misspelledBehind : misspelled);
    isAnnounced ||= announces.test(right);
    return right;
  });
  return meant.some((right, index) => right !== typed[index]) ? meant : undefined;
}

function rightWord(word: string, candidates: ByLength): string {
  const near = /^\d/.test(word) ? undefined : candidates.get(word.length);
  // `auth-mode` is a word of its own.
  if (!near || near.includes(word) || authentication.test(word)) return word;
  return near.find((candidate) => isNearlySame(word, candidate)) ?? word;
}

class SecretSearch {
  private readonly found: Secret[] = [];
  private readonly held: ReadonlySet<string>;
  /** Where `behindForms` ended from a word. */
  private readonly reached: number[] = [];
  private authenticates = false;

  /** `lower`: the words in small letters. */
  constructor(
    private readonly all: readonly Word[],
    private readonly lower: readonly string[],
  ) {
    this.held = new Set(this.lower);
  }

  search(): Secret[] {
    if (this.namesCiphers()) return [];
    this.lower.forEach((word, index) => {
      const behind = this.wordBefore(word, index);
      if (behind !== undefined) this.mark(behind);
      if (authentication.test(word)) this.authenticates = true;
    });
    return this.found;
  }

  /** Which ciphers a server speaks is no secret. */
  private namesCiphers(): boolean {
    const line = this.lower.filter((word) => !/[\]>]$/.test(word)).join(' ');
    const isServerLine = /^(?:undo )?(?:ssh|stelnet|sftp) (?:server|client)\b|\bcipher-suite\b/.test(line);
    return isServerLine && !this.held.has('password');
  }

  /** The index of the word behind which a secret stands, where this word says that one does. */
  private wordBefore(word: string, index: number): number | undefined {
    const { lower, held } = this;
    const before = lower[index - 1] ?? '';
    const after = lower[index + 1];
    if (this.isForm(index)) return index;
    if (passwords.test(word)) {
      const isMode = /^(?:authentication-mode|authentication-type|auth-mode|auth-type)$/.test(before);
      return isMode || aboutPasswords.has(after ?? '') ? undefined : index;
    }
    if (direct.has(word) || isShortDirect(word)) return index;
    if (index + 2 < lower.length && isShortBeforeForm(word, after)) return index;
    if (word === 'manager' && held.has('ldap-server')) return index + 1;
    if (this.isAlgorithm(word, before)) return index;
    if (word === 'community' && this.holds('snmp', 'snmp-agent') && after !== 'complexity-check') return index;
    if (word === 'key' && this.holds('web-auth-server', 'portal', 'remote-backup', 'ike', 'hrp')) return index;
    return word === 'mac' && held.has('pfx-cert') ? index : undefined;
  }

  private isAlgorithm(word: string, before: string): boolean {
    return this.authenticates && (algorithms.test(word) || (authentication.test(before) && isShortAlgorithm(word)));
  }

  private holds(...some: readonly string[]): boolean {
    return some.some((word) => this.held.has(word));
  }

  /** Written out, or as people type it behind the word for a password. */
  private isForm(index: number): boolean {
    const word = this.lower[index]!;
    return (
      forms.includes(word) ||
      (word.length > 1 && forms.some((form) => form.startsWith(word)) && passwords.test(this.lower[index - 1] ?? ''))
    );
  }

  /** The first word from `at` on that is none of those between; each word of a long row of them is passed over once. */
  private behindForms(at: number): number {
    const { lower, reached } = this;
    const passed: number[] = [];
    let next = at;
    while (
      next < lower.length &&
      reached[next] === undefined &&
      (between.has(lower[next]!) || this.isNumber(next) || this.isForm(next))
    ) {
      passed.push(next);
      next += this.isNumber(next) && /^\d+$/.test(lower[next + 1] ?? '') ? 2 : 1;
    }
    const end = reached[next] ?? next;
    for (const index of passed) reached[index] = end;
    return end;
  }

  private isNumber(index: number): boolean {
    return numbered.has(this.lower[index]!);
  }

  /** Marks the first word behind `index` that can be the secret. */
  private mark(index: number): void {
    const { all, lower } = this;
    let at = this.behindForms(index + 1);
    if (/^(?:peer-)?group$/.test(lower[at] ?? '') && this.held.has('md5-password')) at += 2;
    const [next, behind] = [lower[at], lower[at + 1]];
    if (next === undefined || authentication.test(next) || algorithms.test(next) || /^key-?chain$/.test(next)) return;
    // The number of the key, or the neighbour it is for, comes first.
    const isKeyNumber =
      /^\d{1,10}$/.test(next) && behind !== undefined && !between.has(behind) && algorithms.test(lower[index]!);
    const isNeighbour = behind !== undefined && /^\d+\.\d+\.\d+\.\d+$|^[\da-f]*:[\da-f]*:[\da-f:.]*$/.test(next);
    if (/^\d{1,10}$/.test(next) && forms.includes(behind ?? '')) return;
    // `password 7 KEY`, as other vendors write the form: where the digit is the secret itself, it is masked too.
    if (/^\d$/.test(next) && behind !== undefined && isPasswordWord(lower[index]!)) this.take(at++);
    else if (isKeyNumber || isNeighbour) at++;
    // A form typed short stands before a secret, and is none itself.
    if (isShortForm(lower[at]!) && at + 1 < all.length) at++;
    this.take(at);
  }

  private take(at: number): void {
    const { text, start, end } = this.all[at]!;
    if (!isPlaceholder(text)) this.found.push({ start, end });
  }
}

/** `******`, `<removed>`, `{{ key }}`: somebody has taken it out already, or nobody has put it in yet. */
export function isPlaceholder(text: string): boolean {
  return /^(?:\*+|x{6,}|<.*>?|\{\{.*|\{%.*|\$\{?[A-Za-z_]\w*\}?)$/i.test(text);
}

/** A key that is stored in cipher is longer than any that a person types. */
const longestTypedKey = 23;

/**
 * A key as it was typed; undefined where it is stored in cipher or taken out. Two typed keys can be compared, two stored ones
 * cannot, since one key reads otherwise each time. `before` are the words in small letters that announce it. Never shown.
 */
export function readableKey(key: string | undefined, before: readonly string[]): string | undefined {
  if (key === undefined || before.includes('cipher')) return undefined;
  const looksStored = secretWords(` ${key}`).length > 0 || /^[%$@#^]/.test(key) || key.length > longestTypedKey;
  return looksStored || isPlaceholder(key) ? undefined : key;
}

/** The secrets of a line in order, those that overlap as one. */
export function merged(all: readonly Secret[]): Secret[] {
  const sorted = [...all].sort((left, right) => left.start - right.start || right.end - left.end);
  const found: Secret[] = [];
  for (const { start, end } of sorted) {
    const last = found[found.length - 1];
    if (last && start < last.end) found[found.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else found.push({ start, end });
  }
  return found;
}
