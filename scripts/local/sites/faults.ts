import { z } from 'zod';

export const FAULT_KINDS = [
  'broken_json',
  'challenge',
  'changed_classes',
  'endless',
  'html_reply',
  'huge',
  'latency',
  'overflow_ids',
  'quota_exceeded',
  'rate_limited',
  'redirect_host',
  'redirect_loop',
  'server_error',
  'truncated',
  'windows_1251',
  'without_dom',
  'without_state',
  'wrong_artists',
  'wrong_content_type',
] as const;

/**
 * One way to misbehave. It holds for requests of its `scope` whose path contains `path`, `times` times (for
 * ever when null) after letting `skip` of them through. `amount` is milliseconds for `latency`, seconds for
 * `rate_limited`, a status for `server_error`, bytes for `huge`, characters kept for `truncated`.
 */
export const FaultSchema = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  scope: z.enum(['all', 'api', 'page', 'robots']).default('all'),
  path: z.string().default(''),
  times: z.int().positive().nullable().default(null),
  skip: z.int().nonnegative().default(0),
  amount: z.number().nonnegative().optional(),
  location: z.string().optional(),
});

export type Fault = z.output<typeof FaultSchema>;
export type FaultInput = z.input<typeof FaultSchema>;
export type FaultKind = Fault['kind'];

export interface FaultBoard {
  add(fault: FaultInput): void;
  clear(): void;
  /** The faults that this request meets; each of them is used up by one. */
  take(scope: 'api' | 'page' | 'robots', path: string): Fault[];
  list(): readonly Fault[];
}

export function createFaultBoard(): FaultBoard {
  const faults: Fault[] = [];

  function meets(fault: Fault, scope: 'api' | 'page' | 'robots', path: string): boolean {
    // Faults apply to robots.txt only when it is named: a fault there would hide faults of all other paths.
    if (scope === 'robots' && fault.scope !== 'robots') return false;
    if (fault.scope !== 'all' && fault.scope !== scope) return false;
    if (!path.includes(fault.path) || fault.times === 0) return false;
    if (fault.skip > 0) {
      fault.skip -= 1;
      return false;
    }
    if (fault.times !== null) fault.times -= 1;
    return true;
  }
  return {
    add: (fault) => void faults.push(FaultSchema.parse(fault)),
    clear: () => void faults.splice(0),
    take: (scope, path) => faults.filter((fault) => meets(fault, scope, path)),
    list: () => faults,
  };
}
