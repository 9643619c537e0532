import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, judgeGate } from '../../../scripts/release/decide/judge-gate.ts';
import { answersBetween, readLane } from '../../../scripts/release/site/read-answers.ts';

const answers = (requests: number, failures = 0, p95Seconds: number | null = null): Answers => ({
  requests,
  failures,
  p95Seconds,
});

describe('the gate', () => {
  it.each([
    ['no requests', answers(0), answers(0)],
    ['one failure of three', answers(3, 1), answers(100)],
    ['a share of failures like before', answers(200, 20), answers(2000, 200)],
    ['fast answers', answers(500, 0, 0.4), answers(500, 0, 0.05)],
    ['as slow as before', answers(500, 0, 3), answers(500, 0, 2)],
  ])('passes with %s', (_, candidate, base) => expect(judgeGate(candidate, base)).toBeNull());

  it.each([
    ['all of three failing', answers(3, 3), answers(100)],
    ['3 % failing', answers(1000, 30), answers(1000)],
    ['three times as many failures', answers(1000, 60), answers(1000, 20)],
    ['twice as slow', answers(500, 0, 2.1), answers(500, 0, 1)],
    ['slow without a version to compare', answers(500, 0, 0.6), answers(0)],
  ])('fails with %s', (_, candidate, base) => expect(judgeGate(candidate, base)).not.toBeNull());

  it('never passes a version because it failed more, and never fails one that is like the one before', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.nat(1000),
        fc.nat(1000),
        fc.nat(1000),
        (requests, failures, more, base) => {
          const failed = Math.min(failures, requests);
          const before = answers(1000, base);
          if (judgeGate(answers(requests, failed), before) !== null)
            expect(judgeGate(answers(requests, Math.min(requests, failed + more)), before)).not.toBeNull();
          expect(judgeGate(answers(requests, failed), answers(requests, failed))).toBeNull();
        },
      ),
    );
  });
});

describe('the counters of a version', () => {
  const metrics = (slow: number, failed: number) =>
    [
      '# TYPE barline_release_request_seconds histogram',
      'barline_release_request_seconds_bucket{lane="a",status="2xx",le="0.05"} 90',
      `barline_release_request_seconds_bucket{lane="a",status="2xx",le="1"} ${90 + slow}`,
      `barline_release_request_seconds_bucket{lane="a",status="2xx",le="+Inf"} ${90 + slow}`,
      `barline_release_request_seconds_bucket{lane="a",le="0.05",status="5xx"} ${failed}`,
      `barline_release_request_seconds_bucket{lane="a",le="+Inf",status="5xx"} ${failed}`,
      'barline_release_request_seconds_bucket{lane="b",status="2xx",le="+Inf"} 7',
      'barline_http_requests_total{status="5xx"} 1000',
    ].join('\n');

  it('are read by lane, and only what was counted meanwhile is judged', () => {
    const before = readLane(metrics(0, 1), 'a');
    expect(answersBetween(before, readLane(metrics(200, 4), 'a'))).toEqual({
      requests: 203,
      failures: 3,
      p95Seconds: expect.closeTo(0.95, 1),
    });
    expect(answersBetween(before, readLane(metrics(5, 1), 'a'))).toMatchObject({
      requests: 5,
      p95Seconds: null,
    });
    expect(readLane(metrics(0, 0), 'b').buckets.get(Number.POSITIVE_INFINITY)).toBe(7);
  });

  it('are not judged when they shrank', () => {
    expect(answersBetween(readLane(metrics(9, 1), 'a'), readLane(metrics(0, 1), 'a'))).toBeNull();
  });
});
