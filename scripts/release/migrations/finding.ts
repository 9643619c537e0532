/** Why a statement must not run while the deployed version serves requests. */
export const RULES = {
  rewrite: 'rewrites the table while nobody can read it',
  scan: 'reads the whole table while nobody can write to it or read it',
  index: 'builds an index while nobody can write to the table',
  write: 'changes existing rows without a bound, and locks each of them until the file ends',
  held: 'takes long while an earlier statement of the file keeps a lock',
  drop: 'removes or renames what the deployed version may use',
  fails: 'fails on a table that has rows',
  settings: 'changes a limit that the migrations run under',
  repeat: 'cannot be repeated after it broke off half way, or runs only outside a transaction',
  unknown: 'cannot be judged',
} as const;

export type Rule = keyof typeof RULES;

export interface Finding {
  rule: Rule;
  /** Of the statement in its file, from 1. */
  line: number;
  /** What was found, as a sentence without a full stop. */
  what: string;
}

/** What the judges of single statements tell; the line is added by their caller. */
export type Fault = Omit<Finding, 'line'>;
