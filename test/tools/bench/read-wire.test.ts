import { describe, expect, it } from 'vitest';
import { NOTHING, readWire } from '../../../scripts/bench/request/read-wire.ts';

const redis = (path: string, body: unknown) =>
  readWire({ service: 'redis', path, body: JSON.stringify(body) });
const postgres = (body: unknown) =>
  readWire({ service: 'postgres', path: '/sql', body: JSON.stringify(body) });

describe('the price of a request on the wire', () => {
  it.each([
    ['one command', '/', ['get', 'bl:v1:state:x'], 1],
    ['a pipeline', '/pipeline', [['get', 'a'], ['set', 'b', 1], ['ping']], 3],
    [
      'a transaction',
      '/multi-exec',
      [
        ['incr', 'a'],
        ['pexpire', 'a', 1000],
      ],
      2,
    ],
    ['counters that are read', '/', ['hgetall', 'bl:v1:metrics'], 1],
  ])('to Redis counts the commands of %s', (_, path, body, redis_commands) => {
    const outgoing = { ...NOTHING, redis_round_trips: 1, redis_commands };
    expect(redis(path, body)).toEqual({ isMetrics: false, outgoing });
  });

  it('to Redis counts a command in the path, whose body is a value', () => {
    const sent = { service: 'redis', path: '/set/bl%3Av1%3Aanalysis%3Ax', body: 'any bytes' } as const;
    const outgoing = { ...NOTHING, redis_round_trips: 1, redis_commands: 1 };
    expect(readWire(sent)).toEqual({ isMetrics: false, outgoing });
  });

  it('to Redis is told apart when it only adds to the counters', () => {
    const flush = [
      ['hincrby', 'bl:v1:metrics', 'a|b|', 1],
      ['hincrby', 'bl:v1:metrics:5985632', 'a|b|', 1],
      ['expire', 'bl:v1:metrics:5985632', 7200],
    ];
    expect(redis('/pipeline', flush)).toMatchObject({ isMetrics: true, outgoing: { redis_commands: 3 } });
    const script = [
      'eval',
      'return 1',
      3,
      'bl:v1:metrics',
      'bl:v1:metrics:5985632',
      'bl:v1:metrics:last:iso',
      1,
    ];
    expect(redis('/pipeline', [script]).isMetrics).toBe(true);
    expect(redis('/', ['eval', 'return 1', 1, 'bl:v1:lines:2026-11-26:local', 8]).isMetrics).toBe(false);
    expect(redis('/pipeline', [...flush, ['get', 'bl:v1:state:x']]).isMetrics).toBe(false);
  });

  it('to Postgres counts the statements of one round trip', () => {
    const alone = postgres({ query: 'select 1', params: [] });
    expect(alone.outgoing).toEqual({ ...NOTHING, postgres_round_trips: 1, statements: 1 });
    const batch = postgres({ queries: [{ query: 'select 1' }, { query: 'select 2' }] });
    expect(batch.outgoing).toEqual({ ...NOTHING, postgres_round_trips: 1, statements: 2 });
  });

  it('refuses a body that is not of the protocol', () => {
    expect(() => redis('/pipeline', { command: 'get' })).toThrow();
    expect(() => readWire({ service: 'redis', path: '/', body: 'get a' })).toThrow();
  });
});
