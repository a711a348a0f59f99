// DS-Lite instances on service boards that back each other up across two devices (docs/guide/ds-lite.md), over a
// management VRRP group.
import { deviceNames, onEach } from './devices';
import type { Answers, Scenario, Side } from './scenario';
import { both, line, local, merged, onSides, own } from './steps';
import { bare, name, number, type Check } from './values';
import { usersOfTunnels, usersOfTunnelsParameters } from './tunnel-users';
import { routerParameters, routerSteps, type RouterOptions } from './virtual-router';

const page = '004';
const cgn = 'vendor configuration guide: CGN reliability';
const options: RouterOptions = {
  page,
  service: 4,
  group: 4,
  uplink: false,
  side: 'boards',
  delay: {
    least: 1500,
    offered: 1500,
    why: "The vendor's example waits 1500 s, so that the sessions are back before the role is: give 1500 or more.",
  },
};

const slot: Check = (value) =>
  /^\d{1,2}$/.test(value) && Number(value) >= 1 ? undefined : 'Give the slot number of the board.';

export const dsLite: Scenario = {
  id: 'ds-lite',
  title: 'DS-Lite',
  page,
  summary: "Two devices with service boards: the backup's board holds the sessions of the DS-Lite instance.",
  parameters: [
    ...deviceNames(page),
    ...routerParameters(options).map((parameter) =>
      parameter.id === 'delay' ? { ...parameter, guide: cgn } : parameter,
    ),
    {
      id: 'service-location',
      title: 'Number of the service-location',
      type: 'number',
      spread: 'equal',
      guide: '004 step 3.2',
      default: () => '1',
      check: number(1, 255),
    },
    ...onEach((side) => ({
      id: `slot-${side}`,
      title: `Slot of the service board of ${side === 'a' ? 'the master' : 'the backup'}`,
      type: 'number',
      spread: 'own',
      device: side,
      guide: '004 step 3.3',
      default: (answers) => (side === 'b' ? (answers['slot-a'] ?? '3') : '3'),
      check: slot,
    })),
    {
      id: 'instance-group',
      title: 'Name of the service-instance-group',
      type: 'name',
      spread: 'equal',
      guide: '004 step 4.2',
      default: () => 'group1',
      check: name(31),
    },
    {
      id: 'instance',
      title: 'Name of the DS-Lite instance',
      type: 'name',
      spread: 'equal',
      guide: '004 step 5.2',
      default: () => 'ds1',
      check: name(31),
    },
    {
      id: 'instance-id',
      title: 'Id of the DS-Lite instance',
      type: 'number',
      spread: 'equal',
      guide: '004 step 5.2',
      default: () => '1',
      check: number(1, 4095),
    },
    ...usersOfTunnelsParameters('004 step 5.2'),
  ],
  steps: (answers) => {
    const head = (side: Side) => `interface ${answers[`interface-${side}`]}`;
    const vrrp = `vrrp vrid ${answers.vrid}`;
    const location = `service-location ${answers['service-location']}`;
    const group = (side: Side) => `service-instance-group ${local(answers, 'instance-group', side)}`;
    const instance = (side: Side) =>
      `ds-lite instance ${local(answers, 'instance', side)} id ${answers['instance-id']}`;
    const each = (make: (side: Side) => ReturnType<typeof line>) => onSides((side) => [make(side)]);
    const gap = Number(answers['priority-a']) - Number(answers['priority-b']);
    const router = routerSteps(answers, options);
    const advertised = router.filter((step) => step.guide === '000 step 1.9');
    const waiting = router
      .filter((step) => step.guide === '000 step 1.7')
      .map((step) => ({ ...step, guide: cgn, guides: [cgn] }));
    const before = router.filter((step) => step.guide.startsWith('004') && step.guide < '004 step 2.4');
    const priorities = router.filter((step) => step.guide === '004 step 2.5');
    return merged(
      [
        own('004 step 1.2', 'Hot backup of service boards', both(line('', 'service-ha hot-backup enable'))),
        ...before,
        own(
          '004 step 2.4',
          'Management group',
          each((side) =>
            line(head(side), `admin-vrrp vrid ${answers.vrid} ignore-if-down`, `^admin-vrrp vrid ${answers.vrid}\\b`),
          ),
        ),
        ...priorities,
        ...waiting,
        own(cgn, 'Delays of a recovering device', {
          a: [line(head('a'), 'vrrp recover-delay 15', '^vrrp recover-delay ')],
          b: [],
        }),
        ...advertised,
        own('004 step 3.2', 'Service-location', both(line(location, ''))),
        own(
          '004 step 3.3',
          'Its board',
          each((side) => line(location, `location slot ${answers[`slot-${side}`]}`, '^location ')),
        ),
        own(
          '004 step 3.4',
          'The channel to the other device',
          each((side) =>
            line(
              location,
              `remote-backup interface ${answers[`interface-${side}`]} peer ${bare(answers[`address-${side === 'a' ? 'b' : 'a'}`]!)}`,
              '^remote-backup interface ',
            ),
          ),
        ),
        own(
          '004 step 3.5',
          'The group that tells its role',
          each((side) => line(location, `${vrrp} interface ${answers[`interface-${side}`]}`, '^vrrp vrid ')),
        ),
        own(
          '004 step 4.2',
          'Service-instance-group',
          each((side) => line(group(side), '')),
        ),
        own(
          '004 step 4.3',
          'Its service-location',
          each((side) => line(group(side), location, `^${location}\\b`)),
        ),
        own(
          '004 step 5.2',
          'DS-Lite instance',
          onSides((side) => [line(instance(side), ''), ...usersOfTunnels(answers, side, instance(side))]),
        ),
        own(
          '004 step 5.3',
          'The instance runs on the group',
          each((side) => line(instance(side), group(side), '^service-instance-group ')),
        ),
        own(
          '004 step 6.3',
          'The group follows the board',
          each((side) =>
            line(
              head(side),
              `${vrrp} track service-location ${answers['service-location']} reduced ${Math.min(255, gap + 10)}`,
              `^${vrrp} track service-location ${answers['service-location']}\\b`,
            ),
          ),
        ),
      ],
      { [cgn]: 'Delays of a recovering master' },
    );
  },
  verify: (answers: Answers) => [
    'display vrrp verbose',
    `display service-location ${answers['service-location']}`,
    'display service-ha global-information',
    `display ds-lite instance ${answers.instance}`,
  ],
};
