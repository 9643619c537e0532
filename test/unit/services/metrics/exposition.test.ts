import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUCKETS_SECONDS, METRICS } from '../../../../src/lib/metrics/definitions.ts';
import { seriesField } from '../../../../src/lib/metrics/recorder.ts';
import { renderExposition } from '../../../../src/services/metrics/exposition.ts';
import { countMetrics } from '../../../support/counted-metrics.ts';

/** A line of the text format, version 0.0.4: name, labels with escapes, number. */
const SAMPLE =
  /^([a-z_]+)(?:\{((?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)*)\})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/;
const LABEL = /([a-z_]+)="((?:[^"\\\n]|\\["\\n])*)"/g;

interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

function parse(text: string): Sample[] {
  expect(text.endsWith('\n')).toBe(true);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [, name = '', labels = '', value] = SAMPLE.exec(line) ?? [];
    expect(name, `not a sample: ${line}`).not.toBe('');
    const pairs = Array.from(labels.matchAll(LABEL), ([, key = '', label = '']) => [
      key,
      label.replaceAll(/\\(.)/g, '$1'),
    ]);
    return { name, labels: Object.fromEntries(pairs), value: Number(value) };
  });
}

const label = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', '|', ',', '=', 'a'), maxLength: 6 }),
);

describe('the exposition', () => {
  it('adds the counts of a series for any labels', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(label, fc.integer({ min: 1, max: 9 })), { maxLength: 12 }), (counts) => {
        const { metrics, counted } = countMetrics();
        for (const [outcome, by] of counts) metrics.count('barline_jobs_total', { type: 'a', outcome }, by);
        const samples = parse(renderExposition(Object.fromEntries(counted)));
        const total = samples.reduce((sum, sample) => sum + sample.value, 0);
        expect(total).toBe(counts.reduce((sum, [, by]) => sum + by, 0));
        expect(samples.every(({ name }) => name === 'barline_jobs_total')).toBe(true);
      }),
    );
  });

  it('shows histograms with cumulative buckets, and sums to the microsecond', () => {
    const seconds = fc.oneof(
      fc.double({ min: 0, max: 120, noNaN: true }),
      fc.constantFrom(...BUCKETS_SECONDS),
    );
    fc.assert(
      fc.property(fc.array(seconds, { minLength: 1, maxLength: 30 }), (observed) => {
        const { metrics, counted } = countMetrics();
        for (const one of observed)
          metrics.observe('barline_http_request_seconds', { route: '/search' }, one);
        const samples = parse(renderExposition(Object.fromEntries(counted)));
        const buckets = samples.filter(({ name }) => name.endsWith('_bucket'));
        for (const { labels, value } of buckets) {
          const bound = labels.le === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels.le);
          expect(value).toBe(observed.filter((one) => one <= bound).length);
        }
        expect(buckets).toHaveLength(BUCKETS_SECONDS.length + 1);
        const rest = Object.fromEntries(
          samples.filter((one) => !buckets.includes(one)).map((one) => [one.name, one.value]),
        );
        expect(rest.barline_http_request_seconds_count).toBe(observed.length);
        expect(rest.barline_http_request_seconds_sum).toBeCloseTo(
          observed.reduce((a, b) => a + b, 0),
          4,
        );
      }),
    );
  });

  it('names and describes every series once, in the order of its definitions', () => {
    const { metrics, counted } = countMetrics();
    metrics.count('barline_songs_total', { outcome: 'ok' });
    metrics.count('barline_songs_total', { outcome: 'blocked' });
    metrics.count('barline_parse_differences_total', {});
    metrics.observe('barline_job_seconds', { type: 'track.embed' }, 0.2);
    const text = renderExposition(Object.fromEntries(counted));
    const names = Array.from(text.matchAll(/^# TYPE (\S+) (\S+)$/gm), ([, name, kind]) => `${name} ${kind}`);
    expect(names).toEqual([
      'barline_job_seconds histogram',
      'barline_songs_total counter',
      'barline_parse_differences_total counter',
    ]);
    expect(text).toContain(`# HELP barline_songs_total ${METRICS.barline_songs_total.help}\n`);
    expect(text).toContain('\nbarline_parse_differences_total 1\n');
  });

  it('leaves out fields of series that are no longer counted', () => {
    expect(renderExposition({ 'barline_gone_total|a=b|': 3 })).toBe('\n');
  });
});

describe('the recorder', () => {
  it('keeps one field per series for any order of labels', () => {
    expect(seriesField('n', { b: '2', a: '1' })).toBe(seriesField('n', { a: '1', b: '2' }));
    const { metrics, counted } = countMetrics();
    metrics.count('barline_http_requests_total', { method: 'GET', route: '/a', status: '2xx' });
    metrics.count('barline_http_requests_total', { status: '2xx', route: '/a', method: 'GET' }, 2);
    expect([...counted]).toEqual([['barline_http_requests_total|method=GET,route=/a,status=2xx|', 3]]);
  });
});
