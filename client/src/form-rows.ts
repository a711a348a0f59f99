// The rows of a form: what is asked, beside it what was answered or is proposed, and what speaks against it. Plain data, so that what a
// person reads can be tested without an editor.

/** A question with its answer. `problem` and `advice` are one sentence each. */
export interface FormQuestion {
  readonly id: string;
  readonly title: string;
  /** What was answered, or what is proposed; empty where nobody can propose it. */
  readonly value: string;
  readonly unit?: string;
  readonly isAnswered: boolean;
  /** Why the value may not stand. */
  readonly problem?: string;
  /** What speaks against a value that may stand. */
  readonly advice?: string;
  /** What an empty value means; without it an empty value is a problem of its own. */
  readonly empty?: string;
}

/** What a list shows of a question. */
export interface FormRow {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly detail?: string;
}

/** The row of a question: its value in the description, what speaks against it in the detail. */
export function questionRow(question: FormQuestion): FormRow {
  const { id, title, problem, advice } = question;
  const remark = problem === undefined ? advice : `Not possible: ${problem}`;
  return { id, label: title, description: valueText(question), ...(remark === undefined ? {} : { detail: remark }) };
}

function valueText({ value, unit, isAnswered, empty }: FormQuestion): string {
  if (value === '') return empty ?? 'not answered';
  const text = unit === undefined ? value : `${value} ${unit}`;
  return isAnswered ? text : `${text} (proposed)`;
}

/** What the entry above the questions says. */
export function finishText(questions: readonly FormQuestion[], then: string): string {
  const wrong = questions.filter(({ problem }) => problem !== undefined).length;
  if (wrong === 1) return 'One answer is not valid: change it';
  if (wrong > 1) return `${wrong} answers are not valid: change the first`;
  return questions.every(({ isAnswered }) => isAnswered) ? capitalized(then) : `Take the rest as proposed and ${then}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Where a person goes on: the question after the one that was answered. Undefined behind the last. */
export function questionAfter(questions: readonly FormQuestion[], id: string | undefined): string | undefined {
  return questions[questions.findIndex((question) => question.id === id) + 1]?.id;
}

/** The first answer that cannot stand. */
export function firstProblem(questions: readonly FormQuestion[]): string | undefined {
  return questions.find(({ problem }) => problem !== undefined)?.id;
}
