import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ADMIN, NOBODY, openBarline, type TestBarline } from '../support/test-barline.ts';
import type {
  RunPage,
  SearchResults,
  Track,
  TrackDetail,
  TrackPage,
  WatchedArtist,
} from '../support/wire-types.ts';

/**
 * Four artists: one with a song in Spanish, one with a clean version, one with an unreleased song, one with an
 * instrumental and a remix.
 */
const ARTISTS = ['Ines Calloway', 'Kilo Meridian', 'Oda Brightwater', 'Sister Cadence'];
const QUESTION = 'a radio host talking to the desert at night';
const WORDS = 'duty free';

describe.each(inject('redisChoices'))('scraping artists, over %s Redis', (redis) => {
  let barline: TestBarline;
  let tracks: Map<string, Track>;

  const track = (title: string): Track => {
    const found = tracks.get(title);
    if (found === undefined) throw new Error(`"${title}" was not stored`);
    return found;
  };
  const detail = async (title: string) =>
    (await barline.call<TrackDetail>(`/tracks/${track(title).id}`)).body;
  const search = async (query: string) => (await barline.call<SearchResults>(`/search?${query}`)).body;
  const watchAll = async () => {
    for (const name of ARTISTS) {
      expect(await barline.call<WatchedArtist>('/ingest/artists', { name })).toMatchObject({
        status: 202,
        body: { opened: true, run: { status: 'listing', trigger: 'api', artist: name } },
      });
    }
    return barline.deliver();
  };
  const latestRuns = async () =>
    (await barline.call<RunPage>(`/ingest/runs?limit=${ARTISTS.length}`)).body.items;

  beforeAll(async () => {
    barline = await openBarline({ redis, artists: ARTISTS });
    const { retried } = await watchAll();
    expect(retried).toEqual([]);
    const { body } = await barline.call<TrackPage>('/tracks?limit=100');
    tracks = new Map(body.items.map((one) => [one.title, one]));
  }, 120_000);

  it('ends every run with all songs added', async () => {
    const runs = await latestRuns();
    for (const run of runs) {
      expect(run).toMatchObject({
        status: 'done',
        reason: null,
        counts: { queued: 0, failed: 0, unchanged: 0 },
      });
      expect(run.counts.added).toBe(tracksOf(run.artist).length);
      expect(run.finished_at).not.toBeNull();
    }
    expect(runs.map((run) => run.artist).sort()).toEqual(ARTISTS);
    const outcomes = runs.flatMap((run) => Object.keys(run.counts.outcomes));
    expect(new Set(outcomes)).toEqual(new Set(['ok', 'instrumental', 'unreleased']));
  });
  const tracksOf = (artist: string) => [...tracks.values()].filter((one) => one.artist === artist);

  it('stores songs with their lines in sections', async () => {
    const song = await detail('Puerto Seco');
    const lines = song.lyrics?.split('\n') ?? [];
    expect(lines.length).toBeGreaterThan(16);
    expect(song.sections.map((section) => section.kind)).toEqual(expect.arrayContaining(['verse', 'chorus']));
    for (const { header_line, start_line, end_line } of song.sections) {
      if (header_line !== null) expect(lines[header_line]).toMatch(/^\[.+\]$/);
      expect(start_line).toBeLessThanOrEqual(end_line);
      expect(end_line).toBeLessThanOrEqual(lines.length);
    }
    expect(song).toMatchObject({
      lyrics_state: 'ok',
      language: 'en',
      album: expect.any(String),
      url: expect.any(String),
    });
    expect(song.release_date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it.each([
    ['Chalk Dust', 'instrumental'],
    ['Seed Vault', 'unreleased'],
  ])('stores "%s" as %s without words, vector or analysis', async (title, state) => {
    const song = await detail(title);
    expect(song).toMatchObject({
      lyrics_state: state,
      lyrics: null,
      lyrics_available: false,
      embedding_status: 'none',
      analysis_status: 'none',
      analysis: null,
    });
    expect(song.lyrics_evidence).not.toBeNull();
  });

  it('analyses but does not embed a song in a language that the model does not support', async () => {
    const song = await detail('La Línea');
    expect(song).toMatchObject({
      language: 'es',
      embedding_status: 'unsupported_language',
      embedding_model: null,
    });
    expect(song).toMatchObject({ analysis_status: 'done', analysis: { language: { code: 'es' } } });
  });

  it('embeds and analyses every other song with words', async () => {
    const sung = [...tracks.values()].filter((one) => one.lyrics_state === 'ok' && one.language === 'en');
    expect(sung.length).toBeGreaterThan(15);
    for (const one of sung) expect(one).toMatchObject({ embedding_status: 'done', analysis_status: 'done' });
    const { analysis, embedding_model } = await detail('Gate B19');
    expect(embedding_model).toBe('universal-sentence-encoder-lite');
    expect(analysis?.provenance).toMatchObject({
      analyzer: 'algorithmic',
      degraded: false,
      reason: 'not_configured',
    });
    expect(analysis?.rhyme.density).toBeGreaterThan(0);
  });

  it('links a version only to the song that it nearly repeats', async () => {
    const pairs = [
      ['Duty Free', 'Duty Free (Clean)'],
      ['Redline', 'Redline (Radio Edit)'],
    ];
    for (const pair of pairs) {
      const [first, second] = pair.map(track).sort((a, b) => a.id - b.id);
      expect(second?.duplicate_of).toBe(first?.id);
      expect(first?.duplicate_of).toBeNull();
    }
    expect([...tracks.values()].filter((one) => one.duplicate_of !== null)).toHaveLength(pairs.length);
  });

  it('finds a song by a question in natural language', async () => {
    for (const mode of ['semantic', 'hybrid']) {
      const {
        items,
        degraded,
        mode: used,
      } = await search(`mode=${mode}&limit=5&q=${encodeURIComponent(QUESTION)}`);
      expect({ used, degraded }).toEqual({ used: mode, degraded: false });
      expect(items.map((hit) => hit.track.artist)).toContain('Ines Calloway');
      const best = items.find((hit) => hit.why.similarity !== null);
      expect(best?.why.passage).not.toBeNull();
      expect(best?.snippet?.text.split('\n').length).toBeLessThanOrEqual(2);
    }
  });

  it('finds a song by its words and names them', async () => {
    for (const mode of ['lexical', 'hybrid']) {
      const { items } = await search(`mode=${mode}&limit=5&q=${encodeURIComponent(WORDS)}`);
      expect(items[0]?.track.title).toMatch(/^Duty Free/);
      expect(items[0]?.why.matched_words).toEqual(['duty', 'free']);
      expect(items[0]?.why.lexical_rank).toBeGreaterThan(0);
    }
    const spanish = await search(`mode=lexical&q=${encodeURIComponent('la línea')}&language=es`);
    expect(spanish.items.map((hit) => hit.track.title)).toEqual(['La Línea']);
  });

  it('lists the versions of a song once in a search and applies filters', async () => {
    const all = await search(`limit=50&q=${encodeURIComponent(WORDS)}`);
    expect(all.items.filter((hit) => hit.track.title.startsWith('Duty Free'))).toHaveLength(1);
    const narrowed = await search(`limit=50&artist=oda+brightwater&q=${encodeURIComponent(QUESTION)}`);
    expect(new Set(narrowed.items.map((hit) => hit.track.artist))).toEqual(new Set(['Oda Brightwater']));
  });

  it('finds similar songs without other versions of the same song', async () => {
    const { id } = track('Duty Free (Clean)');
    const { status, body } = await barline.call<{ items: (Track & { score: number })[] }>(
      `/tracks/${id}/similar`,
    );
    expect(status).toBe(200);
    expect(body.items.length).toBeGreaterThan(3);
    expect(body.items.map((one) => one.title.slice(0, 9))).not.toContain('Duty Free');
    expect(body.items.map((one) => one.score)).toEqual(
      body.items.map((one) => one.score).sort((a, b) => b - a),
    );
  });

  it('does not repeat a job whose result is stored', async () => {
    const before = await detail('Gate B19');
    const alone = barline.withVars({
      EMBEDDINGS_BASE_URL: NOBODY,
      GENIUS_API_URL: NOBODY,
      GENIUS_WEB_URL: NOBODY,
    });
    const [run] = await latestRuns();
    alone.queues.add('barline-analysis', { type: 'track.embed', track_id: before.id });
    alone.queues.add('barline-analysis', { type: 'track.analyze', track_id: before.id });
    alone.queues.add('barline-ingest', { type: 'song.scrape', run_id: run?.id, genius_id: before.genius_id });
    alone.queues.add('barline-ingest', { type: 'artist.list', run_id: run?.id });
    expect(await alone.deliver()).toEqual({ acknowledged: 4, retried: [] });
    expect(await detail('Gate B19')).toEqual(before);
  });

  it('reports every song as unchanged in a second run', async () => {
    const before = (await barline.call<TrackPage>('/tracks?limit=100')).body;
    await watchAll();
    for (const run of await latestRuns()) {
      expect(run).toMatchObject({ status: 'done', counts: { added: 0, updated: 0, failed: 0, queued: 0 } });
      expect(run.counts.unchanged).toBe(tracksOf(run.artist).length);
    }
    expect((await barline.call<TrackPage>('/tracks?limit=100')).body).toEqual(before);
  });

  it('counts its work in the metrics', async () => {
    const metrics = await (await barline.request('/metrics', { headers: ADMIN })).text();
    expect(metrics).toMatch(/^barline_songs_total\{outcome="instrumental"\} 1$/m);
    expect(metrics).toMatch(/^barline_jobs_total\{outcome="done",type="song.scrape"\} \d+$/m);
  });
});
