/** The kinds of faults that are counted. */
export const KINDS = ['undocumented', 'responses_5xx', 'schema_violations', 'canary_leaks'] as const;
export type Kind = (typeof KINDS)[number];

export interface Fault {
  kind: Kind;
  /** What is wrong, without values that differ from request to request. */
  what: string;
}

export const fault = (kind: Kind, what: string): Fault => ({ kind, what });
