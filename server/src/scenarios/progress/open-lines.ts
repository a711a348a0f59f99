// Lines of a scenario that need what no file of the pair tells.
import { dependents } from '../dependence';
import type { Side } from '..';
import { stepsOf, type Carried } from './carried-scenarios';
import { keyOf } from './scenario-lines';

/** Lines of a side that need what the pair does not tell, each with the parameter. */
export function openLines(carried: Carried, side: Side): Map<string, string> {
  const { scenario, answers, open } = carried;
  const all = stepsOf(carried).flatMap((step) => step[side]);
  const found = new Map<string, string>();
  for (const parameter of scenario.parameters.filter(({ id }) => open.has(id))) {
    for (const spot of dependents(scenario, answers, parameter)) {
      const line = spot.side === side ? all[spot.line] : undefined;
      if (line) found.set(keyOf(line), parameter.id);
    }
  }
  return found;
}
