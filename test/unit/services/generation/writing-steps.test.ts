import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/lib/errors.ts';
import { answerOf, eventsOf, type WritingStep } from '../../../../src/services/generation/writing-steps.ts';

type Steps = AsyncGenerator<WritingStep<string, number>>;
const INFEASIBLE = new AppError('INFEASIBLE', 'No line was found.');

async function* stepsOf(
  values: readonly (WritingStep<string, number> | Error)[],
  ended = { done: false },
): Steps {
  try {
    for (const value of values) {
      if (value instanceof Error) throw value;
      yield value;
    }
  } finally {
    ended.done = true;
  }
}

const split = (answer: number) => ({ report: answer, end: answer * 2 });
async function eventsFrom(...values: Parameters<typeof stepsOf>[0]) {
  const events = [];
  for await (const event of eventsOf(stepsOf(values), split)) events.push(event);
  return events;
}

describe('steps of a text as events', () => {
  it('are the lines, the report and the end', async () => {
    expect(await eventsFrom({ line: 'a' }, { line: 'b' }, { answer: 4 })).toEqual([
      { type: 'line', data: 'a' },
      { type: 'line', data: 'b' },
      { type: 'report', data: 4 },
      { type: 'done', data: 8 },
    ]);
  });

  it('fail before the first line with the failure itself, so that it has a status', async () => {
    await expect(eventsFrom(INFEASIBLE)).rejects.toBe(INFEASIBLE);
  });

  it('end with the failure after a line', async () => {
    expect(await eventsFrom({ line: 'a' }, INFEASIBLE)).toEqual([
      { type: 'line', data: 'a' },
      { type: 'error', data: { code: 'INFEASIBLE', detail: 'No line was found.' } },
    ]);
  });

  it('do not show a failure that nobody foresaw', async () => {
    await expect(eventsFrom({ line: 'a' }, new TypeError('x is undefined'))).rejects.toThrow(TypeError);
  });

  it('end the work when the reader leaves', async () => {
    const ended = { done: false };
    for await (const _ of eventsOf(stepsOf([{ line: 'a' }, { line: 'b' }], ended), split)) break;
    expect(ended.done).toBe(true);
  });
});

describe('the answer alone', () => {
  it('comes without the lines', async () => {
    expect(await answerOf(stepsOf([{ line: 'a' }, { answer: 3 }]))).toBe(3);
  });
});
