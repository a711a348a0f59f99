// An ACL names its users by an address and a wildcard, in which the ones stand last: a mask in its place lets all bits of the address
// pass that are written, and asks for zeros where the hosts are.
import { address } from '../../model/address';
import type { MatchedLine } from '../../model/lines/matched-line';
import { namesOfDevice } from '../../model/references/named-units';
import { isReference, type Occurrence } from '../../model/references/section-names';
import { wordsAt } from '../../model/lines/canonical-text';
import type { Place } from '../../model/place';
import { isOutbound, rulesOf, type AclRule } from '../../model/services/user-acls';
import { replace } from '../../edits/config-edits';
import { words } from '../../text/words';
import { memoizeByObject } from '../../text/memoize';
import { deviceRule, eachOf } from '../../diagnostics/rule';

interface Facts {
  readonly at: Place;
  readonly wildcard: string;
}

export default deviceRule<Facts>({
  id: 'acl-mask-for-wildcard',
  requirement: 'HB-X-ACL-WILDCARD',
  title: 'The ACL of an instance or a class has a mask where a wildcard is meant',
  severity: 'warning',
  why: 'The rule picks addresses that end in zeros, of any network: the users of the instance are not translated.',
  guide: ['vendor command reference: rule (advanced ACL view)'],
  ...eachOf(
    namesOfDevice('acl'),
    function* (device, { definitions }) {
      const { key, text: name } = definitions[0]!;
      if (device.holdsSeveralDevices || !device.nameIndex.occurrences('acl', key).some(picksUsers)) return;
      for (const { host, mask, wildcard, at } of definitions.flatMap(({ line }) => masksBelow(line)))
        yield {
          at,
          message: `${device.name}: ACL ${name} has mask ${mask} for ${host}, where a wildcard is meant: the rule picks no user; use ${wildcard}`,
          facts: { at, wildcard },
        };
    },
    { followsReads: true },
  ),
  fix: ({ at, wildcard }) => [{ title: `Use wildcard ${wildcard}`, edits: [replace(at, wildcard)], safe: true }],
  examples: [
    {
      title: 'A mask',
      config: `
        sysname DeviceA
        #
        acl number 3001
         rule 5 permit ip source 100.64.0.0 255.255.0.0
                                            ^^^^^^^^^^^ DeviceA: ACL 3001 has mask 255.255.0.0 for 100.64.0.0, where a wildcard is meant: the rule picks no user; use 0.0.255.255
        #
        nat instance copper id 13
         nat address-group out group-id 1 203.0.113.32 203.0.113.47
         nat outbound 3001 address-group out
        #
        fixed:
        sysname DeviceA
        #
        acl number 3001
         rule 5 permit ip source 100.64.0.0 0.0.255.255
        #
        nat instance copper id 13
         nat address-group out group-id 1 203.0.113.32 203.0.113.47
         nat outbound 3001 address-group out
        #
      `,
    },
    {
      title: 'A wildcard, one host, everybody, every network, and an ACL of something else',
      config: `
        sysname DeviceA
        #
        acl number 3001
         rule 5 permit ip source 100.64.0.0 0.0.255.255
         rule 10 permit ip source 100.65.0.1 0
         rule 15 permit ip source 0.0.0.1 255.255.255.0
         rule 20 permit ip source 100.66.0.9 255.255.255.255
         rule 25 permit ip
        #
        acl number 3002
         rule 5 permit ip source 100.64.0.0 255.255.0.0
        #
        nat instance copper id 13
         nat address-group out group-id 1 203.0.113.32 203.0.113.47
         nat outbound 3001 address-group out
        #
      `,
    },
  ],
});

/** An instance, or a class of a traffic policy, picks its users by the ACL there. */
function picksUsers(name: Occurrence): boolean {
  if (!isReference(name)) return false;
  return name.line.view === 'traffic-classifier' ? name.argument === 'acl-number' : isOutbound(name.line);
}

interface Mask extends Facts {
  readonly host: string;
  readonly mask: string;
}

const masksBelow = memoizeByObject((head: MatchedLine): readonly Mask[] => (rulesOf([head]) ?? []).flatMap(masksIn));

/** The masks of a rule, each with the wildcard of the same network. */
function masksIn({ line }: AclRule): Mask[] {
  const spoken = words(line.text).map(({ text }) => text);
  return spoken.flatMap((word, index) => {
    const [host = '', mask = ''] = spoken.slice(index + 1);
    const wildcard = /^(?:source|destination)$/i.test(word) ? wildcardFor(host, mask) : undefined;
    return wildcard === undefined ? [] : [{ host, mask, wildcard, at: wordsAt(line, index + 2) }];
  });
}

/** Undefined unless the second is a mask of which the first is a network: a wildcard would let all of its bits pass. */
function wildcardFor(host: string, mask: string): string | undefined {
  const [own, bits] = [address(host)?.bytes, address(mask)?.bytes];
  if (!own || !bits) return undefined;
  const isMask = /^1{1,31}0+$/.test(bits.map((byte) => byte.toString(2).padStart(8, '0')).join(''));
  const isNetwork = own.every((byte, index) => (byte & ~bits[index]! & 255) === 0);
  return isMask && isNetwork && own.some((byte) => byte !== 0) ? bits.map((byte) => 255 - byte).join('.') : undefined;
}
