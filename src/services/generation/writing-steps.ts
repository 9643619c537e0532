import { AppError } from '../../lib/errors.ts';

/** A line when it stands, or in the end the whole answer. A later line of the same number replaces the former. */
export type WritingStep<Line, Answer> = { line: Line } | { answer: Answer };

export type WritingEvent<Line, Report, End> =
  | { type: 'line'; data: Line }
  | { type: 'report'; data: Report }
  | { type: 'done'; data: End }
  | { type: 'error'; data: { code: string; detail: string } };

type Steps<Line, Answer> = AsyncGenerator<WritingStep<Line, Answer>>;

/** The answer without the lines before it. */
export async function answerOf<Line, Answer>(steps: Steps<Line, Answer>): Promise<Answer> {
  for await (const step of steps) if ('answer' in step) return step.answer;
  throw new AppError('INTERNAL', 'The text was not finished.');
}

/**
 * The steps as events: each line, then the report, then the end. What fails before the first line is thrown, so that it
 * is answered with its status; later it is the last event.
 */
export async function* eventsOf<Line, Answer, Report, End>(
  steps: Steps<Line, Answer>,
  split: (answer: Answer) => { report: Report; end: End },
): AsyncGenerator<WritingEvent<Line, Report, End>> {
  let hasBegun = false;
  try {
    for await (const step of steps) {
      hasBegun = true;
      if ('line' in step) {
        yield { type: 'line', data: step.line };
        continue;
      }
      const { report, end } = split(step.answer);
      yield { type: 'report', data: report };
      yield { type: 'done', data: end };
    }
  } catch (error) {
    if (!hasBegun || !(error instanceof AppError)) throw error;
    yield { type: 'error', data: { code: error.code, detail: error.detail } };
  }
}
