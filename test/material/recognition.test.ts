// How much of the configurations of access routers is known: every line of the material that is about users, their pools and their
// backup, in its view. The share may only rise; what is unknown most often is printed. VRP_RECOGNITION names other folders.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decode } from '../../server/src/main/decode';
import { emptyContext, sectionFacts, type MatchedLine } from '../../server/src/model/lines/matched-line';
import { readText } from '../../server/src/syntax/read-text';
import { material } from '../support/check-text';
import { loadSyntax } from '../support/wasm';

/** A file of an access router names users' interfaces, pools or their backup. */
const accessRouter =
  /^\s*(?:bas|remote-backup-(?:service|profile) .*|access-type .*|ip pool \S+ bas .*|(?:nat|nat64|ds-lite) instance .*)$/m;

const folders = (process.env.VRP_RECOGNITION ?? `${join(material, 'corpus')}:${join(material, 'cases')}`).split(':');
const least = 0.97;

if (!folders.every((folder) => existsSync(folder))) {
  test('recognition', () => {
    console.log('material absent: 1 checks not run');
  });
} else {
  test(`configurations of access routers are known to ${least * 100} %`, async () => {
    await loadSyntax();
    const unknown = new Map<string, number>();
    let all = 0;
    let known = 0;
    let files = 0;
    for (const text of folders.flatMap(accessRouters)) {
      files++;
      for (const line of readLines(text)) {
        all++;
        if (line.match && line.match.reached > 0 && line.match.complete) known++;
        else unknown.set(shape(line), (unknown.get(shape(line)) ?? 0) + 1);
      }
    }
    const share = known / all;
    console.log(`access routers: ${files} files, ${known} of ${all} lines known (${(share * 100).toFixed(2)} %)`);
    const often = [...unknown].sort(([, one], [, two]) => two - one).slice(0, Number(process.env.VRP_SHOW ?? 10));
    for (const [line, times] of often) console.log(`${times}x ${line}`);
    assert.ok(share >= least, `${(share * 100).toFixed(2)} % of ${all} lines`);
  });
}

function accessRouters(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !/\.(?:json|md)$|README/.test(file.name))
    .map((file) => decode(readFileSync(join(file.parentPath, file.name))).text)
    .filter((text) => accessRouter.test(text));
}

/** The line without its numbers, so that like lines count together. */
function shape({ view, text }: MatchedLine): string {
  return `[${view}] ${text.replace(/\d+/g, '0')}`;
}

function readLines(text: string): MatchedLine[] {
  const anchor = { file: '', row: 0 };
  let context = emptyContext;
  return readText(text).sections.flatMap((section) => {
    const facts = sectionFacts(section, anchor, context);
    context = facts.after;
    return [...facts.all];
  });
}
