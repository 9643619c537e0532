import { describe, expect, it } from 'vitest';
import { labelledPairs } from '../../../../scripts/local/sites/match-pairs.ts';
import {
  isPlausibleTrack,
  matchTrack,
  type TrackQuery,
} from '../../../../src/sources/spotify/match-track.ts';
import type { TrackFacts } from '../../../../src/sources/spotify/parse.ts';
import { readTrackTitle } from '../../../../src/sources/spotify/track-title.ts';

let count = 0;
function track(name: string, artists: string[], more: Partial<TrackFacts> = {}): TrackFacts {
  count += 1;
  return {
    spotifyId: String(count).padStart(22, '0'),
    name,
    artists: artists.map((artist) => ({ spotifyId: null, name: artist })),
    album: null,
    durationMs: 200_000,
    explicit: null,
    trackNumber: null,
    discNumber: null,
    popularity: null,
    isrc: null,
    externalUrl: '',
    ...more,
  };
}
const album = (name: string, year: number): TrackFacts['album'] => ({
  spotifyId: null,
  name,
  type: 'album',
  releaseDate: { date: `${year}-01-01`, precision: 'year' },
  imageUrl: null,
});
const query: TrackQuery = { title: 'Two Keys', artists: ['Ada Lund'], durationMs: 200_000 };

describe('matchTrack on the labelled pairs', () => {
  it('has high precision and recall', () => {
    let right = 0;
    let wrong = 0;
    let missed = 0;
    const pairs = labelledPairs();
    for (const pair of pairs) {
      const taken = matchTrack(pair.query, [pair.track]).match !== null;
      if (taken && pair.same) right += 1;
      else if (taken) wrong += 1;
      else if (pair.same) missed += 1;
    }
    expect(pairs.length).toBeGreaterThanOrEqual(200);
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.99);
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.95);
  });
});

describe('matchTrack', () => {
  it('finds the song among similar ones', () => {
    const song = track('Two Keys (feat. Mox)', ['Ada Lund', 'Mox']);
    const others = [
      track('Two Keys', ['Karaoke Kings']),
      track('Two Keys - Live', ['Ada Lund']),
      track('Two Keys', ['Bo Hart']),
    ];
    expect(matchTrack(query, [...others, song])).toMatchObject({ reason: 'matched', match: { track: song } });
    expect(matchTrack(query, others)).toMatchObject({ match: null, reason: 'below_threshold' });
    expect(matchTrack(query, [])).toEqual({ match: null, best: null, reason: 'no_candidates' });
  });

  it('prefers the track of the same album, and of the same length', () => {
    const single = track('Two Keys', ['Ada Lund'], { album: album('Two Keys', 2011), durationMs: 204_000 });
    const onAlbum = track('Two Keys', ['Ada Lund'], {
      album: album('Locks (Deluxe)', 2011),
      durationMs: 200_400,
    });
    expect(matchTrack({ ...query, album: 'Locks' }, [single, onAlbum]).match?.track).toBe(onAlbum);
  });

  it('matches nothing when two recordings fit equally well', () => {
    const rivals = [
      track('Two Keys', ['Ada Lund'], { durationMs: 150_000 }),
      track('Two Keys', ['Ada Lund']),
    ];
    expect(matchTrack({ ...query, durationMs: null }, rivals)).toMatchObject({
      match: null,
      reason: 'ambiguous',
    });
    const reissues = rivals.map((rival) => ({ ...rival, isrc: 'QZABC2500001' }));
    expect(matchTrack({ ...query, durationMs: null }, reissues).reason).toBe('matched');
  });

  it('chooses the track whose explicit flag matches our lyrics', () => {
    const explicit = track('Two Keys', ['Ada Lund'], { explicit: true, durationMs: 203_000 });
    const clean = track('Two Keys', ['Ada Lund'], { explicit: false });
    const marked = track('Two Keys - Clean', ['Ada Lund'], { explicit: null });
    const onCleanAlbum = track('Two Keys', ['Ada Lund'], { album: album('Stairs (Edited Version)', 2001) });
    const take = (candidates: TrackFacts[], ours: boolean | null) =>
      matchTrack({ ...query, explicit: ours }, candidates).match?.track;
    expect(take([clean, explicit], true)).toBe(explicit);
    expect(take([explicit, clean], false)).toBe(clean);
    expect(take([marked, explicit], true)).toBe(explicit);
    expect(take([explicit, marked], false)).toBe(marked);
    expect(take([explicit, onCleanAlbum], false)).toBe(onCleanAlbum);
    expect(take([clean], true), 'a clean track is still the song').toBe(clean);
    const asked = matchTrack({ ...query, title: 'Two Keys (Clean)' }, [explicit, clean]).match?.track;
    expect(asked, 'a title that says so goes before a flag').toBe(clean);
  });

  it('does not choose another performance because of its explicit flag', () => {
    const song = track('Two Keys', ['Ada Lund'], { explicit: false });
    const live = track('Two Keys - Live', ['Ada Lund'], { explicit: true });
    const longer = track('Two Keys', ['Ada Lund'], { explicit: true, durationMs: 213_000 });
    for (const other of [live, longer]) {
      expect(matchTrack({ ...query, explicit: true }, [song, other]).match?.track).toBe(song);
    }
  });

  it('does not penalise the album title when it is the album of the song', () => {
    const onAlbum = { ...query, album: 'Live from the Stairwell' };
    const song = track('Two Keys', ['Ada Lund'], { album: album('Live from the Stairwell', 2001) });
    expect(matchTrack(onAlbum, [song]).match?.track).toBe(song);
    const concert = track('Two Keys', ['Ada Lund'], { album: album('Live at the Boat House', 2001) });
    expect(matchTrack(onAlbum, [concert]).match).toBeNull();
    const instrumental = track('Two Keys', ['Ada Lund'], { album: album('Stairs (Instrumentals)', 2001) });
    expect(matchTrack({ ...query, album: 'Stairs' }, [instrumental]).match).toBeNull();
  });

  it('requires a higher score for titles that an artist reuses', () => {
    const intro: TrackQuery = { title: 'Intro', artists: ['Ada Lund'], album: 'Locks' };
    expect(
      matchTrack(intro, [track('Intro', ['Ada Lund'], { album: album('Doors', 2015) })]).match,
    ).toBeNull();
    expect(
      matchTrack(intro, [track('Intro', ['Ada Lund'], { album: album('Locks', 2011) })]).match,
    ).not.toBeNull();
  });

  it('rejects tracks released years before the song', () => {
    const early = track('Two Keys', ['Ada Lund'], { album: album('Youth', 2001) });
    expect(matchTrack({ ...query, durationMs: null, releaseYear: 2011 }, [early]).match).toBeNull();
  });

  it('accepts a different spelling only when the duration agrees', () => {
    const misspelt = track('Black Ise over Brimley Bridge', ['Ada Lund']);
    const long: TrackQuery = { ...query, title: 'Black Ice over Brimley Bridge' };
    expect(matchTrack(long, [misspelt]).match).not.toBeNull();
    const other = track('Clean Honey', ['Ada Lund'], { durationMs: 215_000 });
    expect(matchTrack({ ...query, title: 'Clean Money' }, [other]).match).toBeNull();
    expect(matchTrack({ ...query, title: 'Clean Money', durationMs: null }, [other]).match).toBeNull();
  });

  it('lists the reasons against a candidate', () => {
    const { best } = matchTrack(query, [
      track('Two Keys (Remix)', ['Somebody', 'Ada Lund'], { durationMs: 300_000 }),
    ]);
    expect(best?.penalties).toEqual(['duration differs', 'version: remix', 'led by another artist']);
  });
});

describe('isPlausibleTrack', () => {
  it.each([
    [track('Two Keys - Live', ['Ada Lund']), true],
    [track('Two Keys (Explicit)', ['Mox', 'Ada Lund']), true],
    [track('Two Keys', ['Bo Hart']), false],
    [track('Another Song', ['Ada Lund']), false],
    [track('Two Keys (Karaoke Version)', ['Ada Lund']), false],
  ])('of case %#', (linked, plausible) => {
    expect(isPlausibleTrack(query, linked)).toBe(plausible);
  });
});

describe('readTrackTitle', () => {
  it.each([
    ['Two Keys', 'two keys', []],
    ['Two Keys (feat. Mox) - Remastered 2011', 'two keys', []],
    ['Two Keys (I Told You So)', 'two keys i told you so', []],
    ['Two Keys - Live At The Dock', 'two keys', ['live']],
    ['Two Keys (Lowell Remix) [feat. Mox]', 'two keys', ['remix']],
    ['Two Keys, Pt. II', 'two keys part 2', []],
    ['Two Keys III', 'two keys 3', []],
    ['Going No. 1', 'going number 1', []],
    ['Live Wire', 'live wire', []],
    ['(Intro)', 'intro', []],
    ['Two Keys - Radio Edit', 'two keys', ['edit']],
    ['Up - Down - Sideways', 'up down sideways', []],
  ])('reads %s', (title, base, versions) => {
    expect(readTrackTitle(title)).toMatchObject({ base });
    expect([...readTrackTitle(title).versions]).toEqual(versions);
  });
});
