import { describe, expect, it } from 'vitest';
import { rateExplicit } from '../../../../src/lyrics/explicit/rate-explicit.ts';
import { findHits } from '../../../../src/lyrics/find-hits.ts';
import { readSong } from '../../../../src/lyrics/text/song.ts';
import { findThemes } from '../../../../src/lyrics/themes/find-themes.ts';

const prayer = `[Verse 1]
Pastor on the corner with a bible in his hand
Prayin' to the Lord for the people and the land
Angels in the rafters and the choir on its feet
Hallelujah rising from the gutter to the street

[Chorus]
Forgive me, I was walking with the devil at my side
Forgive me, I was walking with the devil at my side`;

const themesOf = (text: string) => {
  const song = readSong(text);
  return findThemes(song, findHits(song));
};
const explicitOf = (text: string, language: string | null = null) => {
  const song = readSong(text);
  return rateExplicit(song, findHits(song), language);
};

describe('findThemes', () => {
  it('names the theme with the lines that show it', () => {
    const [first] = themesOf(prayer);
    expect(first?.theme).toBe('faith');
    expect(first?.score).toBeGreaterThan(0.5);
    const quoted = first?.evidence.map(({ start, end }) => prayer.slice(start, end));
    expect(quoted).toContain('Pastor');
    for (const { line, start } of first?.evidence ?? [])
      expect(prayer.slice(0, start).split('\n').length - 1).toBe(line);
    expect(new Set(first?.evidence.map(({ line }) => line)).size).toBe(first?.evidence.length);
  });

  it('does not find a theme in one repeated word', () => {
    const song = Array.from(
      { length: 30 },
      (_, at) => `the kettle number ${at} was standing by the copper window, God`,
    );
    expect(themesOf(song.join('\n')).map(({ theme }) => theme)).not.toContain('faith');
  });

  it('finds phrases, and not the words inside them again', () => {
    const song = readSong('rest in peace to the captain of the ferry');
    const hits = findHits(song).filter((hit) => hit.category === 'loss_grief');
    expect(hits.map(({ start, end }) => song.text.slice(start, end))).toEqual(['rest in peace']);
  });

  it.each(['', 'the kettle', '🔥'])('finds none in %j', (text) => {
    expect(themesOf(text)).toEqual([]);
  });
});

describe('rateExplicit', () => {
  it.each([
    ['clean', 'the kettle on the stove is spitting steam'],
    ['mild', 'damn, the kettle on the stove'],
    ['explicit', 'fuck the kettle'],
    ['explicit', 'f**k the kettle'],
    ['explicit', "motherfuckin' kettle"],
  ])('rates %s: %j', (rating, text) => {
    expect(explicitOf(text).rating).toBe(rating);
  });

  it('does not rate a text as clean in an unsupported language', () => {
    expect(explicitOf('Я иду по улице', 'ru').rating).toBe('unknown');
    expect(explicitOf('shit, я иду', 'ru').rating).toBe('explicit');
  });

  it.each(['puddin', 'muffin', 'prices', 'shaved'])('recognises %s', (word) => {
    expect(explicitOf(word).rating).toBe('clean');
  });

  it('counts by kind and per hundred words', () => {
    expect(explicitOf('shit, sh*t, damn kettle').counts).toMatchObject({ strong: 1, censored: 1, mild: 1 });
    expect(explicitOf('shit kettle').per_100_words).toBe(50);
    expect(explicitOf('').per_100_words).toBeNull();
  });
});
