// One fault on both devices of a pair, mended on both at once: where a fix of this file and one of the peer's carry out the same
// rule in the same words, mending only one side would make the two differ.
import type { Fix } from '../diagnostics/rule';
import type { Finding } from '../workspace/workspace';

/** A fix that is offered, with its finding. */
export interface Offer {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** The double fixes for `offers`, given all that is offered in either file. */
export function bothDevices(offers: readonly Offer[], here: readonly Offer[], there: readonly Offer[]): Offer[] {
  return offers.flatMap((offer) => {
    if (filesOf(offer.fix).length !== 1) return [];
    const twinsHere = here.filter((other) => isTwin(offer, other));
    const twinsThere = there.filter(
      (other) =>
        isTwin(offer, other) && filesOf(other.fix).length === 1 && filesOf(other.fix)[0] !== filesOf(offer.fix)[0],
    );
    // With several of them nothing says which belongs to which.
    if (twinsHere.length !== 1 || twinsThere.length !== 1) return [];
    return [
      {
        finding: offer.finding,
        fix: {
          title: `${offer.fix.title} on both devices`,
          edits: [...offer.fix.edits, ...twinsThere[0]!.fix.edits],
          safe: false,
        },
      },
    ];
  });
}

function isTwin(left: Offer, right: Offer): boolean {
  return left.finding.rule === right.finding.rule && left.fix.title === right.fix.title;
}

function filesOf(fix: Fix): string[] {
  return [...new Set(fix.edits.map((edit) => edit.file))];
}
