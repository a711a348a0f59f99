// The shape of a scenario: one hot-backup service of the guide. What a person has to choose, and from it the lines that both
// devices hold, step by step in the guide's order. Device A is the intended master. A scenario's functions are pure; their
// results are plain data.

/** The first or the second device. */
export type Side = 'a' | 'b';

/** What was answered, by parameter id. */
export type Answers = Readonly<Record<string, string>>;

/** How a value is written. `prefix`: an address with its length, `10.0.0.1/24`. */
export type AnswerType =
  'name' | 'number' | 'choice' | 'interface' | 'ip' | 'ipv4' | 'ipv6' | 'prefix' | 'ipv4-prefix' | 'ipv6-prefix';

/**
 * What a value is on the two devices. `equal`: the same line on both. `mirrored`: one device's own value, which the other
 * names as its peer's. `role`: depends on who is master. `own`: the device's own affair.
 */
export type Spread = 'equal' | 'mirrored' | 'role' | 'own';

/** What is asked for a scenario. */
export interface Parameter {
  /** Kebab-case; what belongs to one device ends in `-a` or `-b`. */
  readonly id: string;
  /** What is asked for, without a question mark. */
  readonly title: string;
  readonly type: AnswerType;
  readonly spread: Spread;
  /** Absent where both devices carry the value. */
  readonly device?: Side;
  readonly unit?: string;
  readonly choices?: readonly string[];
  /** Page and step. */
  readonly guide: string;
  /** False where the answers so far make the question pointless. */
  readonly asked?: (answers: Answers) => boolean;
  /** What is offered; may follow from the answers to earlier parameters. */
  readonly default: (answers: Answers) => string;
  /** What is wrong with the value, in one sentence; the answers are those to earlier parameters. */
  readonly check: (value: string, answers: Answers) => string | undefined;
  /** What speaks against a value that may stand, in one sentence: the person decides. */
  readonly advice?: (value: string, answers: Answers) => string | undefined;
  /** What more may not stand on two new devices; a pair that is there has its own ways. */
  readonly checkNew?: (value: string, answers: Answers) => string | undefined;
}

/** A line and where it stands. */
export interface PlacedLine {
  /** The line that opens its section; empty for a line of the system view. */
  readonly section: string;
  /** Empty where the section itself is meant. */
  readonly text: string;
  /** The line of the section that opens the view in which it stands: `bas` of an interface, `domain isp` of AAA. */
  readonly within?: string;
  /**
   * A pattern for other lines of that section that do the same work, on small letters with single blanks; where it matches the line
   * itself, it says all of them.
   */
  readonly or?: string;
  /** What a new device needs and every site has in a way of its own: it is not looked for on a device that is there already. */
  readonly site?: true;
  /** A line of the site that a section takes in also where the device has that section already. */
  readonly joins?: true;
  /** The section that a line of the site completes: where a device has that section, the line is not wanted. */
  readonly completes?: string;
  /** What holds without the line too: a new section says it plainly, one that is there is not asked for it. */
  readonly isDefault?: true;
}

/** One step of the guide and its lines on each device. */
export interface Step {
  /** Page and step; unique in its scenario. */
  readonly guide: string;
  /** The same step on every page that has it: rules cite any of them. */
  readonly guides: readonly string[];
  readonly title: string;
  /** The guide leaves it to the site. */
  readonly optional: boolean;
  readonly a: readonly PlacedLine[];
  readonly b: readonly PlacedLine[];
}

/** A hot-backup service as a procedure: what is asked, and the lines of both devices step by step. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** What it is for, in one sentence. */
  readonly summary: string;
  /** The page of the guide. */
  readonly page: string;
  readonly parameters: readonly Parameter[];
  /** The lines for answers that hold; in the guide's order. */
  readonly steps: (answers: Answers) => readonly Step[];
  /** The display commands that show whether it works. */
  readonly verify: (answers: Answers) => readonly string[];
}
