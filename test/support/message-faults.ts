// What makes a message hard to understand at night. A message names the device and the object, shows both values of a difference,
// says what follows and, where there is one edit, what to write.
import type { OfferedFix, ToldFinding } from './told-messages';

/** Longer ones do not fit beside a line in an editor, or on a terminal. */
export const longest = 160;

/** Names of objects of a configuration, and the words that stand before a name of one. */
const object = new RegExp(
  [
    String.raw`(?:Ethernet|Eth-Trunk|LoopBack|Vlanif|Vbdif|Virtual-Template|Tunnel|\d+GE)\d`,
    String.raw`\b(?:RBS|RBP|VRRP6?|E-Trunk|BFD|ACL|OSPF(?:v3)?|IS-IS|BGP|VLANs?|MPLS|NTP|NQA|AAA|DHCP|PKI|QoS)\b`,
    String.raw`\b(?:group|pool|instance|service[- ]location|session|process|interface|channel|policy|zone|scheme|vsi|classifier|behavior|filter|keychain|profile)\b`,
    String.raw`\b(?:sysname|devices?|commit|file|static RP|next hop|pd-route|hot-backup|base-id|prompt|server)\b`,
  ].join('|'),
  'i',
);

/** Pronouns that leave open what they stand for; `this` with a noun does not. */
const pronoun =
  /\b(?:it|they|them|itself|themselves)\b|\bthis(?! (?:file|device|line|bulk backup|process)\b)|\bthese\b/i;

/** What tells somebody to do something, or what the edit would be. */
const imperative =
  /\b(?:set|add|remove|use|raise|lower|bind|write|create|swap|exchange|track|advertise|announce|move|wait|name|watch|put|fill in|exclude|give|turn on|follow|keep|undo|delete|join|mark|let|correct|needs)\b|out of range: \d/i;

/** What is wrong with how the finding is told; empty where nothing is. */
export function messageFaults(toldFinding: ToldFinding): string[] {
  const { finding, fixes } = toldFinding;
  const ends = [
    finding.message,
    ...(finding.peer ? [finding.peer.message] : []),
    ...finding.also.map((spot) => spot.message),
  ];
  return [
    ...ends.flatMap((message) => formFaults(message).map((fault) => `${fault}: ${message}`)),
    ...mainFaults(toldFinding).map((fault) => `${fault}: ${finding.message}`),
    ...(saysWhatToDo(ends.join('\n'), fixes) ? [] : [`does not say "${fixes[0]!.title}": ${finding.message}`]),
  ];
}

function formFaults(message: string): string[] {
  return [
    ...(/[\r\n]/.test(message) ? ['more than one line'] : []),
    ...(message.length > longest ? [`${message.length} characters`] : []),
    ...(/ {2}|^ | $/.test(message) ? ['blanks'] : []),
    ...(/\.$/.test(message) ? ['a full stop at the end'] : []),
    ...(message.includes('…') ? ['cut off'] : []),
    ...(/\b00\d step\b/.test(message) ? ['cites a page of the guide by its number'] : []),
    ...(isBalanced(message) ? [] : ['quotes or brackets without their other half']),
    ...(pronoun.test(message) ? [`name what "${pronoun.exec(message)![0]}" stands for`] : []),
    ...(showsNoDifference(message) ? ['one value shown as two'] : []),
  ];
}

function mainFaults({ finding, devices }: ToldFinding): string[] {
  const { message, peer } = finding;
  return [
    ...(devices.some((name) => message.includes(name)) ? [] : ['names no device']),
    ...(peer && !devices.some((name) => peer.message.includes(name)) ? ['the other end names no device'] : []),
    ...(object.test(message) ? [] : ['names no object']),
    ...(needsConsequence(finding.severity) && !hasSecondPart(message) ? ['tells a fact and not what follows'] : []),
  ];
}

function needsConsequence(severity: string): boolean {
  return severity === 'error' || severity === 'warning';
}

/** Behind the device and the fact something more: what follows, or what to write. */
function hasSecondPart(message: string): boolean {
  const [, rest = message] = /^\S+(?: \(\w+\))?: (.*)$/.exec(message) ?? [];
  return /[:;] \S|, (?:so|and|but) |: /.test(rest);
}

function saysWhatToDo(all: string, fixes: readonly OfferedFix[]): boolean {
  const [fix] = fixes;
  if (!fix || fixes.length > 1) return true;
  if (imperative.test(all)) return true;
  const values = fix.writes.map((one) => one.trim().split('\n')[0]!).filter((one) => one !== '');
  return values.length > 0 && values.every((one) => all.includes(one));
}

function isBalanced(message: string): boolean {
  const count = (character: string) => message.split(character).length - 1;
  const [opened, closed] = [count('<'), message.replaceAll('->', '').split('>').length - 1];
  return count('"') % 2 === 0 && count('(') === count(')') && opened === closed;
}

function showsNoDifference(message: string): boolean {
  const quotes = message.match(/"[^"]*"/g) ?? [];
  return new Set(quotes).size < quotes.length || /\b(\S+) on \S+, \1 on \S/.test(message);
}
