// All changes of a text in one text: `(mutantIsOn(7) ? (changed) : (written))`. It is bundled once, and each process of a test is told
// which change is on.
import ts from 'typescript';
import type { Mutant } from './mutants';

export interface NumberedMutant extends Mutant {
  readonly number: number;
}

/** The text in which each change waits to be turned on; of two changes one is beside the other or within it. */
export function switched(source: string, mutants: readonly NumberedMutant[]): string {
  const inOrder = [...mutants].sort((one, other) => one.start - other.start || other.end - one.end);
  return withSwitches(source, 0, source.length, inOrder);
}

function withSwitches(source: string, from: number, to: number, mutants: readonly NumberedMutant[]): string {
  const [first] = mutants;
  if (first === undefined) return source.slice(from, to);
  const { start, end } = first;
  const own = mutants.filter((mutant) => mutant.start === start && mutant.end === end);
  const inner = mutants.filter((mutant) => mutant.end <= end && !own.includes(mutant));
  const behind = mutants.filter((mutant) => mutant.start >= end);
  const choices = own.map(({ number, text }) => `mutantIsOn(${number}) ? (${text}) : `).join('');
  const written = withSwitches(source, start, end, inner);
  return `${source.slice(from, start)}(${choices}(${written}))${withSwitches(source, end, to, behind)}`;
}

/** A change of any piece of a text as one of the smallest expression that holds it; undefined where there is none. */
export function asExpression(source: string, changed: string): Mutant | undefined {
  const file = ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true);
  const longer = changed.length - source.length;
  const { start, end } = difference(source, changed);
  let found: Mutant | undefined;
  const visit = (node: ts.Node): void => {
    const [from, to] = [node.getStart(file), node.getEnd()];
    if (from > start || to < end || ts.isTypeNode(node)) return;
    const text = changed.slice(from, to + longer);
    if (ts.isExpression(node) && standsAlone(node) && isExpression(text)) found = { start: from, end: to, text };
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** In `list.some(...)` neither the name nor `list.some`: a method in brackets has lost what it is called on. */
function standsAlone(node: ts.Expression): boolean {
  const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
  return !ts.isIdentifier(node) && !(isCalled && ts.isPropertyAccessExpression(node));
}

/** From where to where two texts differ, in the first. */
function difference(one: string, other: string): { readonly start: number; readonly end: number } {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const most = Math.min(one.length, other.length) - start;
  let behind = 0;
  while (behind < most && one[one.length - 1 - behind] === other[other.length - 1 - behind]) behind++;
  return { start, end: one.length - behind };
}

function isExpression(text: string): boolean {
  const { diagnostics } = ts.transpileModule(`(${text});`, { reportDiagnostics: true });
  return diagnostics?.length === 0;
}
