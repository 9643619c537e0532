import { z } from 'zod';
import { AppError, ERROR_TABLE, type ErrorCode } from '../../lib/errors.ts';
import { type Analysis, AnalysisSchema } from '../../lyrics/contract.ts';
import { AnalysisFailure } from './make-analysis.ts';

/** The result of asking the models for an analysis: an answer, or a failure that each caller handles in its own way. */
export type ModelEnd =
  | { answer: { analysis: Analysis; cached: boolean; analysisId: number | null } }
  | { failure: AnalysisFailure; isOurs: boolean };

const CODES = Object.keys(ERROR_TABLE) as [ErrorCode, ...ErrorCode[]];

const SerializedEndSchema = z.union([
  // The analysis itself is included only if it could not be stored.
  z.object({ analysis: AnalysisSchema.nullable() }),
  z.object({
    code: z.enum(CODES),
    detail: z.string(),
    reason: z.string(),
    retryAfterMs: z.number().optional(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
  }),
]);
export type SerializedEnd = z.infer<typeof SerializedEndSchema>;

/** The result in the form that other callers receive. */
export function serializeEnd(end: { value: ModelEnd } | { error: unknown }): string {
  if ('error' in end) return failureText(new AppError('INTERNAL', 'The failure was logged.'));
  if ('failure' in end.value) return failureText(end.value.failure);
  const { analysis, analysisId } = end.value.answer;
  const told: SerializedEnd = { analysis: analysisId === null ? analysis : null };
  return JSON.stringify(told);
}

function failureText({ code, detail, reason, retryAfterMs, errors }: AppError): string {
  const told: SerializedEnd = {
    code,
    detail,
    reason,
    errors: [...errors],
    ...(retryAfterMs && { retryAfterMs }),
  };
  return JSON.stringify(told);
}

/**
 * Parses the output of `serializeEnd`: a failure, or the analysis if it was not stored; null if it was, or if another
 * version wrote it in a shape that this one does not know.
 */
export function parseEnd(text: string): { failure: AnalysisFailure } | { analysis: Analysis | null } {
  const told = SerializedEndSchema.safeParse(JSON.parse(text)).data ?? { analysis: null };
  if (!('code' in told)) return told;
  const { code, detail, ...options } = told;
  return { failure: new AnalysisFailure(new AppError(code, detail, options), []) };
}
