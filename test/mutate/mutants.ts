// Small changes of a source text that a test should notice: each is one that a person could have typed by mistake.
import ts from 'typescript';

export interface Mutant {
  /** Columns of the source text. */
  readonly start: number;
  readonly end: number;
  /** What stands there instead. */
  readonly text: string;
}

const swapped: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
};

/** Calls that have an opposite. */
const opposites: Readonly<Record<string, string>> = { some: 'every', every: 'some', min: 'max', max: 'min' };

/** What a rule says of itself and its examples is no logic. */
const described = new Set(['examples', 'title', 'why', 'guide', 'requirement', 'message', 'supersededBy']);

export function mutantsOf(source: string): Mutant[] {
  const file = ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const replace = (node: ts.Node, text: string) => found.push({ start: node.getStart(file), end: node.getEnd(), text });
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isPropertyAssignment(node) && described.has(node.name.getText(file))) return;
    if (ts.isBinaryExpression(node)) mutateBinary(node, file, replace);
    if (ts.isConditionalExpression(node)) {
      replace(node, node.whenTrue.getText(file));
      replace(node, node.whenFalse.getText(file));
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      replace(node, node.operand.getText(file));
    if (ts.isNumericLiteral(node)) replace(node, String(Number(node.text.replaceAll('_', '')) + 1));
    if (ts.isIfStatement(node)) replace(node.expression, 'false as boolean');
    if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent) && node.parent.expression === node) {
      const opposite = Object.hasOwn(opposites, node.name.text) ? opposites[node.name.text] : undefined;
      if (opposite !== undefined) replace(node.name, opposite);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function mutateBinary(
  node: ts.BinaryExpression,
  file: ts.SourceFile,
  replace: (node: ts.Node, text: string) => void,
): void {
  const { kind } = node.operatorToken;
  if (
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken
  ) {
    replace(node, `(${node.left.getText(file)})`);
    replace(node, `(${node.right.getText(file)})`);
  }
  const other = swapped[kind];
  if (other !== undefined && !holdsText(node)) replace(node.operatorToken, other);
}

/** `'a' + b` is no sum. */
function holdsText(node: ts.BinaryExpression): boolean {
  return [node.left, node.right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side));
}
