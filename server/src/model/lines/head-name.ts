// What people call the object whose view a line opens: `RBS ch`, `GigabitEthernet0/1/1`, `AAA domain isp`.
import { entry, nameKinds } from '../../catalogue';
import { headOf } from './head-of';
import type { MatchedLine, SectionFacts } from './matched-line';

/** The object that the head opens; undefined where it names none. */
export function nameOfHead(head: MatchedLine): string | undefined {
  const { match } = head;
  const parameters = match && entry(match.command)?.parameters;
  for (const { name, text } of match?.values ?? []) {
    const kind = parameters?.[name]?.defines;
    if (kind === 'interface') return text;
    if (kind) return `${nameKinds[kind].title} ${text}`;
  }
  return match && match.values.length > 0 ? `${keywordsOf(head)} ${match.values[0]!.text}` : undefined;
}

/** The keywords that a line begins with: `ip route-static`. */
export function keywordsOf({ match }: MatchedLine): string {
  const words: string[] = [];
  for (const role of match?.roles ?? []) {
    if (role.kind !== 'keyword') break;
    words.push(role.keyword);
  }
  return words.join(' ');
}

/** The object in whose view the line stands; undefined for a line of the system view. */
export function objectOf(line: MatchedLine, facts: SectionFacts): string | undefined {
  const head = headOf(line, facts);
  return head && nameOfHead(head);
}
