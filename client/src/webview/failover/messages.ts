// What the failover page and its host send each other.
import type { FailoverResult, GuidePage, OtherPairOutcome, Target } from '../../../../server/src/lsp/protocol';

/** What the host sends: a rehearsal, or one sentence that says why there is none. */
export type Shown = { readonly rehearsal: FailoverResult } | { readonly problem: string };

/** From the page to its host. */
export type PageMessage =
  | { readonly choose: readonly string[] }
  | { readonly goTo: Target }
  /** The line, and what would mend it. */
  | { readonly fix: Target }
  /** Another pair, and the events to show there. */
  | { readonly rehearse: OtherPairOutcome }
  | { readonly guide: GuidePage }
  | { readonly save: 'svg' | 'markdown'; readonly events: readonly string[]; readonly frame: number };

/** What the page itself remembers. */
export interface Own {
  readonly events?: readonly string[];
}
