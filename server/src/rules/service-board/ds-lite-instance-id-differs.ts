// The boards know an instance by name and number; both must be the same on both devices, and the instance must be there.
import type { ServiceInstance } from '../../model/device';
import { replace } from '../../edits/config-edits';
import { pairRule } from '../../diagnostics/rule';
import { backedUpInstances, instancesOnBoth } from '../../model/services/service-boards';
import { exampleBoard } from '../testing/example-board';

/** What the other device may know it by. */
function namesOf({ kind, key, id }: ServiceInstance): string[] {
  return [`${kind} ${key}`, ...(id ? [`${kind} id ${id.value}`] : [])];
}

interface Facts {
  readonly a?: ServiceInstance;
  readonly b?: ServiceInstance;
  readonly names: readonly [string, string];
}

export default pairRule<Facts>({
  id: 'ds-lite-instance-id-differs',
  requirement: 'HB-DSL-SAME',
  title: 'An instance has another name or id on the other device, or is not there',
  severity: 'error',
  why: 'The backup board does not know whose sessions it is sent: they are lost at a switchover.',
  guide: ['004 context'],
  *check(pair) {
    const matched = instancesOnBoth(pair);
    const names = [pair.a.name, pair.b.name] as const;
    for (const { a, b } of matched) {
      if (a.key !== b.key) {
        const message = `${a.kind} instance id ${a.id!.value}: ${b.name} on ${pair.b.name}, ${a.name} on ${pair.a.name}: sessions are not taken over`;
        yield { at: b.at, message, peer: { at: a.at, message }, facts: { a, b, names } };
      } else if (a.id && b.id && a.id.value !== b.id.value) {
        const message = `${a.kind} instance ${a.name}: id ${b.id.value} on ${pair.b.name}, ${a.id.value} on ${pair.a.name}: sessions are not taken over`;
        const end = (device: string, serviceInstance: ServiceInstance) => {
          const { value, at } = serviceInstance.id!;
          return { device, of: serviceInstance.name, text: String(value), key: String(value), places: [at] };
        };
        yield {
          at: b.id.at,
          message,
          peer: { at: a.id.at, message },
          differs: {
            what: `ids of ${a.kind} instances`,
            consequence: 'the boards mix up their sessions',
            a: end(names[0], a),
            b: end(names[1], b),
          },
          facts: { a, b, names },
        };
      }
    }
    for (const side of ['a', 'b'] as const) {
      const [here, there] = side === 'a' ? [pair.a, pair.b] : [pair.b, pair.a];
      const others = backedUpInstances(pair, side === 'a' ? 'b' : 'a');
      const known = new Set(there.instances.flatMap(namesOf));
      const answered = new Set(matched.map((item) => item[side]));
      for (const instance of backedUpInstances(pair, side)) {
        if (answered.has(instance)) continue;
        // On the other device it may exist without its group: that is a finding of its own.
        if (namesOf(instance).some((name) => known.has(name))) continue;
        const answer = others[0] ?? there.instances[0];
        const message = `${there.name} has no ${instance.kind} instance ${instance.name}, unlike ${here.name}: sessions are not taken over`;
        yield {
          at: instance.at,
          message,
          peer: answer && { at: answer.at, message },
          facts: { names },
        };
      }
    }
  },
  fix({ a, b, names }) {
    if (!a || !b) return [];
    const [ofA, ofB] =
      a.key !== b.key
        ? [
            { at: a.at, text: a.name },
            { at: b.at, text: b.name },
          ]
        : [
            { at: a.id!.at, text: String(a.id!.value) },
            { at: b.id!.at, text: String(b.id!.value) },
          ];
    return [
      { title: `Use ${ofA.text} on ${names[1]}`, edits: [replace(ofB.at, ofA.text)], safe: false },
      { title: `Use ${ofB.text} on ${names[0]}`, edits: [replace(ofA.at, ofB.text)], safe: false },
    ];
  },
  examples: [
    {
      title: 'Another id',
      config:
        exampleBoard('DeviceA', 1) +
        exampleBoard('DeviceB', 2, {
          instance: `ds-lite instance users id 2
                                  ^ ds-lite instance users: id 2 on DeviceB, 1 on DeviceA
         service-instance-group group1`,
        }) +
        `
        fixed:${exampleBoard('DeviceB', 2)}`,
    },
    {
      title: 'Another name',
      config:
        exampleBoard('DeviceA', 1) +
        exampleBoard('DeviceB', 2, {
          instance: `ds-lite instance user id 1
                         ^^^^ ds-lite instance id 1: user on DeviceB, users on DeviceA
         service-instance-group group1`,
        }) +
        `
        fixed:${exampleBoard('DeviceB', 2)}`,
    },
    { title: 'One instance on both', config: exampleBoard('DeviceA', 1) + exampleBoard('DeviceB', 2) },
  ],
});
