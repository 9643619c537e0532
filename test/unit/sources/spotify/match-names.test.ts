import { describe, expect, it } from 'vitest';
import { artistSimilarity, matchSong } from '../../../../src/sources/genius/match-song.ts';
import { matchTrack } from '../../../../src/sources/spotify/match-track.ts';
import type { TrackFacts } from '../../../../src/sources/spotify/parse.ts';

const track = (name: string, artists: readonly string[]): TrackFacts => ({
  spotifyId: 'x',
  name,
  artists: artists.map((artist) => ({ spotifyId: null, name: artist })),
  album: null,
  durationMs: 180_000,
  explicit: null,
  trackNumber: null,
  discNumber: null,
  popularity: null,
  isrc: null,
  externalUrl: '',
});

const isMatch = (query: [string, string], offered: [string, ...string[]]): boolean => {
  const [title, artist] = query;
  const [name, ...artists] = offered;
  return matchTrack({ title, artists: [artist], durationMs: 180_000 }, [track(name, artists)]).match !== null;
};

describe('names of signs', () => {
  it.each([
    '÷',
    '×',
    '=',
    '+',
    '-',
    '!!!',
    '???',
    '...',
    '¥$',
    '$$$',
    '∞',
    '♥',
    '@',
    '#',
    '%',
    '***',
    '✞',
    '1+1',
    '$',
    'x',
  ])('%s is itself, as a title and as an artist', (name) => {
    expect(isMatch([name, 'Kilo'], [name, 'Kilo'])).toBe(true);
    expect(isMatch(['Paper Trail', name], ['Paper Trail', name, 'Juno'])).toBe(true);
  });

  it.each([
    ['÷', '×'],
    ['÷', '='],
    ['÷', 'Divide'],
    ['!!!', '???'],
    ['!!!', '!!'],
    ['¥$', 'YS'],
    ['¥$', '$$'],
    ['+', '-'],
    ['...', '÷'],
    ['MOTOMAMI +', 'MOTOMAMI'],
    ['MOTOMAMI', 'MOTOMAMI +'],
    ['Renaissance of the Sea +', 'Renaissance of the Sea'],
    ['Paper Trail $', 'Paper Trail'],
    ['∞', 'Infinity'],
  ])('%s is not %s', (title, other) => {
    expect(isMatch([title, 'Kilo'], [other, 'Kilo'])).toBe(false);
    expect(isMatch(['Paper Trail', title], ['Paper Trail', other])).toBe(false);
  });

  it.each([
    ['MOTOMAMI +', 'MOTOMAMI +'],
    ['Hello!', 'Hello'],
    ['Paper Trail...', 'Paper Trail'],
    ['What?', 'What'],
    ['Rock + Roll', 'Rock & Roll'],
    ['Rock & Roll', 'Rock and Roll'],
    ['A$AP Season', 'ASAP Season'],
    ['Dolla $ign', 'Dolla Sign'],
    ['"Paper" Trail', 'Paper Trail'],
    ['P.A.P.E.R. Trail', 'P.A.P.E.R Trail'],
    ['Déjà Vu', 'Deja Vu'],
    ['HEL-Z', 'HEL‐Z'],
    ['Paper–Trail', 'Paper-Trail'],
  ])('%s is %s', (title, other) => {
    expect(isMatch([title, 'Kilo'], [other, 'Kilo'])).toBe(true);
  });
});

describe('censored titles', () => {
  it.each([
    ['Fuck That', 'F**k That'],
    ['Fuck That', 'F*ck That'],
    ['Fuck That', 'F*** That'],
    ['Fuck That', 'F##k That'],
    ['Fuck That', 'F@ck That'],
    ['Fuck That', 'Fu*k That'],
    ['Fuck That', 'F*k That'],
    ['Fuck That', 'F**K THAT'],
    ['Fuck That', '**** That'.replace('****', 'F•••')],
    ['F**k That', 'Fuck That'],
    ['F*ck That', 'F**k That'],
    ['Fucking Cold', 'F*****g Cold'],
    ['Fuckin Cold', 'F***in Cold'],
    ['Shit Talk', 'S**t Talk'],
    ['Shit Talk', 'Sh*t Talk'],
    ['Shit Talk', 'Sh!t Talk'],
    ["Bitch, Don't Wait", "B****, Don't Wait"],
    ["Bitch, Don't Wait", "B***h, Don't Wait"],
    ["Bitch, Don't Wait", "Bi*ch, Don't Wait"],
    ['Bitches Everywhere', 'B****es Everywhere'],
    ['Bitches Everywhere', 'B*****s Everywhere'],
    ['Nigga Please', 'N***a Please'],
    ['Niggas in the Rain', 'N****s in the Rain'],
    ['Niggas in the Rain', 'Ni**as in the Rain'],
    ['Motherfucker', 'Motherf**ker'],
    ['Motherfucker', 'M***********r'],
    ['Pussy Cat', 'P***y Cat'],
    ['Hoes Down', 'H**s Down'],
    ['Ass Up', 'A** Up'],
    ['Dick in the Dirt', 'D**k in the Dirt'],
    ['Bullshit', 'Bulls**t'],
    ['Goddamn', 'Godd*mn'],
    ['Cocaine Nights', 'C*****e Nights'],
    ['Fuck Shit Up', 'F**k S**t Up'],
  ])('%s is %s', (title, other) => {
    expect(isMatch([title, 'Kilo'], [other, 'Kilo'])).toBe(true);
    expect(isMatch([other, 'Kilo'], [title, 'Kilo'])).toBe(true);
  });

  it.each([
    ['Beach Party', 'B**** Party'],
    ['Fuck Rent', 'F**k Love'],
    ['Shit Talk', 'Sh*t Walk'],
    ['Bitch', 'F***h'],
    ['Shit', 'S**n'],
    ['Fork in the Road', 'F**k in the Road'],
    ['Take That', 'T*** That'],
    ['Star', 'S***'],
    ['Paper *', 'Paper Trail'],
    ['Duck Hunt', 'F**k Hunt'],
  ])('%s is not %s', (title, other) => {
    expect(isMatch([title, 'Kilo'], [other, 'Kilo'])).toBe(false);
  });

  it('are found at Genius too', () => {
    const song = { id: 1, title: 'F**k That', path: '/x-lyrics', primary_artist: { id: 1, name: 'Kilo' } };
    const stub = { ...song, primary_artists: null } as Parameters<typeof matchSong>[1][number];
    expect(matchSong({ title: 'Fuck That', artist: 'Kilo' }, [stub])?.score).toBe(1);
  });

  it('artists as well', () => {
    expect(isMatch(['Paper Trail', 'Holy Fuck'], ['Paper Trail', 'Holy F**k'])).toBe(true);
    expect(artistSimilarity('Holy Fuck', 'Holy F**k')).toBe(1);
  });
});

describe('marks of the same recording', () => {
  const marks = [
    ...[
      ' (w/ Juno)',
      ' w/ Juno',
      ' (with Juno)',
      ' (feat. Juno)',
      ' [ft. Juno]',
      ' feat. Juno',
      ' (featuring Juno)',
      ' (con Juno)',
      ' (prod. Juno)',
    ],
    ...[
      ' - Japan Bonus Track',
      ' - Bonus Track',
      ' (Bonus Track)',
      ' - UK Bonus Track',
      ' - iTunes Bonus Track',
      ' - Bonus Track Version',
      ' [Japanese Bonus Track]',
      ' - Hidden Track',
      ' (Deluxe Bonus Track)',
    ],
    ...[
      ' (Official Video)',
      ' (Official Music Video)',
      ' [Official Video]',
      ' (Music Video)',
      ' (Official Audio)',
      ' (Lyric Video)',
      ' (Official Lyric Video)',
      ' (Lyrics)',
      ' (Audio)',
      ' (Visualizer)',
      ' (Official Visualiser)',
      ' (Video Oficial)',
      ' (Clip Officiel)',
      ' (Official Video) [HD]',
      ' (Official HD Video)',
    ],
    ...[
      ' - 2011 - Remaster',
      ' - Remastered 2011',
      ' - 2011 Remaster',
      ' (Remastered)',
      ' [2011 Remaster]',
      ' - 2011 Remastered Version',
      ' - Remaster',
      ' - Digitally Remastered 2011',
      ' - 2011 Digital Remaster',
      ' - 20th Anniversary Remaster',
      ' (Re-mastered)',
      ' - Mono / Remastered',
      ' - Remastered Version',
    ],
    ...[
      ' - From "The Ferry" Soundtrack',
      ' (From "The Ferry")',
      ' (From the Motion Picture "The Ferry")',
      ' - Original Motion Picture Soundtrack',
      ' (The Ferry Soundtrack)',
      ' - OST',
      ' (Soundtrack Version)',
      ' (Music from the Film)',
    ],
    ...[
      ' - Explicit',
      ' (Explicit Version)',
      ' - Album Version',
      ' - Single Version',
      ' - Deluxe Edition',
      ' - Deluxe Version',
      ' (Expanded Edition)',
      ' - Mono',
      ' - Stereo Version',
      ' (10th Anniversary Edition)',
      ' - Original Mix',
    ],
  ];
  it.each(marks)('Paper Trail%s', (mark) => {
    expect(isMatch(['Paper Trail', 'Kilo'], [`Paper Trail${mark}`, 'Kilo', 'Juno'])).toBe(true);
    expect(isMatch([`Paper Trail${mark}`, 'Kilo'], ['Paper Trail', 'Kilo', 'Juno'])).toBe(true);
  });

  it.each([
    ' - Live',
    ' (Live at Sea)',
    ' - Live at Sea, 2011',
    ' (Official Live Video)',
    ' - Acoustic',
    ' - Remix',
    ' (Kilo Remix)',
    ' - Instrumental',
    ' (Karaoke Version)',
    ' - Demo',
    ' - Sped Up',
    ' (Slowed + Reverb)',
    ' - A Cappella',
    ' II',
    ' Pt. 2',
    ' (Part 2)',
    ' - Reprise',
    ' 2011',
    ' - Skit',
    ' (The Ferry)',
  ])('Paper Trail%s is another', (mark) => {
    expect(isMatch(['Paper Trail', 'Kilo'], [`Paper Trail${mark}`, 'Kilo'])).toBe(false);
  });

  it.each([
    ['Video', 'Audio'],
    ['Lyrics', 'Paper'],
    ['Soundtrack', 'Video'],
    ['Bonus', 'Explicit'],
  ])('%s is a title and not %s', (title, other) => {
    expect(isMatch([title, 'Kilo'], [title, 'Kilo'])).toBe(true);
    expect(isMatch([title, 'Kilo'], [other, 'Kilo'])).toBe(false);
  });
});

describe('artist lines', () => {
  it.each([
    ['Lil Nas X & Jack Harlow', ['Lil Nas X', 'Jack Harlow']],
    ['Jack Harlow & Lil Nas X', ['Lil Nas X', 'Jack Harlow']],
    ['Lil Nas X, Jack Harlow', ['Lil Nas X', 'Jack Harlow']],
    ['Lil Nas X feat. Jack Harlow', ['Lil Nas X', 'Jack Harlow']],
    ['Lil Nas X feat. Jack Harlow', ['Lil Nas X']],
    ['Kilo feat. Juno', ['Kilo']],
    ['Kilo ft. Juno', ['Kilo']],
    ['Kilo ft Juno & Marlow', ['Kilo']],
    ['Kilo featuring Juno', ['Kilo']],
    ['Kilo (feat. Juno)', ['Kilo']],
    ['Kilo w/ Juno', ['Kilo']],
    ['Kilo x Juno', ['Kilo', 'Juno']],
    ['Kilo X Juno', ['Kilo', 'Juno']],
    ['Kilo × Juno', ['Kilo', 'Juno']],
    ['Kilo + Juno', ['Kilo', 'Juno']],
    ['Kilo and Juno', ['Kilo', 'Juno']],
    ['Kilo y Juno', ['Kilo', 'Juno']],
    ['Kilo und Juno', ['Kilo', 'Juno']],
    ['Tyler, the Creator', ['Tyler, The Creator']],
    ['Tyler, the Creator & Kilo', ['Tyler, The Creator', 'Kilo']],
    ['Kilo & Tyler, The Creator', ['Tyler, The Creator', 'Kilo']],
    ['Earth, Wind & Fire', ['Earth, Wind & Fire']],
    ['HEL-Z', ['HEL‐Z']],
    ['Zoe', ['Zoë']],
    ['Zoë & Kilo', ['Zoe', 'Kilo']],
    ['The Ferrymen', ['Ferrymen']],
  ])('%s', (line, artists) => {
    expect(isMatch(['Paper Trail', line], ['Paper Trail', ...artists])).toBe(true);
  });

  it.each([
    ['Lil Nas X & Jack Harlow', ['Jack']],
    ['Lil Nas X', ['Lil Nas']],
    ['Kilo feat. Juno', ['Juno']],
    ['Kilo & Juno', ['Marlow']],
    ['Tyler, the Creator', ['Kilo, the Creator']],
    ['Tyler, the Creator', ['The Creator']],
    ['Malcolm X', ['Malcolm']],
    ['Kilo', ['Kilo Vane']],
  ])('%s is not %s', (line, artists) => {
    expect(isMatch(['Paper Trail', line], ['Paper Trail', ...artists])).toBe(false);
  });
});
