import { NeonDbError } from '@neondatabase/serverless';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../../src/lib/errors.ts';
import { causeText, describeCause, FailureCauseSchema, nextCause } from '../../../src/lib/failure-cause.ts';
import { SourceError } from '../../../src/lib/source-error.ts';
import { toModelError } from '../../../src/llm/errors.ts';

const SECRET = 'words of a song that nobody may see';

function thrown(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('a cause', () => {
  it('names the code, the upstream and the status of what failed', () => {
    const refused = Object.assign(new Error('401 {"key": "secret"}'), { status: 401 });
    const cause = { cause: refused, upstream: 'embeddings' };
    expect(describeCause(new AppError('UPSTREAM_REJECTED', 'The embeddings refused it.', cause))).toEqual({
      code: 'UPSTREAM_REJECTED',
      message: 'The embeddings refused it. HTTP 401.',
      upstream: 'embeddings',
    });
    const source = new SourceError('unavailable', 'the host fails', { host: 'api.example', status: 503 });
    expect(describeCause(source)).toEqual({
      code: 'UNAVAILABLE',
      message: 'the host fails HTTP 503.',
      upstream: 'api.example',
    });
    const odd = new Error('bad_reply: not JSON', { cause: new SourceError('bad_reply', 'not JSON') });
    expect(describeCause(odd).code).toBe('BAD_REPLY');
    expect(describeCause(toModelError(new Error('x'), 'chat model')).upstream).toBe('chat model');
    expect(describeCause(new AppError('DATABASE_UNAVAILABLE', 'gone')).upstream).toBe('database');
  });

  it.each([
    ['a JSON parser', thrown(() => JSON.parse(`{"a": ${SECRET}`))],
    ['a JSON parser at its end', thrown(() => JSON.parse(`["${SECRET}`))],
    ['a schema', thrown(() => z.literal('a').parse(SECRET))],
    ['a value', thrown(() => new URL(SECRET))],
    ['a quote', new Error(`cannot read "${SECRET}" or '${SECRET}' or \`${SECRET}\` or {${SECRET}`)],
    ['a thrown text', SECRET],
    [
      'Postgres',
      Object.assign(new NeonDbError(`invalid input: "${SECRET}"`), { code: '22P02', detail: SECRET }),
    ],
    ['Postgres unquoted', Object.assign(new NeonDbError(`value ${SECRET}`), { code: '22021' })],
  ])('of %s does not show its input', (_, error) => {
    const cause = describeCause(error);
    expect(JSON.stringify(cause)).not.toMatch(/nobody|words of/);
    expect(cause.code).toMatch(/^[A-Z0-9_]+$/);
    expect(cause.message).not.toBe('');
  });

  it('of Postgres names the violated constraint', () => {
    const error = Object.assign(new NeonDbError('duplicate key value violates unique constraint'), {
      code: '23505',
      table: 'artists',
      constraint: 'artists_genius_id_key',
      detail: SECRET,
    });
    expect(describeCause(error)).toEqual({
      code: 'POSTGRES_23505',
      message: 'Postgres refused it: table artists, constraint artists_genius_id_key.',
      upstream: 'database',
    });
  });

  it('is one line of bounded length for any message', () => {
    const { message } = describeCause(new AppError('INTERNAL', `line\nline ${'x'.repeat(10_000)} \ud800`));
    expect(message.length).toBeLessThanOrEqual(300);
    expect(message).not.toContain('\n');
    expect(message.isWellFormed()).toBe(true);
  });

  it('counts the failures and keeps the time of the first', () => {
    const first = nextCause(null, new AppError('INTERNAL', 'one'), 0);
    const second = nextCause(first, new AppError('UPSTREAM_UNAVAILABLE', 'two'), 60_000);
    expect(FailureCauseSchema.parse(second)).toEqual({
      code: 'UPSTREAM_UNAVAILABLE',
      message: 'two',
      upstream: null,
      attempts: 2,
      first_at: '1970-01-01T00:00:00.000Z',
      last_at: '1970-01-01T00:01:00.000Z',
    });
    expect(causeText(second)).toBe('UPSTREAM_UNAVAILABLE: two 2 tries.');
    expect(causeText({ ...first, upstream: 'llm' })).toBe('INTERNAL (llm): one');
  });
});
