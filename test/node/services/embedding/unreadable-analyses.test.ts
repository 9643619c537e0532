import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { embedAnalysis } from '../../../../src/services/embedding/embed-analysis.ts';
import { embedTrack } from '../../../../src/services/embedding/embed-track.ts';
import { reindexEmbeddings } from '../../../../src/services/embedding/reindex-embeddings.ts';
import { hashedEmbedder } from '../../../support/hashed-embedder.ts';
import { type EmbeddingWorld, startEmbeddingWorld } from './embedding-world.ts';

/** More songs than a change of the model tolerates without a vector. */
const UNREADABLE = 60;
const embedder = hashedEmbedder('model');

let world: EmbeddingWorld;
beforeAll(async () => {
  world = await startEmbeddingWorld();
}, 120_000);
afterAll(() => world.close());
beforeEach(() =>
  world.db.batch([
    sql`delete from tracks`,
    sql`delete from analysis_results`,
    sql`update embedding_models set model = null`,
  ]),
);

async function addSong(title: string): Promise<number> {
  const id = await world.addTrack({ title, lyrics: `The words of ${title} on a line` });
  await world.analyze(id, `A song about ${title}.`);
  return id;
}
const spoil = (id: number) =>
  world.db.query(sql`
    update analysis_results set analysis_data = '{"mood": "calm"}', updated_at = now() where track_id = ${id}::int`);
const vectors = () =>
  world.db.query(sql`
    select track_id as id, embedding_model as model from analysis_results where embedding_model is not null order by track_id`);

describe('a stored analysis of another shape', () => {
  it('gets no vector, and its job ends', async () => {
    const id = await addSong('river');
    await spoil(id);
    await embedAnalysis(world.context({ embedder }), { trackId: id });
    expect(await vectors()).toEqual([]);
  });

  it('is counted and left out by a change of the embedding model, which goes on', async () => {
    const sound = await addSong('river');
    for (let n = 0; n < UNREADABLE; n++) await spoil(await addSong(`stone ${n}`));
    await embedTrack(world.context({ embedder }), { trackId: sound });
    const next = hashedEmbedder('next');
    const progress: [number, number][] = [];
    const done = await reindexEmbeddings(world.context({ embedder }), {
      embedder: next,
      onProgress: (count, total) => progress.push([count, total]),
    });
    expect(done).toEqual({ tracks: UNREADABLE + 1, analyses: 1, unreadable: UNREADABLE });
    expect(await vectors()).toEqual([{ id: sound, model: 'next' }]);
    const total = 2 * (UNREADABLE + 1);
    expect(progress.at(-1)).toEqual([total, total]);
  });
});
