import { type Sql, sql } from '../../src/db/client.ts';
import type { TestBarline } from './test-barline.ts';

/** Fields that differ between two answers to the same request. */
const TIMES = new Set(['timestamp', 'processing_time_ms', 'computed_at']);

const withoutTimes = (text: string): string =>
  JSON.stringify(JSON.parse(text), (name, value: unknown) => (TIMES.has(name) ? undefined : value));

/** Every answer about the tracks that depends on an analysis, by request. */
export async function readCatalogue(
  barline: TestBarline,
  { tracks, artists }: { tracks: readonly number[]; artists: readonly number[] },
): Promise<Record<string, string>> {
  const paths = [
    ...tracks.flatMap((id) => [
      `/tracks/${id}`,
      ...['lyrics', 'analysis', 'combined'].map((by) => `/tracks/${id}/similar?by=${by}&limit=50`),
    ]),
    ...artists.map((id) => `/artists/${id}`),
    '/tracks?limit=100',
    '/tracks?theme=hustle',
    '/search?q=kettle&facets=theme,sentiment',
  ];
  const answers: Record<string, string> = {};
  for (const path of paths) answers[path] = withoutTimes(await (await barline.request(path)).text());
  for (const path of ['/export/tracks', '/export/analyses'])
    answers[path] = await (await barline.request(path)).text();
  for (const id of tracks) {
    const { body } = await barline.call('/recommendations', { liked: [id], limit: 50 });
    answers[`recommendations by ${id}`] = withoutTimes(JSON.stringify(body));
  }
  const { body } = await barline.call<{ coverage: unknown }>('/models/status');
  return { ...answers, coverage: JSON.stringify(body.coverage), ...(await storedRows(barline.sql)) };
}

/** The rows themselves, including vectors. */
async function storedRows(db: Sql): Promise<Record<string, string>> {
  const rows = {
    tracks: sql`select * from tracks order by id`,
    facets: sql`select * from track_facets order by track_id`,
    profiles: sql`select artist_id, source_hash, profile, measures, analysis_centroid from artist_profiles order by 1`,
    analyses: sql`select * from analysis_results where track_id is not null order by id`,
  };
  const texts: Record<string, string> = {};
  for (const [name, statement] of Object.entries(rows))
    texts[name] = JSON.stringify(await db.query(statement));
  return texts;
}
