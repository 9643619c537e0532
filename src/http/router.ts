import { OpenAPIHono } from '@hono/zod-openapi';
import { AppError, type FieldFault } from '../lib/errors.ts';
import type { AppEnv } from './app-env.ts';

const TARGET_NAMES: Record<string, string> = { json: 'body', param: 'path' };

interface Issue {
  path: readonly PropertyKey[];
  code?: string | undefined;
  message: string;
  keys?: readonly string[];
}

/** A schema's issues as faults with the path of each: `body.lyrics`, `query.limit`. */
function toFaults(target: string, issues: readonly Issue[]): FieldFault[] {
  const root = TARGET_NAMES[target] ?? target;
  return issues.flatMap((issue) => {
    const path = [root, ...issue.path.map(String)];
    const code = (issue.code ?? 'invalid').toUpperCase();
    // An unknown field is reported under its own path rather than its parent's.
    if (issue.keys !== undefined) {
      return issue.keys.map((key) => ({
        path: [...path, key].join('.'),
        code,
        message: 'is not a known field',
      }));
    }
    return [{ path: path.join('.'), code, message: issue.message }];
  });
}

/** A router whose schema failures are 422 problems with the path of every fault. */
export function createRouter() {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = toFaults(result.target, result.error.issues as readonly Issue[]);
      const list = errors.map((fault) => fault.path).join(', ');
      throw new AppError('VALIDATION_FAILED', `Not as the schema asks: ${list}.`, { errors });
    },
  });
}
