// Users shared out between the devices by their MAC address: those with an odd one follow the first group, those with an even one a
// second group on another sub-interface of the same port, of which the other device is master (docs/guide/bras.md, step 3.3).
import { interfaceKey, mainInterfaceKey } from '../model/names';
import { crosswise, groupBesideAnswers, groupBesideParameters } from './group-beside';
import { profileHead, routerOptions, type LoginOptions } from './login-platform';
import type { Answers, Parameter, Step } from './scenario';
import { line, merged, onSides, own, shared } from './steps';
import { subNumber, type Check } from './values';
import { routerParameters, routerSteps } from './virtual-router';

/** Whether one device has all users, or each those of one half. */
export const sharings = ['no', 'odd-even'];

/** True where users with odd and with even MAC addresses have a group each (answer `sharing`). */
export function isSharedOut({ sharing }: Answers): boolean {
  return sharing === 'odd-even';
}

const besideFirst =
  (side: string): Check =>
  (value, answers) => {
    const first = answers[`interface-${side}`] ?? '';
    if (mainInterfaceKey(interfaceKey(value)) !== mainInterfaceKey(interfaceKey(first)))
      return `Both groups are on the port of the users, that of ${first}.`;
    if ([first, answers[`users-interface-${side}`] ?? ''].some((text) => interfaceKey(text) === interfaceKey(value)))
      return 'The first group or the users have this one: give another sub-interface.';
    if ([answers.vlan, answers['user-vlan']].includes(String(subNumber(value))))
      return 'The number behind the dot becomes the VLAN, and another sub-interface is in this one.';
    const ofMaster = answers['second-interface-a'];
    return side === 'b' && ofMaster !== undefined && subNumber(ofMaster) !== subNumber(value)
      ? `Both devices are in one VLAN: the other one has ${ofMaster}.`
      : undefined;
  };

/**
 * Asks for the group of users with even MAC addresses, ids prefixed `second-`; asked only where users are shared out.
 */
export function evenUsersParameters(login: LoginOptions): Parameter[] {
  return groupBesideParameters({
    prefix: 'second-',
    router: routerParameters(routerOptions(login)),
    titles: {
      'interface-a': 'Sub-interface of the first device that carries the group of even addresses',
      'interface-b': 'Sub-interface of the second device that carries the group of even addresses',
      'address-a': 'Address of the first device in that group, with prefix length',
      'address-b': 'Address of the second device in that group, with prefix length',
      vrid: 'Number of the group of even addresses (vrid)',
      'virtual-ip': 'Virtual address of the group of even addresses',
    },
    interfaces: (answers, side) => {
      const [main = ''] = (answers[`interface-${side}`] ?? '').split('.');
      return [4002, 4003, 4004, 4005].map((sub) => `${main}.${sub}`);
    },
    addresses: [51, 52, 53, 54].map((net) => `10.0.${net}.2/24`),
    onInterface: besideFirst,
    asked: isSharedOut,
  });
}

/** The second group, which device B is meant to be master of, and the profile that follows both. */
export function evenUsersSteps(answers: Answers, login: LoginOptions, recoverDelay: number): Step[] {
  const { page } = login;
  const crossed = crosswise(groupBesideAnswers('second-', answers));
  const router = routerSteps(crossed, routerOptions(login)).map((step) => ({ ...step, a: step.b, b: step.a }));
  return merged([
    ...router,
    own(
      `${page} step 1.8`,
      'Delay of a device that recovers',
      onSides((side) => [
        line(
          `interface ${answers[`second-interface-${side}`]}`,
          `vrrp recover-delay ${recoverDelay}`,
          '^vrrp recover-delay ',
        ),
      ]),
      { optional: true },
    ),
    shared(
      page,
      'role',
      'Where the role comes from',
      onSides((side) =>
        (
          [
            ['', 'odd'],
            ['second-', 'even'],
          ] as const
        ).map(([prefix, parity]) =>
          line(
            profileHead(answers, side),
            `vrrp-id ${answers[`${prefix}vrid`]} interface ${answers[`${prefix}interface-${side}`]} ${parity}-mac`,
            `^vrrp-id .* ${parity}-mac$`,
          ),
        ),
      ),
    ),
  ]);
}
