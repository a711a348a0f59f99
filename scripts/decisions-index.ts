// docs/decisions/README.md, from the pages themselves: each begins with its number and title, and says whether it is carried out.

export interface DecisionPage {
  readonly file: string;
  readonly text: string;
}

interface Decision {
  readonly file: string;
  readonly number: number;
  readonly title: string;
  readonly status: string;
}

export const statuses = ['carried out', 'carried out in part', 'not carried out yet'];

/** Throws where a page does not begin as it should. */
export function decisionOf({ file, text }: DecisionPage): Decision {
  const head = /^# (?<number>\d+)\. (?<title>.+)\n\nStatus: (?<status>.+)\n/.exec(text)?.groups;
  if (!head) throw new Error(`${file}: begins with "# NUMBER. TITLE" and "Status: ..."`);
  return { file, number: Number(head['number']), title: head['title']!, status: head['status']! };
}

export function decisionsIndex(pages: readonly DecisionPage[]): string {
  const decisions = pages.map(decisionOf).sort((a, b) => a.number - b.number);
  return `# Decisions

Derived from the pages of this folder by \`npm run update\`.

The vendor's procedures, its command reference, its published models, published configurations and the standards disagree in places, or leave a question open. Each page says where, what this project does, why, and which rules and commands carry it out. A decision that the code does not carry out, or only in part, says so.

A new decision is a file with a lasting name, a number of its own and the three headings *Context*, *Decision* and *Consequences*.

| | Decision | Status |
| --- | --- | --- |
${decisions.map((one) => `| ${one.number} | [${one.title}](${one.file}) | ${one.status} |`).join('\n')}
`;
}
