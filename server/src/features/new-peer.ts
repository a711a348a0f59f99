// The file of a peer that is not there yet, out of one device: every line as the peer would hold it. Addresses that this device
// names as its peer's are known; what nobody can know is asked for, and stays a placeholder where it is not answered.
import { mirrored } from '../compare/mirror';
import { meaningOf, placeholders, placeholdersIn, withoutKeys, type Placeholder } from '../edits/placeholders';
import type { Device, Interface } from '../model/device';
import { pair as pairOf } from '../model/pairing/pair';
import { secretsByRow } from '../model/secrets';
import { interChassis } from '../model/services/service-boards';
import { interfaceKey } from '../model/names';
import { address, spelled, type Address } from '../model/address';
import { hasLine } from '../model/lines/canonical-text';
import { applyEdits } from '../text/apply-edits';
import { trailingDigits } from '../text/line-ends';
import { truncate } from '../text/truncate';
import type { Snapshot } from '../workspace/workspace';
import { readFile } from '../workspace/read-file';

/** The text of a new peer, or what has to be asked first. */
export interface NewPeer {
  readonly text: string;
  /** What is left to be asked, in the order of the file. */
  readonly questions: readonly PeerQuestion[];
}

/** What only a person knows of the new device. */
export interface PeerQuestion {
  /** From 0, among all that is asked. */
  readonly index: number;
  /** `Address of GigabitEthernet0/1/2, in place of 10.0.0.1`. */
  readonly title: string;
  readonly placeholder: string;
  /** What is wrong with the answer, in one sentence. */
  readonly problem?: string;
}

/** Signs of a line that a question shows. */
const longestQuote = 80;

/** `answers` by the index of the question; a blank one leaves the placeholder. */
export function newPeer(snapshot: Snapshot, name: string, answers: readonly string[] = []): NewPeer {
  const { device, facts } = snapshot;
  const blank = readFile('peer.cfg', `#\nsysname ${name}\n#\nreturn\n`, 'utf-8').reading;
  const rows = { start: 0, end: device.rows };
  const { edits } = mirrored(pairOf(device, blank.device, []), (side) => (side === 'a' ? facts : blank.facts), rows);
  const text = applyEdits(`#\nsysname ${name}\n#\nreturn\n`, edits);
  return filled(device, textWithoutKeys(text), answers);
}

/** Keys of this device are not copied: each becomes a placeholder, and of private keys nothing is left. */
function textWithoutKeys(text: string): string {
  const rows = text.split('\n');
  const { facts } = readFile('peer.cfg', text, 'utf-8').reading;
  const secrets = secretsByRow(facts, rows);
  return rows
    .flatMap((row, index) => {
      const found = secrets(index);
      if (found.some(({ start, end }) => row.slice(start, end).trim() === row.trim())) return [];
      return [withoutKeys(row, found)];
    })
    .join('\n');
}

/** `HZ-BNG-02` of `HZ-BNG-01`: what is offered as the name of the peer. */
export function peerName({ name }: Device): string {
  const digits = trailingDigits(name);
  if (digits === '') return `${name}-peer`;
  const next = digits.endsWith('1') ? Number(digits) + 1 : Math.max(1, Number(digits) - 1);
  return name.slice(0, name.length - digits.length) + String(next).padStart(digits.length, '0');
}

function filled(device: Device, text: string, answers: readonly string[]): NewPeer {
  const questions: PeerQuestion[] = [];
  let owner = '';
  const rows = text.split('\n').flatMap((row) => {
    const head = /^interface (\S+)/.exec(row)?.[1];
    if (/^\S/.test(row)) owner = head ?? '';
    const on = device.interfaces.get(interfaceKey(owner));
    const parts: string[] = [];
    let at = 0;
    for (const { word, start } of placeholdersIn(row)) {
      const known = word === placeholders.ownAddress && on ? addressOfPeer(device, on, familyOf(row)) : undefined;
      const question = known === undefined ? questionOf(questions.length, word, owner, row, on, answers) : undefined;
      if (question) questions.push(question);
      const answer = known ?? (question?.problem === undefined ? answerAt(answers, question!.index) : '');
      parts.push(row.slice(at, start), answer === '' ? word : answer);
      at = start + word.length;
    }
    const result = parts.join('') + row.slice(at);
    // A port of a new device is shut down until it is told otherwise.
    return head !== undefined && on && hasLine(on.block, /^undo shutdown$/) ? [result, ' undo shutdown'] : [result];
  });
  return { text: rows.join('\n'), questions };
}

function questionOf(
  index: number,
  word: Placeholder,
  owner: string,
  row: string,
  on: Interface | undefined,
  answers: readonly string[],
): PeerQuestion {
  const answer = answerAt(answers, index);
  const isWrong = word === placeholders.ownAddress && answer !== '' && address(answer)?.family !== familyOf(row);
  return {
    index,
    title: titleOf(word, owner, row, on),
    placeholder: word,
    ...(isWrong ? { problem: `Give an IPv${familyOf(row)} address, or leave it empty to fill it in later.` } : {}),
  };
}

/** Without a prefix length, which the line has. */
function answerAt(answers: readonly string[], index: number): string {
  return (answers[index] ?? '').trim().split('/')[0]!;
}

function familyOf(row: string): 4 | 6 {
  return /^\s*ipv6 /.test(row) ? 6 : 4;
}

/** Where the interface has the source of a channel or the link of the boards, the address that this device names as the other end. */
function addressOfPeer(device: Device, on: Interface, family: 4 | 6): string | undefined {
  const sources = new Set(on.addresses.map(({ prefix }) => prefix.address.key));
  const channels = [...device.services.values()].flatMap((service) => service.channels);
  const ends: Address[] = [
    ...channels.filter(({ source }) => sources.has(source.value.key)).map(({ peer }) => peer.value),
    ...[...device.locations.values()].flatMap(({ remote }) =>
      remote && remote.interfaceKey === on.key ? [remote.peer.value] : [],
    ),
  ];
  const end = ends.find((each) => each.family === family);
  return end && spelled(end.bytes);
}

function titleOf(word: Placeholder, owner: string, row: string, on: Interface | undefined): string {
  const own = on?.addresses.find(({ linkLocal, prefix }) => !linkLocal && prefix.address.family === familyOf(row));
  if (word === placeholders.ownAddress && own)
    return `Address of ${owner}, in place of ${spelled(own.prefix.address.bytes)}`;
  return `In "${truncate(row.trim(), longestQuote)}": ${meaningOf(word)}`;
}

/** It names another device as the one that takes over. */
export function backsUp(device: Device): boolean {
  return [...device.services.values()].some(({ channels }) => channels.length > 0) || interChassis(device).length > 0;
}
