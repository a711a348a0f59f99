// Asks the registry what is known against the packages that ship: those of docs/licences.md, since the bundles hold their code and
// nothing is installed beside them. What it knows ends with 1; a registry that does not answer is said plainly and ends with 0,
// because then nothing is known either way.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const licences = readFileSync(new URL('../docs/licences.md', import.meta.url), 'utf8');
const shipped = new Set([...licences.matchAll(/^\| (\S+) \|/gm)].map((row) => row[1]));
const { stdout } = spawnSync('npm', ['audit', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
  timeout: 120_000,
});
const found = counted(stdout ?? '');
if (!found) console.log('npm audit: the registry does not answer, so nothing is known about what ships');
else if (found.length === 0) console.log('npm audit: nothing is known against what ships');
else {
  for (const [name, { severity, via }] of found)
    console.log(`npm audit: ${name} (${severity}) ${via.map((one) => one.title ?? one).join('; ')}`);
  process.exitCode = 1;
}

/** The packages that something is known against; undefined for anything but an answer. */
function counted(text) {
  try {
    const { vulnerabilities, auditReportVersion } = JSON.parse(text);
    return auditReportVersion === undefined
      ? undefined
      : Object.entries(vulnerabilities).filter(([name]) => shipped.has(name));
  } catch {
    // No JSON is no answer, which the caller says.
    return undefined;
  }
}
