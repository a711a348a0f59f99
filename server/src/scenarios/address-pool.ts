// The addresses that a pool hands out: from a first to a last one in a network of the pair, and none that a device has itself.
import { address } from '../model/address';
import type { Answers, Parameter } from './scenario';
import { addressKey, bare, hostIn, hostsOf, offering, ownAddress } from './values';

/**
 * Where the addresses of an IPv4 pool may lie. `network` and `taken` are ids of parameters, `guide` a page and step.
 */
export interface PoolRange {
  readonly guide: string;
  /** The parameter that tells the network. */
  readonly network: string;
  /** The parameters whose addresses are no client's. */
  readonly taken: readonly string[];
  /** How many of the first addresses are left to devices where there is room. */
  readonly skipped: number;
}

/**
 * Asks for the first and the last address of the pool (`pool-from`, `pool-to`), 191 addresses where nothing is answered
 * and the network has as many.
 */
export function poolRangeParameters(range: PoolRange): Parameter[] {
  const { guide, network, skipped } = range;
  return [
    offering(
      {
        id: 'pool-from',
        title: 'First address of the pool',
        type: 'ipv4',
        spread: 'equal',
        guide,
        check: (value, answers) => leasedProblem(range, value, answers),
      },
      (answers) =>
        hostsOf(answers[network] ?? '', 60)
          .slice(skipped)
          .concat(hostsOf(answers[network] ?? '')),
    ),
    offering(
      {
        id: 'pool-to',
        title: 'Last address of the pool',
        type: 'ipv4',
        spread: 'equal',
        guide,
        check: (value, answers) => leasedProblem(range, value, answers) ?? rangeProblem(range, value, answers),
      },
      (answers) => {
        const hosts = hostsOf(answers[network] ?? '', 254);
        const first = Math.max(
          0,
          hosts.findIndex((host) => addressKey(host) === addressKey(answers['pool-from'] ?? '')),
        );
        return [...hosts.slice(first, first + 191).reverse(), answers['pool-from'] ?? ''];
      },
    ),
  ];
}

function leasedProblem({ network, taken }: PoolRange, value: string, answers: Answers): string | undefined {
  const addresses = taken.map((id) => answers[id] ?? '');
  return ownAddress([4])(value, answers) ?? hostIn(answers[network] ?? '', addresses)(value, answers);
}

/** What is wrong with the last address of a pool, its first address given. */
function rangeProblem({ taken }: PoolRange, last: string, answers: Answers): string | undefined {
  const first = answers['pool-from'] ?? '0.0.0.0';
  if (value32(last) < value32(first)) return `It comes before the first address, ${first}.`;
  const covered = taken.some((id) => {
    const own = value32(bare(answers[id] ?? ''));
    return own >= value32(first) && own <= value32(last);
  });
  return covered
    ? `A pool from ${first} to ${last} would hand out an address of the devices or the gateway.`
    : undefined;
}

function value32(text: string): number {
  return (address(text)?.bytes ?? []).reduce((sum, byte) => sum * 256 + byte, 0);
}
