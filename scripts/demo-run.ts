import { createSql } from '../src/db/client.ts';
import type { getHealth } from '../src/services/health/get-health.ts';
import type { listIngestRuns } from '../src/services/ingest/list-runs.ts';
import type { searchLyrics } from '../src/services/search/search-lyrics.ts';
import type { ClusterTrends } from '../src/services/trends/clusters/contract.ts';
import type { CurrentTrends, SeriesTrend } from '../src/services/trends/contract.ts';
import { byP } from '../src/services/trends/trend-sentences.ts';
import { catalogue } from './local/catalogue/catalogue.ts';
import type { Barline } from './local/start-barline.ts';
import { createProgress, type Progress } from './progress.ts';
import { buildTrends } from './trends/build-trends.ts';

type SearchAnswer = Awaited<ReturnType<typeof searchLyrics>>;
type Runs = Awaited<ReturnType<typeof listIngestRuns>>;
type Content = NonNullable<Awaited<ReturnType<typeof getHealth>>['content']>;

export interface DemoSummary {
  tracks: number;
  embedded: number;
  analyzed: number;
  failed: number;
  /** Why unfinished work made no progress for minutes; it continues while Barline runs. */
  stalled: string | null;
  seconds: number;
  searches: { q: string; answer: SearchAnswer }[];
  verse: DemoVerse;
  trends: DemoTrends;
}

/** The themes that rise and fall most surely; null where none does. */
export interface DemoTrends {
  period: string;
  songs: number;
  rising: DemoTrend | null;
  falling: DemoTrend | null;
  /** Why there is none. */
  insufficient: string | null;
}

export interface DemoTrend {
  name: string;
  label: string;
  effect: string | null;
  /** Of both tests, then corrected for all series, then of Mann-Kendall alone; null: too few bins. */
  p: number | null;
  p_adjusted: number | null;
  p_mann_kendall: number | null;
  significant: boolean;
}

/** A verse in the style of one of the artists. */
export interface DemoVerse {
  prompt: string;
  style: string | null;
  generated_lyrics: string;
  provenance: { writer: string };
}

const QUESTIONS = [
  'waiting for a night bus in the cold',
  'a son who lost his father',
  'food and family at a summer party',
] as const;
const VERSE = {
  prompt: 'walking home before sunrise',
  style: 'Oda Brightwater',
  lines: 4,
  max_length: 300,
  seed: 1,
};
const PERIOD = '10years';
const POLL_MS = 250;
/** Without any progress for this long, something is stuck: a failed model is retried after two minutes. */
const GIVE_UP_MS = 240_000;
/** A database that is busy or starts again answers 503 for a moment. */
const UNAVAILABLE_FOR_MS = 120_000;
const RETRY_MS = 500;

/** Asks until there is an answer, for two minutes at most; every request here may be repeated. */
async function call<T>(barline: Barline, path: string, body?: unknown): Promise<T> {
  const deadline = performance.now() + UNAVAILABLE_FOR_MS;
  for (;;) {
    const answer = await ask(barline, path, body).catch((error: Error) => ({
      ok: false,
      text: error.message,
      status: 0,
    }));
    if (answer.ok) return JSON.parse(answer.text) as T;
    const passing = answer.status === 0 || answer.status >= 500 || answer.status === 429;
    if (!passing || performance.now() > deadline)
      throw new Error(`${path} answered ${answer.status || 'nothing'}: ${answer.text}`);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

async function ask(barline: Barline, path: string, body: unknown) {
  const response = await fetch(`${barline.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${barline.adminToken}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { ok: response.ok, status: response.status, text: await response.text() };
}

/** Null while the database does not answer. */
async function contentOf(barline: Barline): Promise<Content | null> {
  return (await call<{ content: Content | null }>(barline, '/health')).content;
}

/** Songs that the open runs still have to scrape; a run that is listing does not know them all yet. */
async function openRuns(barline: Barline): Promise<{ open: number; queued: number; stopped: string[] }> {
  const { items } = await call<Runs>(barline, '/ingest/runs?limit=100');
  const open = items.filter((run) => run.status === 'listing' || run.status === 'running');
  const stopped = items.filter((run) => run.status === 'parked' || run.status === 'failed');
  return {
    open: open.length,
    queued: open.reduce((sum, run) => sum + run.counts.queued, 0),
    stopped: stopped.map((run) => `${run.artist}: ${run.reason}`),
  };
}

interface Scraped {
  content: Content;
  /** Why work is left that made no progress for minutes; null when all is done. */
  stalled: string | null;
}

/** Scrapes one song before all others, so that the song of the API's examples, number 1, is the same in every demo. */
async function scrapeFirstSong(barline: Barline): Promise<void> {
  const [first] = catalogue;
  if (first === undefined) return;
  await call(barline, '/ingest/artists', { name: first.name, limit: 1 });
  const deadline = Date.now() + GIVE_UP_MS;
  while ((await openRuns(barline)).open > 0 && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

/** Watches every artist of the catalogue and follows the work until nothing is left of it, or it stalls. */
async function scrapeEverything(barline: Barline, progress: Progress): Promise<Scraped> {
  await scrapeFirstSong(barline);
  for (const artist of catalogue) await call(barline, '/ingest/artists', { name: artist.name });
  // Unfinished work of an earlier run is done first.
  await call(barline, '/admin/resume', {});
  let last = { state: '', at: Date.now() };
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    const [content, runs] = await Promise.all([contentOf(barline), openRuns(barline)]);
    if (content === null) continue;
    const done = content.embedded + content.analyzed + content.failed;
    const total = 2 * content.with_lyrics + runs.queued;
    progress.update(done, total, `${content.tracks} songs`);
    if (runs.open === 0 && content.pending === 0) return { content, stalled: null };
    const state = [done, total, content.tracks, runs.open].join();
    if (state !== last.state) last = { state, at: Date.now() };
    if (Date.now() - last.at > GIVE_UP_MS) {
      const reasons = runs.stopped.length > 0 ? ` (${runs.stopped.join('; ')})` : '';
      return { content, stalled: `no progress for ${GIVE_UP_MS / 1000} s at ${done} of ${total}${reasons}` };
    }
  }
}

async function themesThatMove(barline: Barline): Promise<DemoTrends> {
  const body = { analysis_type: 'current', time_period: PERIOD };
  const { series, songs, insufficient } = await call<CurrentTrends>(barline, '/analyze-trends', body);
  const surest = (direction: SeriesTrend['direction']): DemoTrend | null => {
    const [one] = byP(series.filter((some) => some.group === 'themes' && some.direction === direction));
    if (one === undefined) return null;
    const { name, label, effect, p, p_adjusted, p_mann_kendall, significant } = one;
    return { name, label, effect, p, p_adjusted, p_mann_kendall, significant };
  };
  return {
    period: PERIOD,
    songs: songs.counted,
    rising: surest('rising'),
    falling: surest('falling'),
    insufficient: insufficient?.message ?? null,
  };
}

const MAP_SEED = 1;
const BUILD_TIMEOUT_MS = 60_000;
/** With fewer vectors, because work stalled, there are no clusters. */
const LEAST_MAPPED = 20;

/** Builds clusters and map of the songs, unless those of an earlier run still hold. */
async function buildMap(barline: Barline, embedded: number): Promise<void> {
  if (embedded < LEAST_MAPPED) return;
  const { build, stale } = await call<ClusterTrends>(barline, '/analyze-trends', {
    analysis_type: 'clusters',
  });
  if (build !== null && !stale.is_stale) return;
  const { DATABASE_URL: url = '', DATABASE_FETCH_ENDPOINT: fetchEndpoint = null } = barline.stack.vars;
  const db = createSql({ url, fetchEndpoint, timeoutMs: BUILD_TIMEOUT_MS });
  await buildTrends({ sql: db, seed: MAP_SEED, clusters: null, onStep: () => {} });
}

/** The demo's work: scrape, clean, store, embed and analyse the catalogue over HTTP, then find some of it again. */
export async function loadCatalogue(
  barline: Barline,
  options: { started: number; quiet: boolean },
): Promise<DemoSummary> {
  const progress: Progress = options.quiet
    ? { update: () => {}, stop: () => {} }
    : createProgress('embedding and analysing');
  const { content, stalled } = await scrapeEverything(barline, progress).finally(() => progress.stop());
  // The artists' profiles, now that all songs are there.
  await call(barline, '/admin/resume', {});
  await buildMap(barline, content.embedded);
  const searches: DemoSummary['searches'] = [];
  for (const q of QUESTIONS) {
    searches.push({
      q,
      answer: await call<SearchAnswer>(barline, `/search?limit=3&q=${encodeURIComponent(q)}`),
    });
  }
  return {
    tracks: content.tracks,
    embedded: content.embedded,
    analyzed: content.analyzed,
    failed: content.failed,
    stalled,
    seconds: Math.round((Date.now() - options.started) / 100) / 10,
    searches,
    verse: await call<DemoVerse>(barline, '/generate', VERSE),
    trends: await themesThatMove(barline),
  };
}
