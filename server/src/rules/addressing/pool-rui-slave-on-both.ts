// Of a pool that both devices have, one leases the addresses and the other backs them up (docs/decisions/pools.md).
import { wordsAt } from '../../model/lines/canonical-text';
import type { Pool } from '../../model/device';
import { isRuiSlave } from '../../model/services/pool-addresses';
import { sharedPools } from '../../model/services/shared-pools';
import { pairRule } from '../../diagnostics/rule';
import { exampleChannel } from '../testing/example-channel';

export default pairRule<undefined>({
  id: 'pool-rui-slave-on-both',
  requirement: 'HB-X-POOL-OWNER',
  title: 'A shared pool is rui-slave on both devices',
  severity: 'warning',
  why: 'No device announces the addresses as its own: what comes back to the users takes a way that neither device means.',
  guide: ['vendor command reference: ip pool (rui-slave)'],
  *check(pair) {
    for (const channel of pair.channels) {
      for (const { a, b } of sharedPools(pair, channel)) {
        if (!isRuiSlave(a) || !isRuiSlave(b)) continue;
        const message = `Pool ${a.name} is rui-slave on ${pair.a.name} and on ${pair.b.name}: no device owns its addresses`;
        yield { at: slaveWord(b), message, peer: { at: slaveWord(a), message }, facts: undefined };
      }
    }
  },
  examples: [
    {
      title: 'On both',
      config:
        device('DeviceA', 1, ' rui-slave') +
        device(
          'DeviceB',
          2,
          ` rui-slave
                               ^^^^^^^^^ Pool home is rui-slave on DeviceA and on DeviceB: no device owns its addresses`,
        ),
    },
    { title: 'On one', config: device('DeviceA', 1, '') + device('DeviceB', 2, ' rui-slave') },
  ],
});

function slaveWord(pool: Pool) {
  const head = pool.block.heads.find((line) => /rui/i.test(line.text)) ?? pool.block.heads[0]!;
  return wordsAt(head, Infinity);
}

function device(name: string, own: 1 | 2, slave: string): string {
  return `
        --- ${name}.cfg
        sysname ${name}
        #
        ${exampleChannel('s1', own, '10.5.0', 2000)}
         ip-pool home metric ${own}0
        #
        ip pool home bas local${slave}
         gateway 10.8.0.1 255.255.0.0
         section 0 10.8.0.2 10.8.9.255
        #`;
}
