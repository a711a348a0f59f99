// The GitHub Action and the GitLab job, as far as they go without those services: their shell steps, with the variables that the
// service would set.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { load } from 'js-yaml';
import { freshClone } from './clone.mjs';
import { attempt } from './report.mjs';
import { root, run, scratch } from './shell.mjs';

export async function serverCases(source, tarball) {
  await attempt('GitHub Action: the steps of action.yml build the tool, annotate, write SARIF and fail', () =>
    gitHub(source),
  );
  await attempt('GitLab: the job installs the package, reports twice and fails', () => gitLab(tarball));
}

function gitHub(source) {
  const { inputs, runs } = load(readFileSync(join(root, 'action.yml'), 'utf8'));
  const action = freshClone(source, 'action');
  const folder = workspace('github');
  // The tool's own checkout within the tree that is checked must not matter.
  cpSync(action, join(folder, 'vrp-hot-backup'), { recursive: true });
  const own = join(folder, 'vrp-hot-backup');
  const given = {
    ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default])),
    paths: '.',
  };
  const output = join(scratch, 'github-output');
  writeFileSync(output, '');
  const steps = runs.steps.filter((step) => step.run !== undefined);
  assert.ok(steps.every((step) => step.shell === 'bash'));
  const fill = (text) =>
    text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name) =>
      name === 'github.action_path' ? own : given[name.replace(/^inputs\./, '')],
    );
  const said = steps.map((step) => {
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value)]));
    return run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', fill(step.run)], {
      cwd: step['working-directory'] ? fill(step['working-directory']) : folder,
      env: { ...env, GITHUB_OUTPUT: output },
      status: step.id === 'check' ? 1 : 0,
    });
  });
  assert.match(said.at(-1), /^::error file=configs\/BRAS-South\.cfg,line=7,.*title=rbs-port-mismatch::/m);
  assert.ok(!said.at(-1).includes('file=vrp-hot-backup/'));
  assert.equal(readFileSync(output, 'utf8'), 'exit-code=1\n');
  const sarif = JSON.parse(readFileSync(join(folder, given['sarif-file']), 'utf8'));
  assert.ok(sarif.runs[0].results.length > 0);
  // The upload comes whatever the check found.
  assert.match(runs.steps.at(-1).if, /^always\(\)/);
  assert.ok(runs.steps.at(-1).uses.startsWith('github/codeql-action/upload-sarif@'));
}

function gitLab(tarball) {
  const { vrp: job } = load(readFileSync(join(root, 'ci/gitlab.yml'), 'utf8'));
  const folder = workspace('gitlab');
  const prefix = join(scratch, 'gitlab-prefix');
  const env = {
    ...job.variables,
    VRP_PACKAGE: tarball,
    CI_PROJECT_DIR: folder,
    npm_config_prefix: prefix,
    PATH: `${join(prefix, 'bin')}${delimiter}${process.env.PATH}`,
  };
  for (const line of job.before_script) run('sh', ['-ec', line], { cwd: folder, env });
  for (const line of job.script) run('sh', ['-ec', line], { cwd: folder, env, status: 1 });
  assert.equal(job.artifacts.when, 'always');
  for (const report of Object.values(job.artifacts.reports)) assert.ok(existsSync(join(folder, report)), report);
  assert.match(readFileSync(join(folder, job.artifacts.reports.junit), 'utf8'), /<testsuites[^>]* failures="[1-9]/);
  const quality = JSON.parse(readFileSync(join(folder, job.artifacts.reports.codequality), 'utf8'));
  assert.ok(quality.some(({ check_name }) => check_name === 'rbs-port-mismatch'));
}

function workspace(name) {
  const folder = join(scratch, name);
  mkdirSync(folder);
  cpSync(join(root, 'examples/mld-mistakes'), join(folder, 'configs'), { recursive: true });
  return folder;
}
