import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LabelledSong, readLabelledSongs } from '../../../scripts/eval/labelled-songs.ts';
import { matchSongs } from '../../../scripts/eval/match-songs.ts';
import { catalogue } from '../../../scripts/local/catalogue/catalogue.ts';

const quiet = { listHeldOut: false, onProgress: () => undefined };
let folder: string;
let draws: LabelledSong[][];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-match-'));
  const rows = catalogue.flatMap(({ name, songs }) =>
    songs.map(({ title, lyrics, album, releaseDate, explicit }) =>
      JSON.stringify({ artist: name, title, lyrics, album, release_date: releaseDate, explicit }),
    ),
  );
  const named = [
    ...rows,
    JSON.stringify({ artist: catalogue[0]?.name, title: `${catalogue[0]?.songs[0]?.title} (Clean)` }),
  ];
  const file = join(folder, 'songs.jsonl');
  await writeFile(file, named.join('\n'));
  draws = await readLabelledSongs(file, 2);
});
afterAll(() => rm(folder, { recursive: true }));

describe('labelled songs for the Spotify match', () => {
  it('are in the catalogue for about half of them, each with similar tracks', () => {
    for (const songs of draws) {
      const present = songs.filter(({ right }) => right.size > 0).length;
      expect(present / songs.length).toBeGreaterThan(0.3);
      expect(present / songs.length).toBeLessThan(0.7);
      expect(songs.every(({ tracks, right }) => tracks.length - right.size >= 5)).toBe(true);
      const kinds = new Set(songs.flatMap((song) => [...song.kinds.values()]));
      expect([...kinds]).toEqual(
        expect.arrayContaining(['own', 'twin', 'wrong artist', 'karaoke', 'live', 'remix']),
      );
    }
  });

  it('stay in the same half for any seed', () => {
    const halves = draws.map((songs) => songs.map(({ half }) => half));
    expect(halves[0]).toEqual(halves[1]);
    expect(new Set(halves[0])).toEqual(new Set(['tuning', 'held_out']));
    expect(draws[0]?.map(({ right }) => [...right])).not.toEqual(draws[1]?.map(({ right }) => [...right]));
  });

  it('leave out other spellings of a song in the catalogue', () => {
    expect(draws[0]?.some(({ label }) => label.includes('(Clean)'))).toBe(false);
  });
});

describe('the Spotify match on labelled songs', () => {
  it('has high precision on both halves', async () => {
    const score = await matchSongs(draws, quiet);
    expect(score.all.songs).toBe(draws.flat().length);
    expect(score.all.precision, score.wrongly_matched.join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(score.all.recall, score.wrongly_missed.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(score.tuning.songs + score.held_out.songs).toBe(score.all.songs);
  });

  it('counts wrong matches, and names those of the half used for development', async () => {
    const nothingRight = (draws[0] ?? []).map((song) => ({ ...song, right: new Set<string>() }));
    const score = await matchSongs([nothingRight], quiet);
    expect(score.all).toMatchObject({ precision: 0, recall: 0, present: 0 });
    expect(score.wrongly_matched).toHaveLength(score.tuning.matched);
    expect(score.all.wrong.own).toBeGreaterThan(0);
  });
});
