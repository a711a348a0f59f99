// Lines made from the notation of the catalogue.
import assert from 'node:assert/strict';
import { catalogue, views, type Command, type Parameter, type ViewName } from '../../server/src/catalogue';
import { forms, parseForm, type Node } from '../../server/src/catalogue/notation';

const values: Record<string, string> = {
  ipv4: '10.1.1.1',
  'ipv4-mask': '255.255.255.0',
  'ipv4-wildcard': '0.0.0.255',
  'ipv4-prefix': '10.1.1.0/24',
  ipv6: '2001:db8::1',
  'ipv6-prefix': '2001:db8::/64',
  mac: '00e0-fc12-3456',
  'network-entity': '49.0001.0100.7000.0001.00',
  time: '03:30:00',
  interface: 'GigabitEthernet0/1/2',
  name: 'name1',
  cipher: 'example',
  text: 'some words',
};

/** What stands for an argument; without it a plain value of its type. */
export type ValueOf = (parameter: Parameter, argument: string) => string | undefined;

/** Lines that between them take every choice of a form once. */
export function samples(node: Node, command: Command, valueOf: ValueOf = () => undefined): string[] {
  switch (node.kind) {
    case 'keyword':
      return [node.keyword];
    case 'argument': {
      const parameter = command.parameters[node.name]!;
      const { type } = parameter;
      const given = valueOf(parameter, node.name);
      if (given !== undefined) return [given];
      if (type.kind === 'integer') return [String(type.min)];
      if (type.kind !== 'string') return [values[type.kind]!];
      const fits = [
        'sample',
        'x1',
        '100:1',
        '10.1.1.1',
        '1',
        '0/0/1',
        '10.0000.0000.0001.00',
        'daily',
        'default',
        'name',
      ].find((word) => (type.pattern?.test(word) ?? true) && word.length <= (type.max ?? 99));
      assert.ok(fits, `${command.id}: no sample for ${node.name}`);
      return [fits];
    }
    case 'sequence': {
      const parts = node.nodes.map((part) => samples(part, command, valueOf));
      const longest = Math.max(...parts.map((part) => part.length));
      return Array.from({ length: longest }, (_, index) =>
        parts
          .map((part) => part[Math.min(index, part.length - 1)]!)
          .filter((part) => part !== '')
          .join(' '),
      );
    }
    case 'repeat': {
      const inner = samples(node.node, command, valueOf);
      return inner.map((sample) => Array.from({ length: Math.max(node.min, 1) }, () => sample).join(' '));
    }
    case 'choice':
      return [...node.choices.flatMap((choice) => samples(choice, command, valueOf)), ...(node.optional ? [''] : [])];
  }
}

/** The commands that lead into a view, the outermost first; none where no command of our own does. */
export function way(view: ViewName): string[] {
  if (view === 'system') return [];
  const opener = catalogue.find((command) => command.opens === view && !command.dialect);
  const parent = views[view].parents.find((one) => one !== 'user');
  if (!opener || parent === undefined) return [];
  return [...way(parent), samples(parseForm(forms(opener.format)[0]!), opener)[0]!];
}
