import type { FaultInput } from '../local/sites/faults.ts';

interface CaseBase {
  name: string;
  faults: readonly FaultInput[];
}

/** A scrape of a synthetic artist. */
export interface ScrapeCase extends CaseBase {
  kind: 'scrape';
  /** Other than the number of songs and one title each. */
  duplicateTitles?: boolean;
  /** The site does not know the artist. */
  unknownArtist?: boolean;
  /** Every so many songs are edited once all are stored, and the artist is scraped again. */
  editEvery?: number;
  /** Redis is stopped after this many songs are stored. */
  redisGoneAfter?: number;
}

/** Songs that are stored already are looked for on Spotify. */
export interface EnrichCase extends CaseBase {
  kind: 'enrich';
}

export type FaultCase = ScrapeCase | EnrichCase;

/** Lets the run begin before the fault. */
const skip = 20;
const ELSEWHERE = 'http://elsewhere.invalid';

const scrape = (
  name: string,
  faults: readonly FaultInput[],
  more: Omit<Partial<ScrapeCase>, 'kind' | 'name' | 'faults'> = {},
): ScrapeCase => ({ kind: 'scrape', name, faults, ...more });

const enrich = (name: string, ...faults: readonly FaultInput[]): EnrichCase => ({
  kind: 'enrich',
  name: `Spotify: ${name}`,
  faults,
});

/** Pages that never become readable, each of a different song; generated titles end with the song's number. */
const HOPELESS: readonly FaultInput[] = [
  { kind: 'huge', path: '-signal-1-lyrics' },
  { kind: 'redirect_host', path: '-harbour-2-lyrics', location: ELSEWHERE },
  { kind: 'redirect_loop', path: '-ladder-3-lyrics' },
  { kind: 'truncated', path: '-voltage-4-lyrics', amount: 900 },
];

/** Every fault of the loopback sites during a scrape; a fault without `times` never ends. */
export const FAULT_CASES: readonly FaultCase[] = [
  scrape('none', []),
  scrape('latency 300 ms', [{ kind: 'latency', amount: 300 }]),
  scrape('429 with Retry-After 5', [{ kind: 'rate_limited', amount: 5, times: 2, skip }]),
  scrape('429 with Retry-After 3600', [{ kind: 'rate_limited', amount: 3600, times: 1, skip }]),
  scrape('403 challenge page', [{ kind: 'challenge', scope: 'page', times: 1, skip }]),
  scrape('5xx burst', [{ kind: 'server_error', amount: 502, times: 12, skip }]),
  scrape('truncated HTML, now and then', [{ kind: 'truncated', scope: 'page', times: 15, skip }]),
  scrape('changed class names', [{ kind: 'changed_classes' }]),
  scrape('page without state', [{ kind: 'without_state' }]),
  scrape('page without text in its document', [{ kind: 'without_dom' }]),
  scrape('windows-1251', [{ kind: 'windows_1251' }]),
  scrape('page of 5 MB', [{ kind: 'huge', scope: 'page', times: 6, skip }]),
  scrape('page that never ends', [{ kind: 'endless', scope: 'page', times: 3, skip }]),
  scrape('broken JSON', [{ kind: 'broken_json', scope: 'api', times: 15, skip }]),
  scrape('JSON as text/html', [{ kind: 'wrong_content_type', scope: 'api', times: 15, skip }]),
  scrape('HTML instead of JSON', [{ kind: 'html_reply', scope: 'api', times: 15, skip }]),
  scrape('ids that overflow', [{ kind: 'overflow_ids', scope: 'api', times: 15, skip }]),
  scrape('redirect to another host', [{ kind: 'redirect_host', location: ELSEWHERE, times: 10, skip }]),
  scrape('redirect loop', [{ kind: 'redirect_loop', times: 10, skip }]),
  scrape('four pages that never come right', HOPELESS),
  scrape('duplicate titles', [], { duplicateTitles: true }),
  scrape('songs edited between two scrapes', [], { editEvery: 10 }),
  scrape('an artist that does not exist', [], { unknownArtist: true }),
  scrape('Redis gone in the middle', [], { redisGoneAfter: 50 }),
  enrich('none'),
  enrich('wrong artists first', { kind: 'wrong_artists' }),
  enrich('429 with Retry-After 5', { kind: 'rate_limited', amount: 5, times: 2, skip }),
  enrich('429 with Retry-After 3600', { kind: 'rate_limited', amount: 3600, times: 1, skip }),
  enrich('403 on search', { kind: 'server_error', amount: 403, path: '/v1/search', times: 1, skip: 5 }),
  enrich('5xx burst', { kind: 'server_error', amount: 502, times: 12, skip }),
  enrich('JSON as text/html', { kind: 'wrong_content_type', times: 15, skip }),
  enrich('HTML instead of JSON', { kind: 'html_reply', times: 15, skip }),
  enrich('broken JSON', { kind: 'broken_json', times: 15, skip }),
];
