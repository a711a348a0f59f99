// Writes a new rule that runs and registers it: `npm run new:rule -- FAMILY/ID`, as in `vrrp/vrrp-timer-too-long`.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const root = new URL('..', import.meta.url);
const rules = new URL('server/src/rules/', root);
const families = readdirSync(rules, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['shared', 'testing'].includes(entry.name))
  .map((entry) => entry.name);

const [family, id] = (process.argv[2] ?? '').split('/');
if (!family || !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id ?? '')) {
  fail(`usage: npm run new:rule -- FAMILY/ID
  FAMILY: ${families.join(', ')}, or a new one
  ID: the fault in kebab-case, protocol first, as in vrrp-timer-too-long`);
}
const taken = families.find((name) => existsSync(new URL(`${name}/${id}.ts`, rules)));
if (taken) fail(`server/src/rules/${taken}/${id}.ts is there already`);

mkdirSync(new URL(`${family}/`, rules), { recursive: true });
const file = `server/src/rules/${family}/${id}.ts`;
writeFileSync(new URL(file, root), source(id));
spawnSync('npm', ['run', '--silent', 'update'], { cwd: root, stdio: 'inherit' });
console.log(`${file} is written and registered. What is left:
  1. its examples first: a configuration with carets where it speaks, one where it stays silent
  2. its requirement: an id of scripts/requirements.ts; a new id gets its sentence there
  3. check, and fix if there is one right edit: node scripts/test.mjs test/rules/rules.test.ts
  4. a mistake for it in test/support/mutations.ts, or in notMutated there the reason why there is none:
     node scripts/test.mjs test/rules/break-and-heal.test.ts test/rules/messages.test.ts
  5. npm run update (its page in docs/rules), then npm test
CONTRIBUTING.md, "Add a rule", tells more.`);

function source(id) {
  return `// TODO: what is wrong with it on the two devices, and where the demand comes from.
import { deviceRule } from '../../diagnostics/rule';

export default deviceRule<null>({
  id: '${id}',
  requirement: 'HB-TODO',
  title: 'TODO: the fault, as a heading',
  severity: 'warning',
  why: 'TODO: what happens on the network when it is not mended.',
  guide: ['TODO: page and step, or another source by name: CLI reference'],
  *check(device) {
    // Yield one finding a fault: \`at\` is the value, \`message\` stands alone and names the device.
    for (const group of device.groups) {
      if (group.virtualIps.length === 0) continue;
      yield { at: group.at, message: \`\${device.name}: TODO\`, facts: null };
    }
  },
  examples: [
    {
      title: 'Where it speaks',
      config: \`
        sysname DeviceA
        #
        interface GigabitEthernet0/1/2
         ip address 10.1.1.1 255.255.255.0
         vrrp vrid 1 virtual-ip 10.1.1.254
                   ^ DeviceA: TODO
        #
      \`,
    },
    {
      title: 'Where it stays silent',
      config: \`
        sysname DeviceA
        #
      \`,
    },
  ],
});
`;
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
