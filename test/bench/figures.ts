// How figures are taken and printed: medians, 95th percentiles, and the machine they were taken on.
import { cpus, loadavg } from 'node:os';

export function share(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN;
}

export function middle(values: readonly number[]): number {
  return share(values, 0.5);
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;
}

export function times(value: number, target?: number): string {
  const text = `${value.toFixed(value < 10 ? 2 : 1)} x`;
  return target === undefined ? text : `${text} (${value <= target ? 'met' : 'MISSED'}: ${target})`;
}

export function table(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  rows.forEach((row, index) => {
    console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`);
    if (index === 0) console.log(`| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  });
}

export function machine(): string {
  return `Node ${process.versions.node}, ${process.platform}, ${cpus().length} cores, load average ${loadavg()[0]!.toFixed(1)}`;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
