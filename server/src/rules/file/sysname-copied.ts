// Two devices that back each other up and have one name: logs and the network management tell them apart by nothing
// (docs/decisions/same-device-twice.md). The name that every device leaves the factory with is no copy.
import { pairRule } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'sysname-copied',
  requirement: 'HB-X-ID-NAME',
  title: 'Both devices have one name',
  severity: 'warning',
  why: 'Logs, alarms and network management take the two for one device, and whoever logs in may change the wrong one.',
  guide: ['vendor command reference: sysname'],
  *check({ a, b }) {
    const [ofA, ofB] = [a.sysname, b.sysname];
    if (!ofA || !ofB || ofA.value !== ofB.value || ofA.value.toLowerCase() === 'huawei') return;
    const message = `Both devices of the pair have sysname ${ofA.value}: logs and alarms do not tell which one speaks; set another on one`;
    yield { at: ofB.at, message, peer: { at: ofA.at, message }, facts: undefined };
  },
  examples: [
    {
      title: 'A copied name',
      config:
        device('A', 1, 'Metro') +
        device(
          'B',
          2,
          `Metro
                ^^^^^ Both devices of the pair have sysname Metro: logs and alarms do not tell which one speaks; set another on one`,
        ),
    },
    { title: 'Different names', config: device('A', 1, 'Metro-1') + device('B', 2, 'Metro-2') },
  ],
});

function device(file: string, own: 1 | 2, name: string): string {
  return `
        --- ${file}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.9.0', 2000)}
        #
        interface LoopBack0
         ip address 10.9.0.${own} 255.255.255.255
        #`;
}
