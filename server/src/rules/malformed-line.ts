// A line that begins like a hot-backup command and does not end like one: a blank or a value is missing, a keyword is misspelled, a value
// is of another kind. One warning, instead of the "missing" errors it would cause (DECISIONS 36). Words behind a complete command are
// not judged: releases differ.
import { entry, expectedAt, limits } from '../catalogue/index';
import type { Expected } from '../catalogue/index';
import { matchText, type MatchedLine } from '../model/lines';
import type { Place } from '../model/place';
import { words, type Word } from '../text/words';
import { homeOf, smallViews } from './elsewhere';
import { replace } from './edits';
import { lineRule } from './rule';
import { meant } from './spelling';

const families = new Set(['vrrp', 'vrrp6', 'rbs', 'rbp', 'serviceLocation', 'serviceInstanceGroup', 'serviceHa']);

interface Slip { readonly at: Place; readonly message: string; readonly instead?: string }

export default lineRule<Slip>({
  id: 'malformed-line',
  check: 'DECISIONS 36',
  title: 'A line that looks like a hot-backup command and is none',
  severity: 'warning',
  why: 'The device refuses the line, and what it was meant to set stays unset.',
  guide: ['CLI reference'],
  yields: ['value-out-of-range', 'rbp-service-type-unknown', 'rbs-batch-backup-daily-type', 'service-location-vrid-missing'],
  *find(line) {
    const slip = slipIn(line);
    if (slip) yield { at: slip.at, message: slip.message, facts: slip };
  },
  fix: ({ at, instead }) => (instead === undefined ? [] : [{ title: `Write "${instead}"`, edits: [replace(at, instead)], safe: false }]),
  examples: [
    {
      title: 'The port is missing',
      config: `
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1
                                ^^^^^^^^^^ The line ends too early: "port" is missing
        #
      `,
    },
    {
      title: 'A blank is missing',
      config: `
        remote-backup-profile p1
         backup-id7 remote-backup-service s1
         ^^^^^^^^^^ There is no "backup-id7"; a blank is missing behind "backup-id"
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid1 virtual-ip FE80::1 link-local
               ^^^^^ a blank is missing behind "vrid"
        #
        fixed:
        remote-backup-profile p1
         backup-id 7 remote-backup-service s1
        #
        interface GigabitEthernet0/1/2
         vrrp6 vrid1 virtual-ip FE80::1 link-local
        #
      `,
    },
    {
      title: 'A keyword is misspelled',
      config: `
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-lokal
                                         ^^^^^^^^^^ There is no "link-lokal"; probably "link-local" is meant
        #
        remote-backup-service s1
         pear 10.255.0.2 source 10.255.0.1 port 6001
         ^^^^ probably "peer" is meant
        #
        fixed:
        interface GigabitEthernet0/1/2
         vrrp6 vrid 1 virtual-ip FE80::1 link-local
        #
        remote-backup-service s1
         pear 10.255.0.2 source 10.255.0.1 port 6001
        #
      `,
    },
    {
      title: 'A value of another kind',
      config: `
        remote-backup-service s1
         peer <peer-address> source 10.255.0.1 port 6001
              ^^^^^^^^^^^^^^ Here an IPv4 address must stand (peer-ip-address), not "<peer-address>"
        #
        interface GigabitEthernet0/1/2
         vrrp vrid one virtual-ip 10.1.1.254
                   ^^^ Here 1-255 must stand (virtual-router-id), not "one"
        #
      `,
    },
    {
      title: 'Complete lines, with a glued # or a remark, abbreviated, from a template, with more words than are known',
      config: `
        remote-backup-service s1
         peer 10.255.0.2 source 10.255.0.1 port 6001#
        #
        remote-backup-profile p1
         backup-id 7 remote-backup-service s1 // to the other
         vrrp6-id {{ vrid }} interface {{ interface }}
        #
        interface GigabitEthernet0/1/2
         vrrp vrid 1 virtual-ip 10.1.1.254
         vrrp vrid 1 pri 120
         vrrp vrid 1 some-new-feature 7
         vrrp vrid 1 priority 120 and-more
        #
      `,
    },
  ],
});

function slipIn(line: MatchedLine): Slip | undefined {
  const text = line.text.replace(/\s*(?:\/\/.*|#\s*)$/, '');
  const list = words(text);
  const match = matchText(line.view, text);
  if (!match) return smallViews.has(line.view) ? firstWord(line, list) : undefined;
  const command = entry(match.command);
  if (!command || match.complete || match.undo || match.problems.length > 0 || command.dialect || !families.has(command.family)) return undefined;
  if (match.expected.length === 0) return undefined;
  const wrong = list[match.reached];
  const whole = match.expected.some((one) => one.kind === 'end');
  if (!wrong) {
    if (whole) return undefined;
    const missing = [...new Set(match.expected.map(name))];
    const last = list[list.length - 1]!;
    return { at: placeOf(line, last), message: `The line ends too early: ${missing.slice(0, 3).join(' or ')} is missing` };
  }
  if (wrong.text.startsWith('{')) return undefined;
  const keywords = keywordsOf(match.expected);
  return slip(line, wrong, keywords) ?? (keywords.length === 0 && !whole ? otherKind(line, wrong, match.expected) : undefined);
}

/** A first word that the view does not know, but nearly. */
function firstWord(line: MatchedLine, [first]: readonly Word[]): Slip | undefined {
  if (!first || first.text === 'undo' || homeOf(line) !== undefined) return undefined;
  const expected = expectedAt(line.view, []).filter((one) => families.has(one.command.slice(0, one.command.indexOf('.'))));
  return slip(line, first, keywordsOf(expected));
}

function slip(line: MatchedLine, wrong: Word, keywords: readonly string[]): Slip | undefined {
  const at = placeOf(line, wrong);
  const lower = wrong.text.toLowerCase();
  const glued = keywords.filter((keyword) => lower.startsWith(keyword) && /^[\d:]/.test(lower.slice(keyword.length))).sort((x, y) => y.length - x.length)[0];
  if (glued !== undefined) {
    return { at, message: `There is no "${wrong.text}"; a blank is missing behind "${glued}"`, instead: `${wrong.text.slice(0, glued.length)} ${wrong.text.slice(glued.length)}` };
  }
  const probable = meant(wrong.text, keywords);
  return probable === undefined ? undefined : { at, message: `There is no "${wrong.text}"; probably "${probable}" is meant`, instead: probable };
}

function otherKind(line: MatchedLine, wrong: Word, expected: readonly Expected[]): Slip | undefined {
  const kinds = expected.flatMap((one) => {
    const parameter = one.kind === 'value' ? entry(one.command)?.parameters[one.name] : undefined;
    return parameter && one.kind === 'value' ? [`${limits(parameter)} must stand (${one.name})`] : [];
  });
  return kinds.length === 0 ? undefined : { at: placeOf(line, wrong), message: `Here ${kinds[0]}, not "${wrong.text}"` };
}

function keywordsOf(expected: readonly Expected[]): string[] {
  return expected.flatMap((one) => (one.kind === 'keyword' ? [one.keyword.toLowerCase()] : []));
}

function name(one: Expected): string {
  return one.kind === 'keyword' ? `"${one.keyword}"` : one.kind === 'value' ? `<${one.name}>` : 'nothing';
}

function placeOf(line: MatchedLine, word: Word): Place {
  return { anchor: line.anchor, row: line.row, start: line.start + word.start, end: line.start + word.end };
}
