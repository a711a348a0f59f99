// The scenario of instances on service boards: one board a device, or two that share the load.
import { deviceNames } from './devices';
import type { Parameter, Scenario } from './scenario';
import { secondBoardParameters, secondBoardSteps } from './second-boards';
import { boardRouter, boardSteps, cgnReliability, instanceParameters, type BoardService } from './service-boards';
import { merged } from './steps';
import { routerParameters } from './virtual-router';

/**
 * The scenario of a service on service boards: one board a device (1:1), or a second one with a group of its own (1+1).
 */
export function boardScenario(service: BoardService): Scenario {
  return {
    id: service.id,
    title: service.title,
    page: service.page,
    summary: service.summary,
    parameters: boardParameters(service),
    steps: (answers) => {
      const first = boardSteps(answers, service);
      return merged([...first, ...secondBoardSteps(answers, service, first)]);
    },
    verify: (answers) => [
      'display vrrp verbose',
      `display service-location ${answers['service-location']}`,
      'display service-ha global-information',
      `display ${service.id} instance ${answers.instance}`,
    ],
  };
}

function boardParameters(service: BoardService): Parameter[] {
  const { page } = service;
  return [
    ...deviceNames(page),
    ...routerParameters(boardRouter(page)).map((parameter) =>
      parameter.id === 'delay' ? { ...parameter, guide: cgnReliability } : parameter,
    ),
    ...instanceParameters(service),
    ...service.parameters(`${page} step 5.2`),
    ...secondBoardParameters(page),
  ];
}
