import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
};

const FORMATS: Readonly<Record<string, string>> = {
  url: 'must be a whole address, such as https://example.com',
  uuid: 'must be a UUID',
};

/**
 * What a value must be, as a predicate for the name of its field; undefined: the schema library's own sentence. A message
 * that a schema gives itself comes first, as the library looks here only for issues without one.
 */
export function issueText(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      // A parameter that is given twice arrives as a list.
      if (Array.isArray(issue.input) && issue.expected === 'string') return 'must be one text, not a list';
      return kindText(issue.expected);
    case 'too_small':
      return boundText(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum);
    case 'too_big':
      return boundText(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum);
    case 'invalid_value':
      return `must be ${alternatives(issue.values.map(String))}`;
    case 'invalid_format':
      return FORMATS[issue.format];
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    default:
      return undefined;
  }
}

function kindText(expected: string): string | undefined {
  const kind = KINDS[expected];
  return kind === undefined ? undefined : `must be ${kind}`;
}

function boundText(origin: string, relation: string, bound: number | bigint): string | undefined {
  if (origin === 'number' || origin === 'int') return `must be ${relation} ${bound}`;
  const unit = { string: ['character', 'characters'], array: ['entry', 'entries'] }[origin];
  if (unit === undefined) return undefined;
  if (relation === 'at least' && bound === 1) return 'must not be empty';
  return `must have ${relation} ${bound} ${unit[bound === 1 ? 0 : 1]}`;
}

const alternatives = (values: readonly string[]): string =>
  values.length === 1 ? `${values[0]}` : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
