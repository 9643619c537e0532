import { describe, expect, it } from 'vitest';
import { matchSong, stripFeatures } from '../../../../src/sources/genius/match-song.ts';
import { type GeniusSongStub, GeniusSongStubSchema } from '../../../../src/sources/genius/types.ts';

let nextId = 1;
function hit(title: string, artist: string, more: object = {}): GeniusSongStub {
  nextId += 1;
  return GeniusSongStubSchema.parse({ id: nextId, title, primary_artist: { id: 1, name: artist }, ...more });
}

describe('matchSong', () => {
  it.each([
    ['Two Keys', 'Ada Lund', 'Two Keys', 'Ada Lund'],
    ['two keys', 'ADA LUND', 'Two Keys', 'Ada Lund'],
    ['Two Keys (feat. Mox)', 'Ada Lund', 'Two Keys', 'Ada Lund'],
    ['Two Keys ft. Mox', 'Ada Lund feat. Mox', 'Two Keys', 'Ada Lund'],
    ["Runnin' Out", 'A$h Wilder', 'Runnin’ Out', 'ASH WILDER'],
    ['Señor Nadie', 'Beltran', 'Senor Nadie', 'Beltrán'],
    ['Ghost Town', 'Harrow & Pike', 'Ghost Town', 'Harrow and Pike'],
    ['Ghost Town', 'Harrow', 'Ghost Town', 'Harrow & Pike'],
    ['Black Ise over Brimley Bridge', 'Cutter Ames', 'Black Ice over Brimley Bridge', 'Cutter Ames'],
    ['Two Keys (Remix)', 'Ada Lund', 'Two Keys (Remix)', 'Ada Lund'],
    ['Верхний этаж', 'Ада', 'Верхний Этаж', 'Ада'],
  ])('accepts %s by %s as %s by %s', (title, artist, hitTitle, hitArtist) => {
    expect(matchSong({ title, artist }, [hit(hitTitle, hitArtist)])?.song.title).toBe(hitTitle);
  });

  it.each([
    ['another title', 'Two Keys', 'Ada Lund', hit('Three Locks', 'Ada Lund')],
    ['another artist', 'Two Keys', 'Ada Lund', hit('Two Keys', 'Somebody Else')],
    ['the next part', 'Two Keys, Pt. 1', 'Ada Lund', hit('Two Keys, Pt. 2', 'Ada Lund')],
    ['a remix', 'Two Keys', 'Ada Lund', hit('Two Keys (Remix)', 'Ada Lund')],
    ['the song instead of its remix', 'Two Keys (Remix)', 'Ada Lund', hit('Two Keys', 'Ada Lund')],
    [
      'a translation by its title',
      'Two Keys',
      'Ada Lund',
      hit('Ada Lund - Two Keys (Deutsche Übersetzung)', 'Ada Lund'),
    ],
    ['a translation by its artist', 'Two Keys', 'Genius', hit('Two Keys', 'Genius English Translations')],
    [
      'a track list',
      'Two Keys',
      'Ada Lund',
      hit('Two Keys', 'Ada Lund', { url: 'https://genius.com/Ada-lund-two-keys-annotated' }),
    ],
    ['a shared half of an artist', 'Two Keys', 'Ada, The Creator', hit('Two Keys', 'Bo, The Creator')],
  ])('does not take %s', (_, title, artist, song) => {
    expect(matchSong({ title, artist }, [song])).toBeNull();
  });

  it('finds the song after translations and remixes in the results', () => {
    const songs = [
      hit('Ada Lund - Two Keys (Traduzione Italiana)', 'Genius Traduzioni Italiane'),
      hit('Two Keys (Remix)', 'Ada Lund'),
      hit('Two Keys', 'Ada Lundgren Trio'),
      hit('Two Keys', 'Ada Lund'),
      hit('Two Keys', 'Ada Lund'),
    ];
    expect(matchSong({ title: 'Two Keys', artist: 'Ada Lund' }, songs)).toMatchObject({
      song: songs[3],
      score: 1,
      kind: 'song',
    });
  });

  it('finds nothing in an empty list', () => {
    expect(matchSong({ title: 'x', artist: 'y' }, [])).toBeNull();
  });
});

describe('stripFeatures', () => {
  it.each([
    ['A (feat. B)', 'A'],
    ['A [Ft. B & C] (Remix)', 'A (Remix)'],
    ['A featuring B', 'A'],
    ['A (prod. by B)', 'A'],
    ['Left Feather', 'Left Feather'],
    ['Gift', 'Gift'],
  ])('changes %s to %s', (title, stripped) => {
    expect(stripFeatures(title)).toBe(stripped);
  });
});
