// Reads the vendor's notation (bare keywords, `<argument>`, `[ ]`, `{ | }`, `[ | ]`, `{ | } *`, `[ | ] *`, `&<1-n>`) and says
// what may come next after any part of it. A notation that does not read is an author's mistake and throws; a test reads them all.

/** One word of a notation: a keyword, or an argument in angle brackets. */
export type Token =
  { readonly kind: 'keyword'; readonly keyword: string } | { readonly kind: 'argument'; readonly name: string };

/** A notation as a tree: `{ a | b }`, `[ a ]`, `{ a | b } *` and `&<1-8>`. */
export type Node =
  | Token
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  /** `many`: each choice at most once, in any order. */
  | { readonly kind: 'choice'; readonly choices: readonly Node[]; readonly optional: boolean; readonly many: boolean }
  | { readonly kind: 'repeat'; readonly node: Node; readonly min: number; readonly max: number };

/** What is still to come: a list that shares its tail. `null` is nothing. */
export type Rest = { readonly node: Node; readonly next: Rest } | null;

/** The forms of a `format` or `undo` text, one a line. */
export function forms(notation: string): string[] {
  return notation
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Reads a notation as the vendor's references write it. Throws on one that does not read. */
export function parseForm(form: string): Node {
  const tokens = form.match(/&<\d+-\d+>|<[^<>]+>|[{}[\]|*]|[^\s{}[\]|*<>&]+/g) ?? [];
  if (tokens.join('').length !== form.replace(/\s+/g, '').length) throw new Error(`unreadable notation: ${form}`);
  let at = 0;
  const node = sequence('');
  return at < tokens.length ? fail(`stray ${tokens[at]}`) : node;

  function choices(close: string): Node {
    const found: Node[] = [];
    do found.push(sequence(close));
    while (tokens[at] === '|' && ++at);
    return found.length === 1 ? found[0]! : { kind: 'choice', choices: found, optional: false, many: false };
  }

  function sequence(close: string): Node {
    const nodes: Node[] = [];
    while (at < tokens.length && tokens[at] !== '|' && tokens[at] !== close) {
      const token = tokens[at++]!;
      let node: Node;
      if (token === '{' || token === '[') node = group(token);
      else if (token.startsWith('<')) node = { kind: 'argument', name: token.slice(1, -1) };
      else if (/^[}\]*|&]/.test(token)) fail(`stray ${token}`);
      else node = { kind: 'keyword', keyword: token };
      const repeat = /^&<(\d+)-(\d+)>$/.exec(tokens[at] ?? '');
      if (repeat) {
        at++;
        node = { kind: 'repeat', node: node!, min: Number(repeat[1]), max: Number(repeat[2]) };
      }
      nodes.push(node!);
    }
    if (nodes.length === 0) fail('an empty choice');
    return nodes.length === 1 ? nodes[0]! : { kind: 'sequence', nodes };
  }

  function group(open: string): Node {
    const close = open === '{' ? '}' : ']';
    const inner = choices(close);
    if (tokens[at++] !== close) fail(`no ${close}`);
    const many = tokens[at] === '*' && ++at > 0;
    const list = inner.kind === 'choice' && !inner.optional && !inner.many ? inner.choices : [inner];
    if (open === '{' && !many && list.length === 1) return inner;
    return { kind: 'choice', choices: list, optional: open === '[', many };
  }

  function fail(why: string): never {
    throw new Error(`${why} in notation: ${form}`);
  }
}

/** Calls `visit` with every token that may come next and what follows it; true when nothing need follow. */
export function advance(rest: Rest, visit: (token: Token, rest: Rest) => void): boolean {
  if (rest === null) return true;
  const { node, next } = rest;
  switch (node.kind) {
    case 'keyword':
    case 'argument':
      visit(node, next);
      return false;
    case 'sequence': {
      let list = next;
      for (let index = node.nodes.length - 1; index >= 0; index--) list = { node: node.nodes[index]!, next: list };
      return advance(list, visit);
    }
    case 'repeat': {
      const again: Rest =
        node.max > 1 ? { node: { ...node, min: Math.max(node.min - 1, 0), max: node.max - 1 }, next } : next;
      const ends = advance({ node: node.node, next: again }, visit);
      return node.min === 0 ? advance(next, visit) || ends : ends;
    }
    case 'choice': {
      let ends = false;
      node.choices.forEach((choice, index) => {
        const others =
          node.many && node.choices.length > 1
            ? { node: { ...node, choices: node.choices.filter((_, other) => other !== index), optional: true }, next }
            : next;
        if (advance({ node: choice, next: others }, visit)) ends = true;
      });
      return node.optional ? advance(next, visit) || ends : ends;
    }
  }
}

/** Every token of a form, in reading order. */
export function tokensOf(node: Node): Token[] {
  switch (node.kind) {
    case 'keyword':
    case 'argument':
      return [node];
    case 'sequence':
      return node.nodes.flatMap(tokensOf);
    case 'repeat':
      return tokensOf(node.node);
    case 'choice':
      return node.choices.flatMap(tokensOf);
  }
}

/** The words with which the forms of a notation begin that take one of these arguments. */
export function firstKeywords(notation: string, names: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const form of forms(notation)) {
    const node = parseForm(form);
    if (!tokensOf(node).some((token) => token.kind === 'argument' && names.includes(token.name))) continue;
    advance({ node, next: null }, (token) => {
      if (token.kind === 'keyword') found.add(token.keyword.toLowerCase());
    });
  }
  return found;
}
