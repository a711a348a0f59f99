// The extension as vsce packs it, without an option and without a warning.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { assertLinksHold } from './page-links.mjs';
import { attempt, megabytes } from './report.mjs';
import { root, run, scratch } from './shell.mjs';
import { unzip } from './zip.mjs';

export async function extensionCases() {
  const file = join(scratch, 'vrp-hot-backup.vsix');
  let files;
  await attempt('vsce package needs no option and warns of nothing', () => {
    const said = run(process.execPath, [join(root, 'node_modules/@vscode/vsce/vsce'), 'package', '--out', file], {
      cwd: root,
    });
    assert.ok(!/warn|error/i.test(said.replace(/^.*\.(?:md|js)\b.*$/gm, '')), said);
    files = unzip(readFileSync(file));
    return `${megabytes(statSync(file).size)}, ${files.size} files`;
  });
  await attempt('its page begins with a picture and what it does; every link and picture of it leads to a file', () => {
    const page = files.get('extension/readme.md').toString();
    assert.match(page, /^# [^\n]+\n\n!\[[^\]]+\]\(https:[^)]+\.png\)\n\n\w/);
    assert.ok(assertLinksHold(page) > 10);
    assertLinksHold(files.get('extension/changelog.md').toString());
    assert.ok(page.indexOf('npm ') > page.indexOf('## In VS Code'));
  });
  await attempt('its manifest has what the Marketplace shows', () => {
    const manifest = JSON.parse(files.get('extension/package.json'));
    for (const name of ['repository', 'bugs', 'homepage', 'keywords', 'galleryBanner', 'qna', 'icon', 'categories'])
      assert.ok(manifest[name], name);
    const icon = files.get(`extension/${manifest.icon}`);
    assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [256, 256]);
    for (const language of manifest.contributes.languages)
      for (const path of Object.values(language.icon))
        assert.ok(files.has(`extension/${path.replace('./', '')}`), path);
  });
  await attempt('each of its texts is in package.nls.json', () => {
    const texts = JSON.parse(files.get('extension/package.nls.json'));
    const keys = [
      ...files
        .get('extension/package.json')
        .toString()
        .matchAll(/"%([^%"]+)%"/g),
    ].map(([, key]) => key);
    assert.ok(keys.length > 50);
    assert.deepEqual(
      keys.filter((key) => !texts[key]),
      [],
    );
  });
  await attempt('the licence texts of others are in it, and the samples of the walkthrough', () => {
    assert.match(files.get('extension/ThirdPartyNotices.txt').toString(), /Permission is hereby granted/);
    for (const name of ['North', 'South']) assert.ok(files.has(`extension/examples/mld-mistakes/BRAS-${name}.cfg`));
  });
  return file;
}
