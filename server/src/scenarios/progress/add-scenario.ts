// One more scenario on a pair that is there already. What is offered comes from the pair: its channel, a group that fits, numbers
// and names that are free. What contradicts a line of the pair is a problem; what the pair has stays as it is.
import { orientToMaster } from '../../compare/swap-sides';
import type { FileEdit } from '../../edits/file-edit';
import { interfaceKey } from '../../model/names';
import type { GroupPair, Pair } from '../../model/pairing/pair';
import { intendedMaster } from '../../model/vrrp/roles';
import { answered, type Answered, type Problem } from '../scaffold';
import type { Answers, Scenario } from '..';
import { answersInTheWay } from './answers-in-the-way';
import { answersOf, type Known } from './answers-of-pair';
import { serviceFamily } from './carried-scenarios';
import { clashes } from './clashes';
import { freshValues } from './fresh-values';
import { inserted } from './scenario-lines';

/** The edits of both files, or what is wrong with the answers. */
export interface Added {
  /** None where there are problems. */
  readonly edits: readonly FileEdit[];
  readonly problems: readonly Problem[];
}

/** Adds a scenario to a pair that has others; what is there is used. */
export function added(pair: Pair, scenario: Scenario, given: Answers): Added {
  const { answers, problems } = addedAnswers(pair, scenario, given);
  const found = problems.length > 0 ? problems : contradictions(pair, scenario, given, answers);
  if (found.length > 0) return { edits: [], problems: found };
  const devices = orientToMaster(pair);
  const steps = scenario.steps(answers);
  const edits = (['a', 'b'] as const).flatMap((side) => {
    const lines = steps.flatMap((step) => step[side]);
    return inserted(devices[side], lines, { addresses: true });
  });
  return { problems: [], edits };
}

/** What of the answers a line of the pair contradicts, each told once: no answer is dropped without a word. */
export function contradictions(pair: Pair, scenario: Scenario, given: Answers, answers: Answers): readonly Problem[] {
  const found = clashes(pair, answers);
  const inTheWay = answersInTheWay(pair, scenario, given, answers, (id) => {
    const others = Object.fromEntries(Object.entries(given).filter(([other]) => other !== id));
    return addedAnswers(pair, scenario, others).answers;
  });
  return [...found, ...inTheWay.filter(({ parameter }) => !found.some((clash) => clash.parameter === parameter))];
}

/** All answers: the given ones, and for the rest what the pair offers. */
export function addedAnswers(pair: Pair, scenario: Scenario, given: Answers): Answered {
  const known = offered(pair, scenario, given);
  const { answers, problems, advice } = answered(scenario, given, known);
  const names = Object.entries(known).filter(([id]) => {
    const isNameOnOneSide = /^(?:rbs|rbp)-[ab]$/.test(id);
    return isNameOnOneSide && given[id.slice(0, -'-a'.length)] === undefined;
  });
  return { answers: { ...answers, ...Object.fromEntries(names) }, problems, advice };
}

function offered(pair: Pair, scenario: Scenario, given: Answers): Known {
  const oriented = orientToMaster(pair);
  const fresh = freshValues(oriented, scenario, given);
  const wanted = given['interface-a'] === undefined ? undefined : interfaceKey(given['interface-a']);
  for (const group of reusableGroups(oriented, scenario)) {
    if (wanted !== undefined && wanted !== group.a.interfaceKey) continue;
    const offer = { ...fresh, ...answersOfGroup(oriented, group, scenario) };
    // Values that the scenario does not take, or advises against (a delay that is too short for it), make the group no home for it.
    const { problems, advice } = answered(scenario, {}, offer);
    if (problems.length === 0 && advice.length === 0) return offer;
  }
  return fresh;
}

function answersOfGroup(pair: Pair, group: GroupPair, scenario: Scenario): Known {
  // An interface takes one profile: what follows the group already takes the new service in.
  const [profile] = group.profiles;
  const holders = {
    a: { device: pair.a, group: group.a, profile: profile?.a },
    b: { device: pair.b, group: group.b, profile: profile?.b },
  };
  return answersOf(holders, serviceFamily(scenario));
}

const servicesOfLogin: ReadonlySet<string> = new Set(['bras', 'l2tp', 'multicast']);

/** Groups of the scenario's family that no profile of this service follows. */
function reusableGroups(pair: Pair, scenario: Scenario): GroupPair[] {
  const asks = (parameter: string) => scenario.parameters.some(({ id }) => id === parameter);
  // A group of boards carries nothing else.
  if (asks('service-location') || asks('e-trunk')) return [];
  // Users who log in are on an interface of their own, beside the one of the group.
  const isBeside = asks('user-vlan');
  const takesEither = scenario.parameters.some(({ id }) => id === 'family');
  const family = takesEither ? undefined : serviceFamily(scenario);
  return pair.groups.filter(
    (group) =>
      intendedMaster(pair, group) === 'a' &&
      (family === undefined || group.a.family === family) &&
      group.profiles.length < 2 &&
      !group.services.includes(scenario.id) &&
      group.services.every((service) => servicesOfLogin.has(service) === isBeside) &&
      group.locations.length === 0 &&
      !group.a.follows &&
      !group.a.admin,
  );
}
