import { OpenAPIHono, z } from '@hono/zod-openapi';
import { AppError, type FieldFault } from '../lib/errors.ts';
import { issueText } from '../lib/issue-text.ts';
import type { AppEnv } from './app-env.ts';
import { MAX_FAULTS, MAX_PATH } from './problem.ts';
import { shorten } from './shorten.ts';
import { StaticMatches } from './static-matches.ts';

/** Maximum number of paths named in the sentence of a problem. */
const MAX_NAMED = 5;
// The validator of the routes takes no options of its own, so that the sentences are set for all schemas.
z.config({ customError: issueText });

const TARGET_NAMES: Record<string, string> = { json: 'body', param: 'path' };

interface Issue {
  path: readonly PropertyKey[];
  code?: string | undefined;
  message: string;
  keys?: readonly string[];
}

/** The first faults of a list and their total number. */
interface Faults {
  shown: FieldFault[];
  total: number;
}

/** A schema's issues as faults, each with its path: `body.lyrics`, `query.limit`. */
function toFaults(target: string, issues: readonly Issue[]): Faults {
  const root = TARGET_NAMES[target] ?? target;
  const shown: FieldFault[] = [];
  let total = 0;
  const add = (path: readonly PropertyKey[], code: string | undefined, message: string): void => {
    total += 1;
    if (shown.length >= MAX_FAULTS) return;
    shown.push({
      path: [root, ...path.map(String)].join('.'),
      code: (code ?? 'invalid').toUpperCase(),
      message,
    });
  };
  for (const { path, code, message, keys } of issues) {
    // An unknown field is reported under its own path instead of its parent's.
    if (keys === undefined) add(path, code, message);
    else for (const key of keys) add([...path, key], code, 'is not a known field');
  }
  return { shown, total };
}

/** A router that reports schema failures as 422 problems with the path of every fault. */
export function createRouter() {
  return new OpenAPIHono<AppEnv>({
    router: new StaticMatches(),
    defaultHook: (result) => {
      if (result.success) return;
      const { shown, total } = toFaults(result.target, result.error.issues as readonly Issue[]);
      const paths = new Set(shown.map(({ path }) => shorten(path, MAX_PATH)));
      const names = [...paths].slice(0, MAX_NAMED);
      const rest = paths.size - names.length + total - shown.length;
      const more = rest > 0 ? ` and ${rest} more` : '';
      throw new AppError('VALIDATION_FAILED', `Not valid: ${names.join(', ')}${more}.`, {
        errors: shown,
        errorsTotal: total,
      });
    },
  });
}
