// While `npm pack` runs, README.md and package.json are those of the command line: its own page, with links that hold anywhere, and
// a manifest without the extension's part, without development packages and scripts. npm calls this before (prepack) and after
// (postpack, `--restore`); where a run was interrupted, the next one, or `node scripts/pack-contents.mjs --restore`, mends it.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { linkTo } from './repository.mjs';

const root = new URL('../', import.meta.url);
const kept = new URL('.kept/', root);
const names = ['README.md', 'package.json'];
const page = 'docs/command-line.md';
/** What a user's npm and the registry's page read. */
const fields = 'name version description keywords homepage bugs repository license publishConfig bin engines'.split(
  ' ',
);

if (existsSync(kept)) restore();
if (!process.argv.includes('--restore')) {
  // Before the scripts are gone, by which npm would build.
  await import('./prepare.mjs');
  keep();
  replace('README.md', absoluteLinks(readFileSync(new URL(page, root), 'utf8')));
  replace('package.json', `${JSON.stringify(forUsers(), null, 2)}\n`);
}

function keep() {
  mkdirSync(kept);
  for (const name of names) copyFileSync(new URL(name, root), new URL(name, kept));
}

function restore() {
  for (const name of names) if (existsSync(new URL(name, kept))) renameSync(new URL(name, kept), new URL(name, root));
  rmSync(kept, { recursive: true });
}

/** Not written into: a clone may share its files with another by hard links. */
function replace(name, text) {
  rmSync(new URL(name, root));
  writeFileSync(new URL(name, root), text);
}

function forUsers() {
  const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const { node } = manifest.engines;
  return Object.fromEntries(fields.map((name) => [name, name === 'engines' ? { node } : manifest[name]]));
}

/** Relative links and pictures, by the address of the repository. */
function absoluteLinks(text) {
  return text.replace(/(!?)\[([^\]]*)\]\((?!https?:|#|mailto:)([^()\s]+)\)/g, (_, picture, label, target) => {
    const path = posix.normalize(posix.join(posix.dirname(page), target));
    return `${picture}[${label}](${linkTo(path, { raw: picture !== '' })})`;
  });
}
