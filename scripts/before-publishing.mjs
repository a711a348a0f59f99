// npm runs this before `npm publish` and ends there when it fails: what a person must have confirmed (docs/publishing.md).
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { repository } from './repository.mjs';

const git = (...args) => spawnSync('git', args, { encoding: 'utf8' }).stdout?.trim() ?? '';
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const bare = (address) => address.replace(/^git@([^:]+):/, 'https://$1/').replace(/\.git$/, '');
const problems = [
  bare(git('remote', 'get-url', 'origin')) !== repository &&
    `package.json names ${repository}, which is not where this clone comes from`,
  git('status', '--porcelain') !== '' && 'the clone holds changes that are not committed',
  !readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8').includes(`\n## ${version}`) &&
    `CHANGELOG.md has no section ${version}`,
].filter(Boolean);
for (const problem of problems) console.error(`not published: ${problem}`);
if (problems.length > 0) process.exitCode = 1;
