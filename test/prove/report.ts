// Recall and precision by kind, and every miss with what the check said instead.
import { provePairs } from './configuration';
import { kinds, type Kind } from './fault';
import { allFaults } from './faults';
import { falselyTold, judged, type Told, type Verdict } from './measure';
import { allVariants } from './variants';

export interface Figures {
  readonly faults: number;
  readonly found: number;
  readonly variants: number;
  /** Variants of which something is told. */
  readonly falsely: number;
}

export interface Report extends Figures {
  readonly byKind: ReadonlyMap<Kind, { readonly faults: number; readonly found: number }>;
  readonly summary: string;
  readonly misses: string;
}

/** Over the faults and variants that have `only` in their name, or over a part of all of them. */
export async function report(only = '', part = <Each>(all: readonly Each[]): readonly Each[] => all): Promise<Report> {
  const pairs = provePairs();
  const verdicts: Verdict[] = [];
  for (const fault of part(allFaults(pairs))) if (fault.id.includes(only)) verdicts.push(await judged(fault));
  const falsely: { readonly id: string; readonly told: readonly Told[] }[] = [];
  const variants = part(allVariants(pairs)).filter((variant) => variant.id.includes(only));
  for (const variant of variants) {
    const told = await falselyTold(variant.files);
    if (told.length > 0) falsely.push({ id: variant.id, told });
  }
  const byKind = new Map<Kind, { faults: number; found: number }>();
  for (const { fault, outcome } of verdicts) {
    const figures = byKind.get(fault.kind) ?? { faults: 0, found: 0 };
    byKind.set(fault.kind, {
      faults: figures.faults + 1,
      found: figures.found + (outcome === 'found' ? 1 : 0),
    });
  }
  const missed = verdicts.filter(({ outcome }) => outcome !== 'found');
  const figures: Figures = {
    faults: verdicts.length,
    found: verdicts.length - missed.length,
    variants: variants.length,
    falsely: falsely.length,
  };
  return {
    ...figures,
    byKind,
    summary: summaryOf(figures, byKind),
    misses: [...missed.map(missText), ...falsely.map(falseText)].join('\n'),
  };
}

function summaryOf(figures: Figures, byKind: Report['byKind']): string {
  const share = (part: number, whole: number) =>
    `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
  const rows = [...byKind]
    .sort(([one], [two]) => one - two)
    .map(([kind, { faults, found }]) => `kind ${kind}, ${kinds[kind]}: ${share(found, faults)}`);
  return [
    ...rows,
    `recall: ${share(figures.found, figures.faults)}`,
    `variants without error or warning: ${share(figures.variants - figures.falsely, figures.variants)}`,
  ].join('\n');
}

function missText({ fault, outcome, told }: Verdict): string {
  const instead = told.length === 0 ? '  nothing is told' : told.map(line).join('\n');
  return `${outcome.toUpperCase()} [${fault.id}] expected ${fault.severity}: ${fault.what}\n  ${fault.changed}\n${instead}`;
}

function falseText({ id, told }: { readonly id: string; readonly told: readonly Told[] }): string {
  return `FALSE [${id}]\n${told.map(line).join('\n')}`;
}

function line({ severity, rule, at, message }: Told): string {
  return `    ${severity} ${at} ${message} (${rule})`;
}
