// A packet is translated where two ACLs let it through: that of the classifier which hands it to the instance, and that of an outbound
// in the instance. Where the two have no address in common, nobody of the class is translated. A part in common may be meant.
import { deviceRule, eachOf, type RawFinding } from '../../diagnostics/rule';
import type { Device, ServiceInstance } from '../../model/device';
import { inForce } from '../../model/lines/in-force';
import { canonicalText } from '../../model/lines/canonical-text';
import { instancesOfDevice } from '../../model/services/instance-units';
import { meet, type AddressRange } from '../../model/address-ranges';
import { headsOf, outboundsOf, possibleRanges, rulesOf, waysTo } from '../../model/services/user-acls';

export default deviceRule<undefined>({
  id: 'instance-users-of-other-acl',
  requirement: 'HB-X-ACL-POOL',
  title: 'An instance is handed other users than it translates',
  severity: 'error',
  why: 'What the classifier picks the instance does not translate: these users reach nothing.',
  guide: ['vendor command reference: nat outbound (NAT instance view), if-match acl'],
  supersededBy: [
    'acl-undefined',
    'policy-acl-undefined',
    'acl-of-other-family',
    'acl-rule-of-other-family',
    'classifier-acl-of-other-family',
    'instance-acl-denies',
    'instance-acl-differs',
    'ds-lite-instance-differs',
    'acl-mask-for-wildcard',
  ],
  ...eachOf(instancesOfDevice, ofInstance, { followsReads: true }),
  examples: [
    { title: 'The ACL of another instance', config: device('3002', '10.65.0.0', '3001') },
    {
      title: 'One ACL; two of which one holds the other, with exceptions; all users',
      config: device('3001', '10.65.0.0'),
    },
    { title: 'A part in common', config: device('3002', '10.64.1.0') },
    { title: 'All users', config: device('any', '10.65.0.0') },
  ],
});

function* ofInstance(device: Device, instance: ServiceInstance): Iterable<RawFinding<undefined>> {
  if (device.holdsSeveralDevices) return;
  const outbounds = outboundsOf(instance);
  const translated = translatedBy(device, instance);
  if (!translated) return;
  for (const { acl, joined } of waysTo(device, instance)) {
    const handed = rangesOf(device, acl.value);
    if (!handed || handed.length === 0 || meet(handed, translated)) continue;
    const names = [...new Set(outbounds.map((outbound) => outbound.acl.value))].join(' and ');
    const what = `${instance.kind} instance ${instance.name}`;
    yield {
      at: outbounds[0]!.acl.at,
      message: `${device.name}: ${what} translates ACL ${names}, but is handed users of ACL ${acl.value}: nobody is translated; use one ACL`,
      also: [{ at: acl.at, message: `${device.name}: ACL ${acl.value} picks users for ${what}` }],
      evidence: [joined, acl.at],
      facts: undefined,
    };
  }
}

/** All addresses that the outbounds of the instance may translate; undefined where one takes any. */
function translatedBy(device: Device, instance: ServiceInstance): readonly AddressRange[] | undefined {
  const outbounds = outboundsOf(instance);
  const written = inForce(instance.block.lines).filter(
    (line) => !line.match?.undo && / outbound /.test(` ${canonicalText(line)} `),
  );
  if (outbounds.length === 0 || outbounds.length < written.length) return undefined;
  const found: AddressRange[] = [];
  for (const { acl } of outbounds) {
    const ranges = rangesOf(device, acl.value);
    if (!ranges || ranges.length === 0) return undefined;
    found.push(...ranges);
  }
  return found;
}

function rangesOf(device: Device, acl: string): readonly AddressRange[] | undefined {
  const rules = rulesOf(headsOf(device, acl));
  return rules && possibleRanges(rules);
}

function device(outbound: string, second: string, handed?: string): string {
  const carets =
    handed === undefined
      ? ''
      : `
                      ^^^^ DeviceA: nat instance east translates ACL ${outbound}, but is handed users of ACL ${handed}: nobody is translated; use one ACL`;
  return `
        sysname DeviceA
        #
        acl number 3001
         rule 5 deny ip source 10.64.0.0 0.0.255.255 destination 10.0.0.0 0.255.255.255
         rule 10 permit ip source 10.64.0.0 0.0.255.255
        #
        acl number 3002
         rule 5 permit ip source ${second} 0.0.0.255
        #
        traffic classifier east operator or
         if-match acl 3001
        #
        traffic behavior east
         nat bind instance east
        #
        traffic policy users
         classifier east behavior east
        #
        nat instance east id 1
         nat address-group out group-id 1 198.51.100.64 198.51.100.95
         nat outbound ${outbound} address-group out${carets}
        #
      `;
}
