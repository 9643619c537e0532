import type { Problem } from './types.ts';

export interface FailureFacts extends Pick<Partial<Problem>, 'status' | 'code' | 'requestId' | 'errors'> {
  /** What happened, in a few words. */
  title: string;
  detail: string;
  /** What the reader can do about it. */
  advice: string;
  /** Whether the same request may succeed later. */
  isTransient: boolean;
}

/** A failure as a reader is told it: what happened and what to do. */
export class ApiError extends Error {
  override readonly name = 'ApiError' as const;
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
  readonly isTransient: boolean;
  readonly status: number | null;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly faults: readonly { path: string; message: string }[];

  constructor(facts: FailureFacts) {
    super(`${facts.title}: ${facts.detail}`);
    this.title = facts.title;
    this.detail = facts.detail;
    this.advice = facts.advice;
    this.isTransient = facts.isTransient;
    this.status = facts.status ?? null;
    this.code = facts.code ?? null;
    this.requestId = facts.requestId ?? null;
    this.faults = facts.errors ?? [];
  }
}
