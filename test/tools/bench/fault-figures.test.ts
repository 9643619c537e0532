import { describe, expect, it } from 'vitest';
import { trafficFigures } from '../../../scripts/bench/faults/fault-figures.ts';
import type { Outcome, Sent } from '../../../scripts/bench/faults/send.ts';
import { trafficRequest } from '../../../scripts/bench/faults/traffic.ts';

/** One request every 100 ms, answered after 10 ms more than the one before. */
const sentAs = (outcomes: readonly Outcome[]): Sent[] =>
  outcomes.map((outcome, i) => ({
    kind: 'read',
    atMs: i * 100,
    ms: 10 * (i + 1),
    outcome,
    why: outcome === 'good' ? null : `why ${outcome}`,
    accepted: null,
  }));
const times = (n: number, outcome: Outcome): Outcome[] => new Array(n).fill(outcome);

describe('the figures of a fault', () => {
  const span = { fromMs: 500, toMs: 1000 };

  it('count failures by phase and reason, and neither refused connections nor 429', () => {
    const during: Outcome[] = ['unavailable', 'broken', 'degraded', 'limited', 'refused'];
    const figures = trafficFigures(sentAs([...times(5, 'good'), ...during, ...times(10, 'good')]), span);
    expect(figures).toMatchObject({
      before: { requests: 5, error_rate: 0, p50_ms: 30, p95_ms: 40 },
      during: { requests: 5, error_rate: 0.667 },
      after: { requests: 10, error_rate: 0 },
      degraded: { 'why degraded': 1 },
      unavailable: { 'why unavailable': 1 },
      broken: { 'why broken': 1 },
      limited: 1,
      refused: 1,
    });
  });

  it('time the recovery to the first of ten answers in a row, also without degraded ones', () => {
    const after: Outcome[] = [
      ...times(2, 'good'),
      'unavailable',
      ...times(4, 'degraded'),
      ...times(10, 'good'),
    ];
    const figures = trafficFigures(sentAs([...times(10, 'good'), ...after]), span);
    // Requests 13 and 17, sent 300 and 700 ms after the end.
    expect([figures.recovered_ms, figures.undegraded_ms]).toEqual([300 + 140, 700 + 180]);
  });

  it('say so where it does not recover', () => {
    const figures = trafficFigures(sentAs([...times(10, 'good'), ...times(9, 'good'), 'unavailable']), span);
    expect([figures.recovered_ms, figures.undegraded_ms]).toEqual([null, null]);
  });
});

describe('the traffic', () => {
  it('is the same for the same number, mixes every kind, and no two writes are alike', () => {
    const requests = Array.from({ length: 400 }, (_, i) => trafficRequest(i));
    expect(requests).toEqual(Array.from({ length: 400 }, (_, i) => trafficRequest(i)));
    const kinds = Map.groupBy(requests, ({ kind }) => kind);
    const counts = Object.fromEntries(Array.from(kinds, ([kind, ones]) => [kind, ones.length]));
    expect(counts).toEqual({
      read: 160,
      search: 100,
      analyze: 80,
      batch: 20,
      export: 20,
      artist: 10,
      track: 10,
    });
    const writes = [...(kinds.get('batch') ?? []), ...(kinds.get('track') ?? [])];
    expect(new Set(writes.map(({ body }) => JSON.stringify(body))).size).toBe(30);
  });
});
