// The downstream interface must forward by its VRRP role, whatever PIM's dr state says: the guide sets the line on both devices.
import { deviceRule } from '../../diagnostics/rule';
import { ignoreLineExamples } from '../testing/ignore-line-examples';
import { addIgnoreLine, missingIgnoreLines, type MissingIgnoreLine } from '../shared/pim-ignore-line';

export default deviceRule<MissingIgnoreLine>({
  id: 'mld-ignore-dr-state-missing',
  requirement: 'HB-M-IGN-DR',
  title: 'An interface bound to an MLD or IGMP profile does not ignore the PIM DR state',
  severity: 'warning',
  why: 'PIM then forwards by its own DR election instead of the VRRP role: after a switchover the new master may stay silent, or both devices send the stream.',
  guide: ['003 step 5', '006 step 5'],
  // A service of one device alone is a line too many, or one too few there.
  supersededBy: ['rbp-binding-not-mirrored', 'rbp-service-types-differ'],
  check: (device) =>
    missingIgnoreLines(device, 'dr-state', (profile) => `streams of RBP ${profile} stop or come twice`),
  fix: addIgnoreLine,
  examples: ignoreLineExamples('dr-state'),
});
