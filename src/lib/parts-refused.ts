import { AppError } from './errors.ts';

/** Parts of a request to a chat model that not every server takes. */
export const REQUEST_PARTS = [
  'schema',
  'thinking_switch',
  'max_tokens',
  'max_completion_tokens',
  'temperature',
] as const;
export type RequestPart = (typeof REQUEST_PARTS)[number];

/** A server that does not take some parts of a request; it may take the rest. */
export class PartsRefused extends AppError {
  readonly parts: readonly RequestPart[];
  /** Whether the server names the parts; else they are those that it may not know. */
  readonly isNamed: boolean;

  constructor(parts: readonly RequestPart[], isNamed: boolean, cause: unknown) {
    super('UPSTREAM_REJECTED', 'The language model refused the request.', { cause });
    this.parts = parts;
    this.isNamed = isNamed;
  }
}
