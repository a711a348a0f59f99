// What a form says: each question with what was answered or is proposed, and above them what taking the rest would do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishText, firstProblem, questionAfter, questionRow, type FormQuestion } from '../../client/src/form-rows';

function question(id: string, given: Partial<FormQuestion> = {}): FormQuestion {
  return { id, title: `Title of ${id}`, value: '10', isAnswered: false, ...given };
}

test('a row shows the answer, or what is proposed as a proposal', () => {
  const rows = [
    question('vrid'),
    question('vrid', { isAnswered: true }),
    question('delay', { unit: 's' }),
    question('address', { value: '' }),
    question('address', { value: '', empty: 'to be filled in later' }),
  ].map((each) => questionRow(each).description);
  assert.deepEqual(rows, ['10 (proposed)', '10', '10 s (proposed)', 'not answered', 'to be filled in later']);
});

test('a row says why its value may not stand, else what speaks against it', () => {
  const problem = 'Give a number from 1 to 255.';
  assert.equal(questionRow(question('vrid', { problem, advice: 'x' })).detail, `Not possible: ${problem}`);
  assert.equal(questionRow(question('vrid', { advice: 'More is advised.' })).detail, 'More is advised.');
  assert.equal('detail' in questionRow(question('vrid')), false);
});

test('the first entry takes the rest as proposed, and nothing while an answer is not possible', () => {
  const [open, answered] = [question('a'), question('b', { isAnswered: true })];
  const wrong = question('c', { isAnswered: true, problem: 'No.' });
  assert.equal(finishText([open, answered], 'show both files'), 'Take the rest as proposed and show both files');
  assert.equal(finishText([answered], 'show both files'), 'Show both files');
  assert.equal(finishText([open, wrong], 'show both files'), 'One answer is not valid: change it');
  assert.equal(finishText([wrong, wrong], 'show both files'), '2 answers are not valid: change the first');
  assert.equal(firstProblem([open, wrong]), 'c');
  assert.equal(firstProblem([open]), undefined);
});

test('after an answer comes the next question, and behind the last nothing', () => {
  const list = [question('a'), question('b')];
  assert.deepEqual(
    [questionAfter(list, 'a'), questionAfter(list, 'b'), questionAfter(list, undefined)],
    ['b', undefined, 'a'],
  );
});
