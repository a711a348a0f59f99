// What of the answers for a new scenario a line of the pair contradicts.
import { orientToMaster } from '../../compare/swap-sides';
import { address, isInside, overlap, prefix, type Address } from '../../model/address';
import type { Device, Group, Rbp } from '../../model/device';
import { canonicalText } from '../../model/lines/canonical-text';
import { inForce } from '../../model/lines/in-force';
import { interfaceKey, nameKey } from '../../model/names';
import type { Pair } from '../../model/pairing/pair';
import { isLinkLocalIp, localAddressesOn } from '../../model/vrrp/addresses';
import type { Problem } from '../scaffold';
import type { Answers, Side } from '..';

/** Reports a problem of an answer; only the first of each answer counts. */
type Report = (parameter: string, problem: string) => void;

/** In the order in which they were found, each answer once. */
export function clashes(pair: Pair, answers: Answers): Problem[] {
  // The scenario's side `a` is the device that is master of most groups.
  const devices = orientToMaster(pair);
  const found: Problem[] = [];
  const report: Report = (parameter, problem) => {
    const isKnown = found.some((reported) => reported.parameter === parameter);
    if (answers[parameter] !== undefined && !isKnown) found.push({ parameter, problem });
  };
  for (const side of ['a', 'b'] as const) {
    const device = devices[side];
    if (answers[`device-${side}`] !== device.name)
      report(`device-${side}`, `The ${side === 'a' ? 'master' : 'backup'} of this pair is ${device.name}.`);
    profileClashes(device, side, answers, report);
    nameClashes(device, answers, report);
    for (const [interfaceId] of addressesOfInterfaces) memberClash(device, `${interfaceId}-${side}`, answers, report);
    for (const [interfaceId, addressId] of addressesOfInterfaces)
      addressClashes(device, `${interfaceId}-${side}`, `${addressId}-${side}`, answers, report);
    virtualIpClashes(device, side, answers, report);
  }
  return found;
}

/** A port of a trunk takes no lines of its own. */
function memberClash(device: Device, id: string, answers: Answers, report: Report): void {
  const port = device.interfaces.get(interfaceKey(answers[id] ?? ''));
  const joined =
    port &&
    inForce(port.block.lines)
      .map(canonicalText)
      .find((text) => /^eth-trunk \d+/.test(text));
  if (joined)
    report(id, `${port.name} of ${device.name} is a member of Eth-Trunk${joined.split(' ')[1]}: give the trunk.`);
}

function profileClashes(device: Device, side: Side, answers: Answers, report: Report): void {
  const asked = device.profiles.get(nameKey(answers[`rbp-${side}`] ?? answers.rbp ?? ''));
  for (const profile of device.profiles.values()) {
    const hasBackupId = String(profile.backupId?.value) === answers['backup-id'];
    // A profile that follows the same group takes the new service in.
    if (profile === asked && hasBackupId && followsAsked(profile, side, answers)) continue;
    if (hasBackupId)
      report('backup-id', `${profile.name} of ${device.name} has backup-id ${answers['backup-id']} already.`);
    if (profile === asked) report('rbp', `${device.name} has a profile ${profile.name} already.`);
  }
}

function followsAsked(profile: Rbp, side: Side, answers: Answers): boolean {
  const askedInterface = interfaceKey(answers[`interface-${side}`] ?? '');
  return profile.roles.some(
    (role) => role.kind === 'group' && String(role.vrid.value) === answers.vrid && role.interfaceKey === askedInterface,
  );
}

function nameClashes(device: Device, answers: Answers, report: Report): void {
  if (device.pools.some((pool) => pool.key === nameKey(answers.pool ?? '')))
    report('pool', `${device.name} has a pool of this name already.`);
  if (device.locations.has(Number(answers['service-location'])))
    report('service-location', `${device.name} has a service-location ${answers['service-location']} already.`);
  if (device.instanceGroups.has(nameKey(answers['instance-group'] ?? '')))
    report('instance-group', `${device.name} has a service-instance-group of this name already.`);
  if (device.instances.some((instance) => instance.key === nameKey(answers.instance ?? '')))
    report('instance', `${device.name} has an instance of this name already.`);
  if (device.instances.some(({ id }) => id !== undefined && String(id.value) === answers['instance-id']))
    report('instance-id', `${device.name} has an instance with this id already.`);
}

/** Which answer is the address of which interface. */
const addressesOfInterfaces = [
  ['interface', 'address'],
  ['interface', 'vrrp-address'],
  ['uplink', 'uplink-address'],
  ['rbs-interface', 'rbs-address'],
  ['board-interface', 'board-address'],
  ['second-interface', 'second-address'],
  ['management-interface', 'management-address'],
] as const;

function addressClashes(
  device: Device,
  interfaceId: string,
  addressId: string,
  answers: Answers,
  report: Report,
): void {
  const [name, value] = [answers[interfaceId], answers[addressId]];
  const asked = value === undefined ? undefined : prefix(value);
  if (name === undefined || !asked) return;
  const key = interfaceKey(name);
  const written = localAddressesOn(device.interfaces.get(key), asked.address.family);
  if (written.length > 0 && !written.some((own) => own.prefix.address.key === asked.address.key))
    report(addressId, `${name} of ${device.name} has another address already.`);
  const overlapping = [...device.interfaces.values()].find(
    (candidate) => candidate.key !== key && candidate.addresses.some((own) => overlap(own.prefix, asked)),
  );
  if (overlapping) report(addressId, `It overlaps the subnet of ${overlapping.name} of ${device.name}.`);
}

function virtualIpClashes(device: Device, side: Side, answers: Answers, report: Report): void {
  const virtual = address(answers['virtual-ip'] ?? '');
  if (!virtual) return;
  const group = device.interfaces
    .get(interfaceKey(answers[`interface-${side}`] ?? ''))
    ?.groups.find((candidate) => String(candidate.vrid) === answers.vrid && candidate.family === virtual.family);
  if (!group) {
    if (hasAddress(device, virtual)) report('virtual-ip', `${device.name} has this address itself.`);
  } else if (hasOtherVirtualIps(group, virtual)) {
    report('vrid', `Group ${answers.vrid} of ${group.interfaceName} on ${device.name} has other virtual addresses.`);
  }
}

function hasOtherVirtualIps(group: Group, virtual: Address): boolean {
  const hasGlobal = group.virtualIps.some((ip) => !isLinkLocalIp(ip));
  return hasGlobal && !group.virtualIps.some((ip) => ip.address.key === virtual.key);
}

function hasAddress(device: Device, wanted: Address): boolean {
  return [...device.addresses.values()].flat().some(({ address: own }) => {
    const length = own.prefix.address.family === 4 ? 32 : 128;
    return isInside(wanted, { ...own.prefix, length });
  });
}
