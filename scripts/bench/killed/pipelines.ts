import type { ServiceContext } from '../../../src/context.ts';
import { AppError } from '../../../src/lib/errors.ts';
import { submitBatch } from '../../../src/services/batches/submit-batch.ts';
import { ingestTracks } from '../../../src/services/import/ingest-tracks.ts';
import { resumeWork } from '../../../src/services/ingest/resume-work.ts';
import { watchArtist } from '../../../src/services/ingest/watch-artist.ts';
import { takeDown } from '../../../src/services/takedowns/take-down.ts';
import { deliverAll, deliverNext } from './deliver.ts';
import { ARTIST, type KilledWorld } from './killed-world.ts';

export interface Pipeline {
  name: string;
  /** Brings the world to where the step begins. */
  prepare(world: KilledWorld): Promise<void>;
  /** The step that is cut off: a message of this type, or what a caller asks and asks again. */
  step: { message: string } | { ask(ctx: ServiceContext): Promise<unknown> };
}

const DAY_SECONDS = 24 * 3600;
const SONG = [
  'The kettle borrows the stairwell light',
  'A pigeon forgets the winter coat',
  'My neighbour counts the rain',
].join('\n');
const rows = (...songs: { artist: string; title: string; lyrics: string }[]): string =>
  songs.map((song) => JSON.stringify(song)).join('\n');
const SONGS = rows(
  { artist: 'Ada Imported', title: 'One', lyrics: SONG },
  { artist: 'Ada Imported', title: 'Two', lyrics: `${SONG}\nAnd the late bus outlives the unpaid bill` },
  {
    artist: 'Bo Imported',
    title: 'Three',
    lyrics: 'The moon whispers to a rusty bell\nThis pencil collects a paper crown',
  },
);

const ingest = (ctx: ServiceContext) =>
  ingestTracks(ctx, {
    body: new Blob([SONGS]).stream(),
    ...{ contentType: 'application/x-ndjson', contentEncoding: '', contentLength: '' },
    ...{ source: 'killed', fromRow: 1, limit: 1000 },
  });

const watch = (ctx: ServiceContext) =>
  watchArtist(ctx, { name: ARTIST, geniusId: null, priority: null, songLimit: null, trigger: 'api' });

const submit = (ctx: ServiceContext) =>
  submitBatch(ctx, {
    items: [
      { id: 'a', lyrics: SONG },
      { id: 'b', lyrics: 'Our landlord measures the rooftop choir\nA spare key rewinds the second verse' },
    ],
    ...{ operation: 'analyze', analyzer: 'qwen', temperature: null, idempotencyKey: 'killed' },
  });

/** A caller whose takedown was cut off after it took effect is told that the song is not there. */
const takeSongDown = async (ctx: ServiceContext) => {
  try {
    await takeDown(ctx, { kind: 'track', id: 1, reason: 'asked' });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error;
  }
};

const nothing = async (): Promise<void> => {};

const asked =
  (work: (ctx: ServiceContext) => Promise<unknown>) =>
  async (world: KilledWorld): Promise<void> => {
    await world.live(async (ctx) => {
      await work(ctx);
    });
  };

const watched = asked(watch);

async function scraped(world: KilledWorld): Promise<void> {
  await watched(world);
  await deliverAll(world);
}

/** All songs were scraped, embedded and analysed, one was edited on the site since, and a second run has listed it. */
async function edited(world: KilledWorld): Promise<void> {
  await scraped(world);
  const song = world.sites.genius.control.songs().find(({ artistName }) => artistName === ARTIST);
  if (song === undefined || !world.sites.genius.control.editSong(song.path))
    throw new Error('no song to edit');
  await world.age(DAY_SECONDS);
  await asked(watch)(world);
  await deliverNext(world, 'artist.list');
}

/** The pipeline's steps, each from a state in which it has something to do. */
export const PIPELINES: readonly Pipeline[] = [
  { name: 'watch an artist', prepare: nothing, step: { ask: watch } },
  { name: 'list', prepare: watched, step: { message: 'artist.list' } },
  {
    name: 'scrape',
    prepare: async (world) => {
      await watched(world);
      await deliverNext(world, 'artist.list');
    },
    step: { message: 'song.scrape' },
  },
  { name: 'scrape again', prepare: edited, step: { message: 'song.scrape' } },
  { name: 'import', prepare: nothing, step: { ask: ingest } },
  { name: 'embed', prepare: asked(ingest), step: { message: 'track.embed' } },
  { name: 'analyse', prepare: asked(ingest), step: { message: 'track.analyze' } },
  {
    name: 'enrich',
    prepare: async (world) => {
      await watched(world);
      await deliverAll(world, 'track.enrich');
    },
    step: { message: 'track.enrich' },
  },
  { name: 'submit a batch', prepare: nothing, step: { ask: submit } },
  { name: 'batch item', prepare: asked(submit), step: { message: 'batch.item' } },
  { name: 'take down', prepare: scraped, step: { ask: takeSongDown } },
  { name: 'resume', prepare: asked(ingest), step: { ask: (ctx) => resumeWork(ctx, { isEarly: false }) } },
];
