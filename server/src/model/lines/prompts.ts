// The prompts of a pasted transcript tell the view: `<X>` is the user view, `[X]` the system view, `[X-rm-backup-srv-s1]` a view
// below it, and `s1` its name: so the lines behind a prompt find their block even when the command that opened it was not pasted.
import { promptView, type ViewName } from '../../catalogue';
import { isInterfaceType } from '../../catalogue/parameters';
import type { Match } from '../../catalogue/command';
import { interfaceKey, nameKey } from '../names';
import type { Anchor } from '../place';
import type { MatchedLine, OpenView } from './matched-line';

/** What a prompt names. Without `view` it is the system view, or one that is not known here. */
export interface Prompt {
  /** `<X>`: the user view. */
  readonly user: boolean;
  /** All between the brackets, without the mark of the two-phase commit. */
  readonly inner: string;
  /** Where `inner` starts in the prompt. */
  readonly innerStart: number;
  readonly device: string;
  readonly view?: ViewName;
  /** Of what is configured: `GigabitEthernet0/1/2`, `profile1`. */
  readonly name?: string;
  /** Where the name, or where there is none the view's words, start in the prompt. */
  readonly nameStart: number;
}

/** In characters; device names have 246 at most, and so have the names of most views. */
const longestPrompt = 600;

/** What a prompt such as `[*DeviceA-GigabitEthernet0/1/0]` says; undefined for what is none. */
export function parsePrompt(prompt: string): Prompt | undefined {
  if (prompt.length > longestPrompt) return undefined;
  const opening = prompt.search(/[<[]/);
  const whole = prompt.trimEnd();
  if (opening < 0 || opening === whole.length - 1 || !/[\]>]$/.test(whole)) return undefined;
  const isMarked = /[~*]/.test(whole[opening + 1]!);
  const innerStart = opening + (isMarked ? 2 : 1);
  const inner = whole.slice(innerStart, -1);
  const none: Prompt = { user: prompt[opening] === '<', inner, innerStart, device: inner, nameStart: innerStart };
  if (none.user) return none;
  // A device name may hold dashes itself: the first dash behind which a view is named ends it.
  for (let dash = inner.indexOf('-'); dash > 0; dash = inner.indexOf('-', dash + 1)) {
    const suffix = inner.slice(dash + 1);
    const named = promptView(suffix);
    if (!named || (named.view === 'interface' && !isPromptedInterface(suffix))) continue;
    const nameStart = innerStart + dash + 1 + (named.name === undefined ? 0 : suffix.indexOf(named.name));
    return { ...none, device: inner.slice(0, dash), view: named.view, name: named.name, nameStart };
  }
  return none;
}

/** True for `GigabitEthernet0/1/2`, false for the `PE1` of a device called `AS1-PE1`: a prompt writes the type out. */
function isPromptedInterface(suffix: string): boolean {
  const type = /^(\d*[a-z][a-z-]*)\d/i.exec(suffix)?.[1] ?? '';
  return (
    isInterfaceType(type) && interfaceKey(suffix) === suffix.toLowerCase() && (type.length > 2 || suffix.includes('/'))
  );
}

/**
 * Brings the open views to what the prompt shows: closes what it has left, and opens the view it names where the lines that
 * opened it are missing. `read` matches a line of the system view; `open` is told of a view that was opened here.
 */
export function promptContext(
  text: string,
  at: { readonly anchor: Anchor; readonly row: number; readonly column: number },
  stack: OpenView[],
  read: (text: string) => Match | undefined,
  open: (head: MatchedLine) => void,
): void {
  const prompt = parsePrompt(text);
  if (!prompt || prompt.user) {
    stack.length = 0;
    return;
  }
  // A view is still open as long as the prompt goes on where it stood when the view was entered.
  while (stack.length > 0 && !goesOn(stack[stack.length - 1]!.head, prompt)) stack.pop();
  if (prompt.view === undefined) return;
  const top = stack[stack.length - 1];
  if (top && top.view === prompt.view && isNamed(top.head, prompt)) return;
  const form = opener[prompt.view];
  if (top && form !== undefined) stack.length = 0;
  const name =
    prompt.name !== undefined && form !== undefined ? prompt.name : prompt.inner.slice(prompt.device.length + 1);
  const match = form === undefined ? undefined : read(`${form}${form.endsWith(' ') ? name : ''}`);
  const start = at.column + (form === undefined ? prompt.innerStart + prompt.device.length + 1 : prompt.nameStart);
  const head: MatchedLine = {
    anchor: at.anchor,
    row: at.row,
    start,
    end: start + name.length,
    text: name,
    indent: 0,
    view: 'system',
    match: match && prompted(match, name),
    opens: prompt.view,
    lines: [],
    prompt: text,
  };
  open(head);
  stack.push({ head, view: prompt.view, indent: 0 });
}

function goesOn(head: MatchedLine, prompt: Prompt): boolean {
  const before = head.prompt === undefined ? undefined : parsePrompt(head.prompt);
  if (!before || before.user) return false;
  // A head that a prompt stood for is open while that very prompt, or one below it, is shown.
  return prompt.inner.startsWith(`${before.inner}-`) || (prompt.inner === before.inner && isPromptHead(head, before));
}

function isPromptHead(head: MatchedLine, before: Prompt): boolean {
  return head.opens !== undefined && before.view === head.opens && before.inner.endsWith(head.text) && head.text !== '';
}

function isNamed(head: MatchedLine, prompt: Prompt): boolean {
  const value = head.match?.values[0]?.text;
  if (value === undefined || prompt.name === undefined) return true;
  return prompt.view === 'interface'
    ? interfaceKey(value) === interfaceKey(prompt.name)
    : opener[prompt.view!] === undefined || nameKey(value) === nameKey(prompt.name);
}

/** The match of the full command, with its one value at the only word that stands in the prompt. */
function prompted(match: Match, name: string): Match {
  const [value] = match.values;
  return {
    ...match,
    reached: 1,
    expected: [],
    problems: [],
    values: value ? [{ name: value.name, text: value.text, start: 0, end: name.length }] : [],
    roles: [value ? { kind: 'value', name: value.name } : match.roles[0]!],
  };
}

/** What would have been typed to enter the view, up to its name. */
const opener: { readonly [View in ViewName]?: string } = {
  interface: 'interface ',
  rbs: 'remote-backup-service ',
  rbp: 'remote-backup-profile ',
  'service-location': 'service-location ',
  'service-instance-group': 'service-instance-group ',
  'monitor-location-group': 'monitor-location-group ',
  'ds-lite-instance': 'ds-lite instance ',
  'nat-instance': 'nat instance ',
  'nat64-instance': 'nat64 instance ',
  'e-trunk': 'e-trunk ',
  'monitor-group': 'monitor-group ',
  'ssl-policy': 'ssl policy ',
  'bfd-session': 'bfd ',
  'ip-pool': 'ip pool ',
  'ipv6-pool': 'ipv6 pool ',
  isis: 'isis ',
  'pim-ipv4': 'pim',
  'pim-ipv6': 'pim-ipv6',
};
