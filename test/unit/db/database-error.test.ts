import { NeonDbError } from '@neondatabase/serverless';
import { describe, expect, it } from 'vitest';
import { toDatabaseError } from '../../../src/db/database-error.ts';
import { DatabaseRefusal } from '../../../src/lib/database-refusal.ts';
import { AppError } from '../../../src/lib/errors.ts';
import { describeCause } from '../../../src/lib/failure-cause.ts';

const ofPostgres = (code: string) => Object.assign(new NeonDbError('the words of a song'), { code });
const ofProxy = (status: number) =>
  new NeonDbError(`Server error (HTTP status ${status}): the words of a song`);

describe('a database error', () => {
  it.each([
    ['a body that is too large', ofProxy(413), 'HTTP_413'],
    ['another refused request', ofProxy(422), 'HTTP_422'],
    [
      'a body that Neon cannot read',
      new NeonDbError('request is too large (max is 10485760 bytes)'),
      'HTTP_400',
    ],
    [
      'an answer that we do not hold',
      new NeonDbError('Error connecting to database: RangeError: the answer is too large (max is 3 bytes)'),
      'HTTP_400',
    ],
    ['a text beyond what a tsvector holds', ofPostgres('54000'), '54000'],
    ['a character that text cannot hold', ofPostgres('22021'), '22021'],
  ])('is a refusal for good: %s', (_, error, code) => {
    const refusal = toDatabaseError(error);
    expect(refusal).toBeInstanceOf(DatabaseRefusal);
    expect(refusal).toMatchObject({ code, retryable: false });
    const cause = describeCause(refusal);
    expect(cause).toMatchObject({ upstream: 'database' });
    expect(cause.code).toMatch(code.startsWith('HTTP') ? /^DATABASE_HTTP_4/ : /^POSTGRES_/);
    expect(JSON.stringify([cause, String(refusal)])).not.toContain('words');
  });

  it.each([
    ['a proxy that fails', ofProxy(500)],
    ['too many requests', ofProxy(429)],
    ['an address where no database is', ofProxy(404)],
    ['a quota that is used up', ofProxy(402)],
    ['an endpoint that sleeps', new NeonDbError('Control plane request failed')],
    ['a lost connection', new NeonDbError('Error connecting to database: TypeError: fetch failed')],
    ['a shutdown', ofPostgres('57P01')],
    ['a login that it refuses', ofPostgres('28P01')],
    ['too many connections', ofPostgres('53300')],
    ['silence', new DOMException('slow', 'TimeoutError')],
  ])('is an outage: %s', (_, error) => {
    const outage = toDatabaseError(error);
    expect(outage).toBeInstanceOf(AppError);
    expect(outage).toMatchObject({ code: 'DATABASE_UNAVAILABLE', retryable: true });
  });

  it('is QUERY_TIMEOUT when the database ended the query', () => {
    expect(toDatabaseError(ofPostgres('57014'))).toMatchObject({ code: 'QUERY_TIMEOUT' });
  });

  it.each(['23505', '40001', '40P01'])('keeps the Postgres error when a retry may succeed: %s', (code) => {
    const error = ofPostgres(code);
    expect(toDatabaseError(error)).toBe(error);
  });
});
