import { AppError } from './errors.ts';

/** Parts of a request to a chat model that some servers do not support. */
export const REQUEST_PARTS = [
  'schema',
  'thinking_switch',
  'max_tokens',
  'max_completion_tokens',
  'temperature',
  'stream_usage',
] as const;
export type RequestPart = (typeof REQUEST_PARTS)[number];

/** A server that does not support some parts of a request; it may accept the rest. */
export class PartsRefused extends AppError {
  readonly parts: readonly RequestPart[];
  /** Whether the server named the parts; otherwise they are the parts that it may not know. */
  readonly isNamed: boolean;

  constructor(parts: readonly RequestPart[], isNamed: boolean, cause: unknown) {
    super('UPSTREAM_REJECTED', 'The language model refused the request.', { cause });
    this.parts = parts;
    this.isNamed = isNamed;
  }
}
