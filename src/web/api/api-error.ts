import type { Problem } from './types.ts';

/** A failure as a reader is told it: the API's own words where it answered, else what happened on the way. */
export class ApiError extends Error {
  override readonly name = 'ApiError' as const;
  readonly title: string;
  readonly detail: string;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly faults: readonly { path: string; message: string }[];

  constructor(facts: Partial<Problem> & { title: string; detail: string }) {
    super(`${facts.title}: ${facts.detail}`);
    this.title = facts.title;
    this.detail = facts.detail;
    this.status = facts.status ?? null;
    this.requestId = facts.requestId ?? null;
    this.faults = facts.errors ?? [];
  }
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Reads a failed response: problem details where they came, the bare status where something else answered. */
export async function toApiError(response: Response): Promise<ApiError> {
  const fallback = {
    title: `The server answered ${response.status}`,
    detail: 'It gave no reason. Try again in a moment.',
    status: response.status,
  };
  const requestId = response.headers.get('x-request-id');
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const body: Partial<Problem> = isProblem ? await response.json().catch(() => ({})) : {};
  const id = text(body.requestId) ?? requestId;
  return new ApiError({
    ...fallback,
    ...(text(body.title) && { title: body.title }),
    ...(text(body.detail) && { detail: body.detail }),
    ...(Array.isArray(body.errors) && { errors: body.errors }),
    ...(id !== null && { requestId: id }),
  });
}
