// A range that ends before it begins, on any line whose command has one: the catalogue says which value ends a range
// (docs/decisions/pools.md). Sections of pools and public addresses of instances have rules of their own, which say what is lost.
import { catalogue, entry, type BoundValue, type Match, type Parameter } from '../../catalogue';
import { replace } from '../../edits/config-edits';
import { lineRule } from '../../diagnostics/rule';
import { address, orderKey } from '../../model/address';
import type { MatchedLine } from '../../model/lines/matched-line';
import { placeIn } from '../../model/read/line-values';

interface Facts {
  readonly line: MatchedLine;
  readonly first: BoundValue;
  readonly last: BoundValue;
}

export default lineRule<Facts>({
  id: 'range-reversed',
  requirement: 'HB-X-RANGE',
  title: 'A range ends before it begins',
  severity: 'warning',
  why: 'The device refuses the line, and what it was meant to set stays unset.',
  guide: ['CLI reference'],
  // Asked of every line: only those that hold such a range are looked at.
  concerns: ({ match }) => match !== undefined && match.values.length > 1 && reversedIn(match).length > 0,
  *check(line, { start }) {
    for (const [first, last] of reversedIn(line.match!)) {
      yield {
        at: placeIn(line, first.start, last.end),
        message: `${start}: the range begins at ${first.text}, after its end ${last.text}: the device refuses the line; exchange the two`,
        facts: { line, first, last },
      };
    }
  },
  fix: ({ line, first, last }) => [
    {
      title: `Exchange them: ${last.text} to ${first.text}`,
      edits: [
        replace(placeIn(line, first.start, first.end), last.text),
        replace(placeIn(line, last.start, last.end), first.text),
      ],
      safe: false,
    },
  ],
  examples: [
    {
      title: 'VLANs of users, excluded addresses, ports of a rule',
      config: `
        ip pool homes bas local
         excluded-ip-address 10.1.0.29 10.1.0.20
                             ^^^^^^^^^^^^^^^^^^^ ip pool homes: the range begins at 10.1.0.29, after its end 10.1.0.20: the device refuses the line; exchange the two
        #
        acl number 3001
         rule 5 permit tcp source any destination-port range 443 80
                                                             ^^^^^^ : ACL 3001: the range begins at 443, after its end 80
        #
        interface Eth-Trunk20
         port trunk allow-pass vlan 10 30 to 20 40 to 50
                                       ^^^^^^^^ : Eth-Trunk20: the range begins at 30, after its end 20
        #
        interface GigabitEthernet0/1/2.300
         user-vlan 399 300
                   ^^^^^^^ : GigabitEthernet0/1/2.300: the range begins at 399, after its end 300
        #
        fixed:
        ip pool homes bas local
         excluded-ip-address 10.1.0.20 10.1.0.29
        #
        acl number 3001
         rule 5 permit tcp source any destination-port range 443 80
        #
        interface Eth-Trunk20
         port trunk allow-pass vlan 10 30 to 20 40 to 50
        #
        interface GigabitEthernet0/1/2.300
         user-vlan 399 300
        #
      `,
    },
    {
      title: 'In order, one value twice, one end only, names of ports',
      config: `
        ip pool homes bas local
         excluded-ip-address 10.1.0.9 10.1.0.20
         excluded-ip-address 10.1.0.1
        #
        acl number 3001
         rule 5 permit tcp source any destination-port range www bgp
        #
        interface GigabitEthernet0/1/2.300
         user-vlan 300 300
        #
        interface GigabitEthernet0/1/2.301
         user-vlan 999 qinq 100
        #
      `,
    },
  ],
});

/** The commands that hold ranges. */
const withRanges: ReadonlySet<string> = new Set(
  catalogue
    .filter(({ parameters, dialect }) => !dialect && Object.values<Parameter>(parameters).some((one) => one.endsRange))
    .map(({ id }) => id),
);

/** The two ends of each range that ends before it begins. */
function reversedIn({ command, undo, values }: Match): (readonly [BoundValue, BoundValue])[] {
  if (undo || !withRanges.has(command)) return [];
  const parameters: Readonly<Record<string, Parameter>> = entry(command)!.parameters;
  return values.flatMap((last, index) => {
    const first = values[index - 1];
    return first && parameters[last.name]?.endsRange && isAbove(first.text, last.text) ? [[first, last] as const] : [];
  });
}

/** Whether the first is a number or an address above the second; unknown for other words. */
function isAbove(first: string, last: string): boolean {
  if (/^\d+$/.test(first) && /^\d+$/.test(last)) return Number(first) > Number(last);
  const [from, to] = [address(first), address(last)];
  return from !== undefined && to !== undefined && from.family === to.family && orderKey(from) > orderKey(to);
}
