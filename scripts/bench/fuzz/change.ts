import type { Draft } from './draft.ts';
import type { Draw } from './draw.ts';
import type { KnownValues } from './known-values.ts';

export interface BreakParts {
  draw: Draw;
  known: KnownValues;
}

/** Changes a request in place. */
export type Change = (draft: Draft, parts: BreakParts) => void;
