import { expect, it } from 'vitest';
import { problemCodes } from '../../../src/web/docs/problem-codes.ts';

it('gathers each problem code of the document once, by status', () => {
  const responses = {
    200: { description: 'Hits, the best first' },
    503: { description: 'B_LATE: The second; A_LATE: The first' },
    404: { description: 'NOT_FOUND: Resource not found' },
  };
  expect(problemCodes({ paths: { '/a': { get: { responses } }, '/b': { get: { responses } } } })).toEqual([
    { status: '404', code: 'NOT_FOUND', title: 'Resource not found' },
    { status: '503', code: 'A_LATE', title: 'The first' },
    { status: '503', code: 'B_LATE', title: 'The second' },
  ]);
});

it('finds nothing in an empty document', () => {
  expect(problemCodes({})).toEqual([]);
});
