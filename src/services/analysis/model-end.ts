import { z } from 'zod';
import { AppError, ERROR_TABLE, type ErrorCode } from '../../lib/errors.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { AnalysisFailure } from './make-analysis.ts';

/** How asking the models for an analysis ended: with an answer, or with the failure that each caller deals with as it likes. */
export type ModelEnd =
  | { answer: { analysis: Analysis; cached: boolean; analysisId: number | null } }
  | { failure: AnalysisFailure; isOurs: boolean };

const CODES = Object.keys(ERROR_TABLE) as [ErrorCode, ...ErrorCode[]];

const SerializedEndSchema = z.union([
  // The analysis itself only where nobody could store it.
  z.object({ analysis: z.custom<Analysis>().nullable() }),
  z.object({
    code: z.enum(CODES),
    detail: z.string(),
    reason: z.string(),
    retryAfterMs: z.number().optional(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
  }),
]);
export type SerializedEnd = z.infer<typeof SerializedEndSchema>;

/** An end as others are told of it. */
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

/** Reads what `serializeEnd` wrote: a failure, or the analysis where it was stored nowhere, else null. */
export function parseEnd(text: string): { failure: AnalysisFailure } | { analysis: Analysis | null } {
  const told = SerializedEndSchema.parse(JSON.parse(text));
  if (!('code' in told)) return told;
  const { code, detail, ...options } = told;
  return { failure: new AnalysisFailure(new AppError(code, detail, options), []) };
}
