// Small changes of a source text that a test should notice: each is one that a person could have typed by mistake.
import ts from 'typescript';

/** An expression of a source text, and the one that stands there instead. */
export interface Mutant {
  /** Columns of the source text. */
  readonly start: number;
  readonly end: number;
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
    if (ts.isNumericLiteral(node) && !isKey(node)) replace(node, String(Number(node.text.replaceAll('_', '')) + 1));
    if (ts.isIfStatement(node)) replace(node.expression, 'false as boolean');
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name } = node.expression;
      const opposite = Object.hasOwn(opposites, name.text) ? opposites[name.text] : undefined;
      if (opposite !== undefined) replace(node, withToken(node, name, opposite, file));
    }
    ts.forEachChild(node, visit);
  };
  const used = usedDeclarations(file);
  for (const statement of file.statements) if (!isUnusedBut(statement, used)) visit(statement);
  return found;
}

/** A declaration that examples alone use: a helper that writes them, no logic. */
function isUnusedBut(statement: ts.Statement, used: ReadonlySet<ts.Statement>): boolean {
  return (ts.isFunctionDeclaration(statement) || ts.isVariableStatement(statement)) && !used.has(statement);
}

/** The statements that what the file exports rests on, its examples left out. */
function usedDeclarations(file: ts.SourceFile): ReadonlySet<ts.Statement> {
  const declaring = new Map<string, ts.Statement>();
  for (const statement of file.statements) for (const name of declaredNames(statement)) declaring.set(name, statement);
  const used = new Set<ts.Statement>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText(file) === 'examples') return;
    if (ts.isIdentifier(node)) use(declaring.get(node.text));
    ts.forEachChild(node, visit);
  };
  const use = (statement: ts.Statement | undefined): void => {
    if (statement === undefined || used.has(statement)) return;
    used.add(statement);
    visit(statement);
  };
  for (const statement of file.statements)
    if (declaredNames(statement).length === 0 || isExported(statement)) use(statement);
  return used;
}

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement)) return statement.name ? [statement.name.text] : [];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
}

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)));
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
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
    replace(node, node.left.getText(file));
    replace(node, node.right.getText(file));
  }
  const other = swapped[kind];
  if (other !== undefined && !holdsText(node)) replace(node, withToken(node, node.operatorToken, other, file));
}

/** The text of an expression, one token of it another. */
function withToken(node: ts.Expression, token: ts.Node, text: string, file: ts.SourceFile): string {
  return file.text.slice(node.getStart(file), token.getStart(file)) + text + file.text.slice(token.end, node.end);
}

/** `{ 1: 'a' }` */
function isKey(node: ts.NumericLiteral): boolean {
  return ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

/** `'a' + b` is no sum. */
function holdsText(node: ts.BinaryExpression): boolean {
  return [node.left, node.right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side));
}
