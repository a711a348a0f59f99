// Rows of the address pools that both devices bind.
import { rbp } from '../../catalogue';
import { poolsOnBoth } from '../../model/services/pools';
import type { Correspondence } from '../correspondence';
import { bothNames, written, type Section } from './row-builder';
import { lineParts, scopeOf, section } from './section-builder';

/** A section for each pool that both devices bind. */
export function poolSections(correspondence: Correspondence): Section[] {
  return poolsOnBoth(correspondence.pair).map(({ a, b }) => {
    const title = `Pool ${bothNames(a.pool.name, b.pool.name)}`;
    return section(title, ['dhcp-server'], scopeOf([a.pool, b.pool]), [
      {
        parameter: 'pool',
        kind: 'may differ',
        a: written(a.pool.name, a.pool.at),
        b: written(b.pool.name, b.pool.at),
        guide: ['002 step 4.5'],
        rules: ['dhcp-server-pool-not-server'],
        why: 'A name is known on its own device only.',
      },
      ...lineParts(correspondence, a.pool.block.lines, b.pool.block.lines, title, [rbp.bindPool.id]).map((row) => ({
        ...row,
        kind: 'must match' as const,
        why: 'Both devices lease the same addresses in the same way.',
        rules:
          row.parameter === 'server identifier ip'
            ? ['dhcp-server-identifier-missing', 'dhcp-server-identifiers-differ']
            : [],
      })),
    ]);
  });
}
