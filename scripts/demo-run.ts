import type { listIngestRuns } from '../src/services/ingest/list-runs.ts';
import type { searchLyrics } from '../src/services/search/search-lyrics.ts';
import type { getHealth } from '../src/services/system/get-health.ts';
import { catalogue } from './local/catalogue/catalogue.ts';
import type { Barline } from './local/start-barline.ts';
import { createProgress, type Progress } from './progress.ts';

type SearchAnswer = Awaited<ReturnType<typeof searchLyrics>>;
type Runs = Awaited<ReturnType<typeof listIngestRuns>>;
type Content = NonNullable<Awaited<ReturnType<typeof getHealth>>['content']>;

export interface DemoSummary {
  tracks: number;
  embedded: number;
  analyzed: number;
  failed: number;
  seconds: number;
  searches: { q: string; answer: SearchAnswer }[];
}

const QUESTIONS = [
  'waiting for a night bus in the cold',
  'a son who lost his father',
  'food and family at a summer party',
] as const;
const POLL_MS = 250;
/** Without any progress for this long, something is stuck: a model that failed rests for two minutes and comes back. */
const GIVE_UP_MS = 240_000;

async function call<T>(barline: Barline, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${barline.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${barline.adminToken}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}

async function contentOf(barline: Barline): Promise<Content> {
  const health = await call<{ content: Content | null }>(barline, '/health');
  if (health.content === null) throw new Error('the database does not answer');
  return health.content;
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

/** Watches every artist of the catalogue and follows the work until nothing is left of it. */
async function scrapeEverything(barline: Barline, progress: Progress): Promise<Content> {
  for (const artist of catalogue) await call(barline, '/ingest/artists', { name: artist.name });
  // What an earlier run left behind is taken up first.
  await call(barline, '/admin/resume', {});
  let best = { done: -1, at: Date.now() };
  for (;;) {
    const [content, runs] = await Promise.all([contentOf(barline), openRuns(barline)]);
    const done = content.embedded + content.analyzed + content.failed;
    const total = 2 * content.with_lyrics + runs.queued;
    progress.update(done, total, `${content.tracks} songs`);
    if (runs.open === 0 && content.pending === 0) return content;
    if (done > best.done) best = { done, at: Date.now() };
    if (Date.now() - best.at > GIVE_UP_MS) {
      throw new Error(`the work has stopped at ${done} of ${total}. ${runs.stopped.join('; ')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** The demo's work: scrape, clean, store, embed and analyse the catalogue over HTTP, then find some of it again. */
export async function loadCatalogue(
  barline: Barline,
  options: { started: number; quiet: boolean },
): Promise<DemoSummary> {
  const progress: Progress = options.quiet
    ? { update: () => {}, stop: () => {} }
    : createProgress('embedding and analysing');
  const content = await scrapeEverything(barline, progress).finally(() => progress.stop());
  // The artists' profiles, now that all songs are there.
  await call(barline, '/admin/resume', {});
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
    seconds: Math.round((Date.now() - options.started) / 100) / 10,
    searches,
  };
}
