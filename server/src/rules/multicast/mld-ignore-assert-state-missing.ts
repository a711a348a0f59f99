// The downstream interface must forward by its VRRP role, whatever PIM's assert state says: the guide sets the line on both devices.
import { deviceRule } from '../../diagnostics/rule';
import { ignoreLineExamples } from '../testing/ignore-line-examples';
import { addIgnoreLine, missingIgnoreLines, type MissingIgnoreLine } from '../shared/pim-ignore-line';

export default deviceRule<MissingIgnoreLine>({
  id: 'mld-ignore-assert-state-missing',
  requirement: 'HB-M-IGN-ASSERT',
  title: 'An interface bound to an MLD or IGMP profile does not ignore the PIM assert state',
  severity: 'warning',
  why: 'A lost PIM assert then keeps the VRRP master from forwarding: after a switchover the stream stops, although the role moved.',
  guide: ['003 step 5', '006 step 5'],
  // A service of one device alone is a line too many, or one too few there.
  supersededBy: ['rbp-binding-not-mirrored', 'rbp-service-types-differ'],
  check: (device) =>
    missingIgnoreLines(device, 'assert-state', (profile) => `a lost assert stops the streams of RBP ${profile}`),
  fix: addIgnoreLine,
  examples: ignoreLineExamples('assert-state'),
});
