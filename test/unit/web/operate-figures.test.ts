import { expect, it } from 'vitest';
import { countFailures } from '../../../src/web/operate/count-failures.ts';
import { metricsOf, readMetrics, sumOf, sumsBy } from '../../../src/web/operate/read-metrics.ts';
import { formatMoment, formatSpan } from '../../../src/web/text/moments.ts';
import { settingsText } from '../../../src/web/text/operate-settings.ts';

it('reads the text that Prometheus reads', () => {
  const metrics = readMetrics(
    '# HELP a Help.\n# TYPE a counter\na{b="x",c="say \\"hi\\", \\\\ {ok}"} 2\na{b="y"} 1.5e3\n\nplain 0\nnot a figure\n',
  );
  expect(metrics).toEqual([
    { name: 'a', labels: { b: 'x', c: 'say "hi", \\ {ok}' }, value: 2 },
    { name: 'a', labels: { b: 'y' }, value: 1500 },
    { name: 'plain', labels: {}, value: 0 },
  ]);
  expect(sumOf(metricsOf(metrics, 'a'))).toBe(1502);
  expect(sumOf(metricsOf(metrics, 'a', { b: 'y' }))).toBe(1500);
  expect(sumOf(metricsOf(metrics, 'nothing')), 'absent is not zero').toBeNull();
  expect(sumsBy(metricsOf(metrics, 'a'), 'b')).toEqual([
    ['x', 2],
    ['y', 1500],
  ]);
});

it('counts what failed of how many, the most first, and leaves out what only waited', () => {
  const metrics = readMetrics(`barline_http_requests_total{method="GET",route="/search",status="2xx"} 97
barline_http_requests_total{method="GET",route="/search",status="5xx"} 3
barline_http_requests_total{method="GET",route="/search",status="4xx"} 20
barline_jobs_total{outcome="done",type="track.analyze"} 5
barline_jobs_total{outcome="postponed",type="track.analyze"} 50
barline_jobs_total{outcome="failed",type="track.analyze"} 4
barline_upstream_requests_total{result="ok",upstream="llm"} 9
barline_database_requests_total{result="ok"} 9
`);
  expect(countFailures(metrics)).toEqual([
    { what: 'Jobs: songs to be analysed', failed: 4, all: 59 },
    { what: 'Requests for /search', failed: 3, all: 120 },
  ]);
});

it.each([
  [0, '0 seconds'],
  [1_000, '1 second'],
  [60_000, '1 minute'],
  [119 * 60_000, '119 minutes'],
  [120 * 60_000, '2 hours'],
  [47 * 3_600_000, '47 hours'],
  [72 * 3_600_000, '3 days'],
])('a span of %d ms is %s', (ms, text) => {
  expect(formatSpan(ms)).toBe(text);
});

it('a moment has its day as soon as it is not this day', () => {
  const now = new Date(2026, 0, 7, 12, 0).getTime();
  const at = (...args: [number, number, number, number]) =>
    formatMoment(new Date(2026, ...args).toISOString(), now).replaceAll('\u00A0', ' ');
  expect(at(0, 7, 9, 5)).toBe('09:05');
  expect(at(0, 6, 23, 5)).toBe('Tue 23:05');
  expect(at(0, 1, 9, 5)).toBe('1 Jan 2026');
});

it('a secret is told to be set, and nothing more', () => {
  const secret = { is_set: true, shown: 'presence', value: null } as const;
  expect(settingsText.value(secret)).toBe('set (secret)');
  expect(settingsText.value({ ...secret, is_set: false })).toBe('not set');
  expect(settingsText.value({ is_set: true, shown: 'value', value: false })).toBe('no');
  expect(settingsText.value({ is_set: false, shown: 'value', value: 1200 })).toBe('1,200 (as shipped)');
  expect(settingsText.value({ is_set: true, shown: 'value', value: ['a', 'b'] })).toBe('a, b');
});
