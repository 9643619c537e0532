import { describe, expect, it } from 'vitest';
import { costOfMillion } from '../../../scripts/bench/request/cost.ts';

describe('a million requests', () => {
  it('cost their number and their CPU milliseconds at Workers', () => {
    // $0.30 a million requests and $0.02 a million milliseconds.
    expect(costOfMillion({ cpu_ms: 0, redis_commands: 0, postgres_ms: 0 }).workers).toBe(0.3);
    expect(costOfMillion({ cpu_ms: 10, redis_commands: 0, postgres_ms: 0 }).workers).toBe(0.5);
  });

  it('cost their commands at Upstash and the time of their queries at Neon', () => {
    // $0.20 for 100,000 commands; an hour of one compute unit is 3.6 million milliseconds.
    const cost = costOfMillion({ cpu_ms: 0, redis_commands: 3, postgres_ms: 3.6 });
    expect(cost).toEqual({ workers: 0.3, redis: 6, postgres: 0.11, total: 6.41 });
  });
});
