// @ts-check
// An ESLint rule: imports stand in the order Node, packages, then files, from the far ones to the near ones. Within a group the
// order is free. The fix keeps that order and moves comments along with the import below them.

/** @param {string} source @returns {number} */
function rankOf(source) {
  if (source.startsWith('node:')) return 0;
  if (!source.startsWith('.')) return 1;
  if (!source.startsWith('../')) return 100;
  let up = 0;
  while (source.startsWith('../', up * 3)) up++;
  return 100 - Math.min(up, 90);
}

/** @type {import('eslint').Rule.RuleModule} */
export const importOrder = {
  meta: {
    type: 'layout',
    fixable: 'code',
    docs: { description: 'Imports stand in the order Node, packages, far files, near files.' },
    messages: { order: "Import of '{{source}}' stands behind one of '{{before}}', which comes later in order." },
    schema: [],
  },
  create(context) {
    const code = context.sourceCode;
    return {
      Program({ body }) {
        const end = body.findIndex(({ type }) => type !== 'ImportDeclaration');
        const imports = /** @type {import('estree').ImportDeclaration[]} */ (end < 0 ? body : body.slice(0, end));
        const ranks = imports.map(({ source }) => rankOf(String(source.value)));
        const at = ranks.findIndex((rank, index) => index > 0 && rank < (ranks[index - 1] ?? 0));
        const [wrong, before] = [imports[at], imports[at - 1]];
        if (!wrong || !before) return;
        context.report({
          node: wrong,
          messageId: 'order',
          data: { source: String(wrong.source.value), before: String(before.source.value) },
          fix(fixer) {
            const [first, last] = [imports[0], imports.at(-1)];
            if (!first?.range || !last?.range) return null;
            const between = code.getCommentsInside(/** @type {any} */ ({ range: [first.range[0], last.range[1]] }));
            // What runs when it is imported keeps its place, and so does what a comment stands at.
            if (between.length > 0 || imports.some(({ specifiers }) => specifiers.length === 0)) return null;
            const sorted = imports
              .map((each, index) => ({ each, rank: ranks[index] ?? 0, index }))
              .sort((x, y) => x.rank - y.rank || x.index - y.index)
              .map(({ each }) => code.getText(each));
            return fixer.replaceTextRange([first.range[0], last.range[1]], sorted.join('\n'));
          },
        });
      },
    };
  },
};
