import { afterEach, describe, expect, it, vi } from 'vitest';
import { createContainer } from '../../src/container.ts';
import type { Actor } from '../../src/context.ts';
import type { Env } from '../../src/env.ts';

const SECRET = 'hunter2-hunter2-hunter2-hunter2';
const ENV: Env = {
  ENVIRONMENT: 'production',
  ADMIN_TOKEN: SECRET,
  DATABASE_URL: `postgresql://me:${SECRET}@db.example/barline?sslmode=disable`,
  UPSTASH_REDIS_REST_URL: `http://${SECRET}.example`,
  UPSTASH_REDIS_REST_TOKEN: SECRET,
};
const VISITOR: Actor = { type: 'anonymous', address: '192.0.2.1', scopes: [] };

afterEach(() => {
  vi.restoreAllMocks();
});

/** What an isolate writes to its log while it answers these invocations. */
function logOf(invocations: readonly { env: Env; actor: Actor }[]): { level: string; variables: unknown }[] {
  const lines: string[] = [];
  for (const method of ['error', 'warn', 'log'] as const)
    vi.spyOn(console, method).mockImplementation((line: string) => void lines.push(line));
  const open = createContainer({ lexicon: new ArrayBuffer(0), engineVersion: 'engine-test' });
  for (const { env, actor } of invocations) open({ env, actor, requestId: 'req_test', waitUntil: () => {} });
  expect(lines.join()).not.toContain('hunter2');
  return lines.map((line) => JSON.parse(line) as { level: string; variables: unknown });
}

describe('the log of an isolate', () => {
  it('names refused and missing variables at its start, once', () => {
    const lines = logOf(Array.from({ length: 3 }, () => ({ env: { ...ENV }, actor: VISITOR })));
    expect(lines.map(({ level, variables }) => [level, variables])).toEqual([
      [
        'error',
        [
          { name: 'DATABASE_URL', message: 'must ask for TLS: sslmode=require or verify-full' },
          { name: 'UPSTASH_REDIS_REST_URL', message: 'must begin with https://' },
        ],
      ],
      ['warn', ['EMBEDDINGS_BASE_URL', 'EMBEDDINGS_API_KEY']],
    ]);
  });

  it('names those of another configuration when that comes', () => {
    const mended = { ...ENV, DATABASE_URL: 'postgresql://me:pw@db.example/barline' };
    const lines = logOf([ENV, mended, ENV].map((env) => ({ env, actor: VISITOR })));
    expect(lines.filter(({ level }) => level === 'error')).toHaveLength(2);
  });

  it('of a command has none of them', () => {
    expect(logOf([{ env: ENV, actor: { type: 'operator' } }])).toEqual([]);
  });
});
