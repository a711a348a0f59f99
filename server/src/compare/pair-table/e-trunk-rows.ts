// Rows of the E-Trunks that both devices have.
import { eTrunk } from '../../catalogue';
import { eTrunkPriority } from '../../model/e-trunk/roles';
import type { Correspondence } from '../correspondence';
import type { Cell } from './row';
import { byDefault, written, type Section } from './row-builder';
import { lineParts, scopeOf, section } from './section-builder';

/** A section for each E-Trunk. */
export function eTrunkSections(correspondence: Correspondence): Section[] {
  const { pair } = correspondence;
  return [...pair.a.eTrunks.values()].flatMap((a) => {
    const b = pair.b.eTrunks.get(a.id);
    if (!b) return [];
    const title = `E-Trunk ${a.id}`;
    const both = (cell: (trunk: typeof a) => Cell | undefined) => ({ a: cell(a), b: cell(b) });
    return [
      section(title, [], scopeOf([a, b]), [
        {
          parameter: 'priority',
          kind: 'role',
          ...both((trunk) =>
            trunk.priority
              ? written(trunk.priority.value, trunk.priority.at)
              : byDefault(eTrunkPriority(trunk), trunk.at),
          ),
          guide: eTrunk.priority.guide,
          rules: ['e-trunk-priorities-equal'],
          why: 'The smaller number makes the master.',
        },
        {
          parameter: 'peer',
          kind: 'must differ',
          ...both(({ peer }) => peer && written(peer.value.key, peer.at)),
          guide: eTrunk.peer.guide,
          why: 'The address that the other device has as its source.',
        },
        {
          parameter: 'source',
          kind: 'must differ',
          ...both(({ source }) => source && written(source.value.key, source.at)),
          guide: eTrunk.peer.guide,
          why: 'An address of the device itself.',
        },
        ...lineParts(correspondence, a.block.lines, b.block.lines, title, [
          eTrunk.priority.id,
          eTrunk.peer.id,
          eTrunk.peer6.id,
        ]),
      ]),
    ];
  });
}
