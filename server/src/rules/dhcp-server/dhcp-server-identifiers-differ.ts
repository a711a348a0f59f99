// A client that was served by one device renews at the other after a switchover: both must answer under one identifier.
import { poolsOnBoth, virtualIps, type BoundPool } from '../../model/services/pools';
import { replace } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { dhcpExampleDevice } from '../testing/example-pair';

export default pairRule<{ a: BoundPool; b: BoundPool }>({
  id: 'dhcp-server-identifiers-differ',
  requirement: 'HB-DS-IDENT-PAIR',
  title: 'The pools of the two devices answer under different server identifiers',
  severity: 'error',
  why: 'After a switchover clients see another server: renewals to the old identifier are not answered.',
  guide: ['002 step 4.7'],
  supersededBy: ['dhcp-server-identifier-not-virtual-ip'],
  *check(pair) {
    for (const { a, b } of poolsOnBoth(pair)) {
      const [ofA, ofB] = [a.pool.identifier, b.pool.identifier];
      if (!ofA || !ofB || ofA.value.key === ofB.value.key) continue;
      const [ours, others] = [virtualIps(a).map((ip) => ip.key), virtualIps(b).map((ip) => ip.key)];
      // Each follows its own group: the groups differ then, and that is said where the virtual IPs stand.
      if (
        ours.includes(ofA.value.key) &&
        others.includes(ofB.value.key) &&
        !(ours.includes(ofB.value.key) && others.includes(ofA.value.key))
      )
        continue;
      const message = `Server identifier of pool ${b.pool.name}: ${ofB.value.key} on ${pair.b.name}, ${ofA.value.key} on ${pair.a.name}: renewals fail after a switchover`;
      yield { at: ofB.at, message, peer: { at: ofA.at, message }, facts: { a, b } };
    }
  },
  fix({ a, b }) {
    const [ofA, ofB] = [a.pool.identifier!, b.pool.identifier!];
    return [
      { title: `Use ${ofA.value.key} on ${b.device.name}`, edits: [replace(ofB.at, ofA.value.key)], safe: false },
      {
        title: `Use ${ofB.value.key} on ${a.device.name}`,
        edits: [replace(ofA.at, ofB.value.key)],
        safe: false,
      },
    ];
  },
  examples: [
    {
      title: 'Two identifiers',
      config:
        dhcpExampleDevice('DeviceA', 1, {}) +
        dhcpExampleDevice('DeviceB', 2, {
          pool: `
         gateway 10.1.1.254 255.255.255.0
         section 0 10.1.1.10 10.1.1.200
         remote-backup-profile leases
         server identifier ip 10.1.1.253
                              ^^^^^^^^^^ Server identifier of pool users: 10.1.1.253 on DeviceB, 10.1.1.254 on DeviceA`,
        }) +
        `
        fixed:${dhcpExampleDevice('DeviceB', 2, {})}`,
    },
    { title: 'One identifier', config: dhcpExampleDevice('DeviceA', 1, {}) + dhcpExampleDevice('DeviceB', 2, {}) },
  ],
});
