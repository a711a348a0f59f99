// Rows of the whole device: its name, and the switches without which a service does nothing.
import { canonicalText } from '../../model/lines/canonical-text';
import type { Side } from '../../model/pairing/pair';
import type { Correspondence } from '../correspondence';
import type { Cell } from './row';
import { written, type Section } from './row-builder';
import { lineParts, section } from './section-builder';

/** Names of the devices and lines of the system view that a service stands on. */
export function deviceSection(correspondence: Correspondence): Section {
  const { pair } = correspondence;
  const title = 'Device';
  const name = (side: Side): Cell | undefined =>
    pair[side].sysname && written(pair[side].sysname.value, pair[side].sysname.at);
  const multicast = (side: Side) =>
    (['pim-ipv6', 'pim-ipv4'] as const)
      .flatMap((view) => pair[side].views.get(view) ?? [])
      .flatMap((block) => block.lines);
  const scope = (side: Side) => [...correspondence[side].system, ...multicast(side)];
  const base =
    /^(?:multicast (?:ipv6 )?routing-enable|igmp-snooping enable|dhcp enable|dhcp server |dhcpv6 (?!relay)|service-ha |ntp-service unicast|clock timezone|ipv6$|static-rp )/;
  return section(
    title,
    [],
    [...scope('a'), ...scope('b')],
    [
      {
        parameter: 'sysname',
        kind: 'must differ',
        a: name('a'),
        b: name('b'),
        guide: [],
        why: 'It tells the two devices apart.',
      },
      ...lineParts(correspondence, scope('a'), scope('b'), title, ['system.sysname'], (line) =>
        base.test(canonicalText(line)),
      ).map((row) => ({
        ...row,
        kind: 'must match' as const,
        rules: rulesAbout(row.parameter),
        why: 'The service needs it on both devices.',
      })),
    ],
  );
}

function rulesAbout(parameter: string): string[] {
  if (parameter.startsWith('service-ha')) return ['service-ha-hot-backup-one-sided'];
  return parameter.startsWith('static-rp') ? ['mld-static-rp-differs'] : [];
}
