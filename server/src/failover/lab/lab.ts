// `vrp lab`: a pair as the files of a lab in which its failures can be seen. Pure; the same pair gives the same files to the byte.
import type { Pair } from '../../model/pairing/pair';
import { matrix } from '../judgement/matrix';
import type { Rehearsal } from '../simulation/rehearsal';
import { failoverJson } from '../report/json';
import { containerlabOf } from './containerlab';
import { keepalivedOf } from './keepalived';
import { planOf } from './plan';
import { readmeOf } from './readme';
import { labScript } from './script';
import { expectedChanges, expectedTable, labTable } from './tables';

/** How the lab is written: names of the files, the longest delay. */
export interface LabOptions {
  /** Seconds: no preemption delay of the lab is longer. */
  readonly delays?: number;
  /** What in the files says that the two are a pair. */
  readonly why?: readonly string[];
  /** How `expected.json` names the files of the two; as the pair does without it. */
  readonly files?: readonly [string, string];
  /** What `expected.json` says; the matrix of the pair without it. */
  readonly rehearsal?: Rehearsal;
}

/** A file of the lab. */
export interface LabFile {
  /** Below the folder of the lab, with `/` between its parts. */
  readonly name: string;
  readonly text: string;
}

/** The files of a lab. */
export interface Lab {
  readonly files: readonly LabFile[];
  /** False where there is nothing to play. */
  readonly hasGroups: boolean;
  /** Seconds: the longest delay of the pair where it was cut, and what it was cut to. */
  readonly cutFrom?: number;
  readonly cutTo: number;
}

/** The pair as the files of a lab; nothing is written. */
export function labOf(pair: Pair, options: LabOptions = {}): Lab {
  const { delays, why = [], files = [pair.a.file, pair.b.file], rehearsal = matrix(pair) } = options;
  const plan = planOf(pair, delays);
  const { cutFrom, cutTo } = plan.standIn;
  return {
    hasGroups: plan.groups.length > 0,
    cutFrom,
    cutTo,
    files: [
      { name: 'README.md', text: readmeOf(plan) },
      { name: 'a/keepalived.conf', text: keepalivedOf(plan, 'a') },
      { name: 'b/keepalived.conf', text: keepalivedOf(plan, 'b') },
      { name: 'expected.json', text: failoverJson(rehearsal, files, why) },
      { name: 'expected.tsv', text: expectedTable(expectedChanges(plan)) },
      { name: 'lab.sh', text: labScript },
      { name: 'lab.tsv', text: labTable(plan) },
      { name: 'topology.clab.yml', text: containerlabOf(plan) },
    ],
  };
}
