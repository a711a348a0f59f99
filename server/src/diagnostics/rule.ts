// The shape of a rule: `check` yields findings, `fix` answers for one of them. What `check` puts in `facts` arrives typed in
// `fix`; fixes are computed when asked for, never stored.
import type { Device } from '../model/device';
import { eachUnit, type DerivedUnits } from '../model/incremental/derived-units';
import type { MatchedLine } from '../model/lines/matched-line';
import type { Network } from '../model/pairing/network';
import type { Pair } from '../model/pairing/pair';
import type { Place } from '../model/place';
import type { FileEdit } from '../edits/file-edit';
import type { Difference } from './exchanged';

/** error: the guide says must, or the feature cannot work; warning: advised; information: good to know. Never an error on a doubt. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A sentence at another place that belongs to a finding. */
export interface Note {
  readonly at: Place;
  readonly message: string;
}

/**
 * What `check` yields. `message` is one line that stands alone, of at most 160 characters: device, object, what is wrong, what
 * follows, what to write.
 */
export interface RawFinding<Facts> {
  /** The value, not the line. */
  readonly at: Place;
  readonly message: string;
  /** Instead of the rule's own severity. */
  readonly severity?: Severity;
  /** The other end of the same fault, in the peer's file: shown there too, one finding all the same. */
  readonly peer?: Note;
  /** Lines that the verdict rests on: silent where a rule that supersedes this one speaks about one of these. */
  readonly evidence?: readonly Place[];
  /** More places worth seeing. */
  readonly also?: readonly Note[];
  /** More lines of which this says all there is to say: a rule that this one supersedes is silent there too. */
  readonly supersedesAt?: readonly Place[];
  /** The two values, where they are all that is wrong: with another finding that has them the other way round they are exchanged. */
  readonly differs?: Difference;
  readonly facts: Facts;
}

/** One way to mend a finding. `safe` only where there is exactly one right edit; fix-all takes the safe ones. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly FileEdit[];
  readonly safe: boolean;
}

/**
 * One file, or a pair, in the example language: `--- name` starts a file, carets mark the line above, `fixed:` is the text
 * after the (first) fix. No carets: silence.
 */
export interface Example {
  readonly title: string;
  readonly config: string;
}

/** What a rule says, or a part of it. */
export interface RulePart<Scope, Facts> {
  /**
   * It judges each of these by itself, so that an edit of one does not make it look at all:
   * - `interface`;
   * - `group`: a group, or of a pair a virtual router, with the interfaces that it names (its own, tracked ones, that of the
   *   group it follows, the main interface of each, and the ports of those that are Eth-Trunks);
   * - `profile`;
   * - `binding`: a profile, or of a pair a matched profile, with the interfaces that bind it and those whose groups it
   *   follows, and of a pair the virtual routers of these groups;
   * - `block`: an object that has a view of its own;
   * - `names`: the names of a section (`device.names`), with the interfaces that it opens or stands in, with what `device.nameIndex`
   *   says of a name that stands there and of the kinds that it uses, and, of an interface, where else that is named.
   * It looks at no other of what is named here. What else it reads may be anything. A test runs it over each of these with all
   * others made to throw, and what it says must be the same. A rule without it runs again when a field that it read has changed.
   */
  readonly independentPer?: 'interface' | 'group' | 'profile' | 'binding' | 'block' | 'names';
  /** It judges each of these by itself, which are no objects but follow from several: made by `eachOf`. */
  readonly each?: UnitCheck<Scope, Facts>;
  check(scope: Scope): Iterable<RawFinding<Facts>>;
}

/**
 * How a rule judges one unit. Beside the unit and what is near it, it may read anything of the scope: it runs over all again when that
 * has changed.
 */
export interface UnitCheck<Scope, Facts> {
  readonly units: DerivedUnits<Scope, object>;
  /**
   * What is read of collections (interfaces, groups, names and so on) is remembered for each unit, and an edit of it concerns the units
   * that read it alone: `near` is not needed then, and `touched` names the units that are others themselves.
   */
  readonly followsReads?: boolean;
  /** What is wrong with one may be the half of what is wrong with two: each unit that is found at fault is judged after every edit. */
  readonly isShared?: boolean;
  check(scope: Scope, unit: object): Iterable<RawFinding<Facts>>;
}

/** What a rule says of each unit by itself: after an edit it looks at those alone that the edit may have touched. */
export function eachOf<Scope, Unit extends object, Facts>(
  units: DerivedUnits<Scope, Unit>,
  check: (scope: Scope, unit: Unit) => Iterable<RawFinding<Facts>>,
  options: Pick<UnitCheck<Scope, Facts>, 'isShared' | 'followsReads'> = {},
): Pick<RulePart<Scope, Facts>, 'each' | 'check'> {
  return {
    each: { ...options, units, check: (scope, unit) => check(scope, unit as Unit) },
    *check(scope) {
      for (const unit of eachUnit(units, scope)) yield* check(scope, unit);
    },
  };
}

interface RuleSource<Scope, Facts> extends RulePart<Scope, Facts> {
  /** Public, kebab-case, the file's name. */
  readonly id: string;
  /** The row(s) of the rules table it carries out. */
  readonly requirement: string | readonly string[];
  /** The fault, as a heading. */
  readonly title: string;
  readonly severity: Severity;
  /** What happens on the network when it is not mended. */
  readonly why: string;
  /** Page and step, or the source by name. */
  readonly guide: readonly string[];
  /** Silent where one of these rules already speaks about the same line, or about one that the finding names in `evidence`. */
  readonly supersededBy?: readonly string[];
  /** Off unless asked for: `--select`. */
  readonly off?: boolean;
  /** What it says in parts that look at different units, each with those of its own; `check` says all of it. */
  readonly parts?: readonly RulePart<Scope, Facts>[];
  /** `pairs`: those of the device, also for a rule that judges one file: what the peer says may tell which value is right. */
  fix?(facts: Facts, pairs: readonly Pair[]): readonly Fix[];
  readonly examples: readonly Example[];
}

/** Judges a line by itself. */
export type LineRule<Facts = unknown> = LineSource<Facts> & { readonly scope: 'line' };
/** Judges one device by itself. */
export type DeviceRule<Facts = unknown> = RuleSource<Device, Facts> & { readonly scope: 'device' };
/** Judges the two devices of a pair together. */
export type PairRule<Facts = unknown> = RuleSource<Pair, Facts> & { readonly scope: 'pair' };
/** Judges all devices of the workspace together. */
export type NetworkRule<Facts = unknown> = NetworkSource<Facts> & { readonly scope: 'network' };

interface LineSource<Facts> extends Omit<RuleSource<MatchedLine, Facts>, 'check'> {
  /** Asked of every line there is, so that only the few that may be wrong are looked at. */
  concerns(line: MatchedLine): boolean;
  check(line: MatchedLine, where: Where): Iterable<RawFinding<Facts>>;
}

/** What a line alone does not tell, for the message. */
export interface Where {
  readonly device: string;
  /** What the message begins with: the device, and the object in whose view the line stands: `DeviceA: RBS s1`. */
  readonly start: string;
}

/** A network rule finds the same among the devices of a pair, those who share an ambiguity and those who have what one of them asks for. */
interface NetworkSource<Facts> extends RuleSource<Network, Facts> {
  /** Addresses that it looks up on all devices because of this one. */
  asks?(device: Device): readonly string[];
}

/** Any rule of the registry. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of rules mixes their facts, each typed in its own file
export type Rule = LineRule<any> | DeviceRule<any> | PairRule<any> | NetworkRule<any>;

/** Makes a rule that judges a line by itself. */
export function lineRule<Facts>(rule: LineSource<Facts>): LineRule<Facts> {
  return { ...rule, scope: 'line' };
}

/** Makes a rule that judges one device by itself. */
export function deviceRule<Facts>(rule: RuleSource<Device, Facts>): DeviceRule<Facts> {
  return { ...rule, scope: 'device' };
}

/** Makes a rule that judges the two devices of a pair together. */
export function pairRule<Facts>(rule: RuleSource<Pair, Facts>): PairRule<Facts> {
  return { ...rule, scope: 'pair' };
}

/** Makes a rule that judges all devices together. */
export function networkRule<Facts>(rule: NetworkSource<Facts>): NetworkRule<Facts> {
  return { ...rule, scope: 'network' };
}
