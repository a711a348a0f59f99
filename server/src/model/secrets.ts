// Keys and passwords never leave: a line that is shown is shown through here. What the catalogue calls a cipher is masked,
// and so is anything that looks like one.
import { entry } from '../catalogue/index';
import { matchText, type MatchedLine } from './lines';

const cipherText = /(?:%\^%#.*?%\^%#|%\$%\$.*?%\$%\$|%@%@.*?%@%@|@%@%.*?@%@%|%#%#.*?%#%#|\$1[ac]\$\S+|\$6\$\S+)/g;
const afterSecretWord = /\b((?:cipher|simple|irreversible-cipher|authentication-key|security-key|shared-key|password|md5|hmac-\w+|key-string|community)\s+)(?!cipher\b|simple\b|irreversible-cipher\b)(\S+)/gi;

/** The line's own text with every secret replaced by asterisks of the same length, so that columns stay true. */
export function withoutSecrets(line: Pick<MatchedLine, 'text' | 'view'>): string {
  let text = line.text;
  const match = matchText(line.view, line.text);
  const parameters = match && entry(match.command)?.parameters;
  for (const value of match?.values ?? []) {
    if (parameters?.[value.name]?.type.kind === 'cipher') text = masked(text, value.start, value.end);
  }
  return maskedText(text);
}

/** For text whose view is not known. */
export function maskedText(text: string): string {
  return text
    .replace(cipherText, (hit) => '*'.repeat(hit.length))
    .replace(afterSecretWord, (_, words: string, secret: string) => words + '*'.repeat(secret.length));
}

function masked(text: string, start: number, end: number): string {
  return text.slice(0, start) + '*'.repeat(end - start) + text.slice(end);
}
