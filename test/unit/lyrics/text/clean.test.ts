import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanScrapedLyrics } from '../../../../src/lyrics/text/clean.ts';

const meta = { title: 'Copper Kettle', artist: 'Marlow Vane' };
const kinds = (raw: string, given = meta) =>
  cleanScrapedLyrics(raw, given).changes.map((change) => change.kind);
const clean = (raw: string, given = meta) => cleanScrapedLyrics(raw, given).lyrics;

describe('a file with time stamps', () => {
  it.each([
    ['[00:10.34]Steam on the glass\n[00:12.00]Water on the boil', 'Steam on the glass\nWater on the boil'],
    ['[ar:Vane]\n[ti:Kettle]\n[by:maker]\n[00:10]Steam on the glass', 'Steam on the glass'],
    ['[00:10.34] <00:10.34>Steam <00:10.90>on the glass', 'Steam on the glass'],
    ['[00:09.00][Verse 1]\n[00:10.34]Steam', '[Verse 1]\nSteam'],
    ['[00:10.34]Steam\n[00:12.00]\n[00:15.00]Water', 'Steam\n\nWater'],
    ['[00:10.00][00:30.00]Steam\n[00:20.00]Water\nBoil', 'Steam\nWater\nBoil\nSteam'],
    ['[1:00:01]Water\n[00:59:59.5][1:00:02]Steam', 'Steam\nWater\nSteam'],
  ])('holds none when it is stored: %j', (raw, expected) => {
    expect(clean(raw)).toBe(expected);
    expect(kinds(raw)).toContain('time_stamps');
  });

  it.each(["I'm up at 5:30\nand [5:30] again", '[Verse 1]\n[by: nobody]\nSteam'])(
    'is not any text: %j',
    (raw) => {
      expect(clean(raw)).toBe(raw);
    },
  );
});

describe('cleanScrapedLyrics', () => {
  it.each([
    ['Copper Kettle Lyrics\nSteam on the glass', 'Steam on the glass'],
    [
      'Copper Kettle Lyrics\nCopper Kettle Lyrics\n1 ContributorCopper Kettle Lyrics\nSteam on the glass',
      'Steam on the glass',
    ],
    [
      '27 ContributorsTranslationsDeutschPortuguêsCopper Kettle LyricsSteam on the glass',
      'Steam on the glass',
    ],
    ['1 ContributorSomething else LyricsSteam on the glass', 'Steam on the glass'],
    ['(Japanese)EnglishRomanizationCopper Kettle Lyrics\nSteam on the glass', 'Steam on the glass'],
    ['Copper Kettle (Remix) Lyrics\nSteam on the glass', 'Steam on the glass'],
    ['r Kettle LyricsSteam on the glass', 'Steam on the glass'],
    ['Copper Kettle Lyrics\nRead More\u00a0\nSteam on the glass', 'Steam on the glass'],
    [
      'Copper Kettle Lyrics\nMarlow wrote it at sea. The second song of… Read More\u00a0Steam on the glass',
      'Steam on the glass',
    ],
    ['Steam on the glass\nWater on the boil12Embed', 'Steam on the glass\nWater on the boil'],
    ['Steam on the glass\nWater on the boil1.2KEmbed', 'Steam on the glass\nWater on the boil'],
    ['Steam on the glass\nEmbed', 'Steam on the glass'],
    ['Steam on the glass\nYou might also like5Embed', 'Steam on the glass'],
    ['Steam on the glassYou might also likeEmbed', 'Steam on the glass'],
    ['Steam on the glass\n4Embed', 'Steam on the glass'],
    ['Steam on the glass\nSince 1995Embed', 'Steam on the glass\nSince 1995'],
    ["Steam on the glass\nBack in '95Embed", "Steam on the glass\nBack in '95"],
    ['Steam on the glassYou might also like[Verse 2]\nWater', 'Steam on the glass\n[Verse 2]\nWater'],
    ['Steam on the glass\nYou might also like\nWater', 'Steam on the glass\nWater'],
    [
      'Steam on the glass\nSee Marlow Vane LiveGet tickets as low as $45You might also likeWater',
      'Steam on the glass\nWater',
    ],
  ])('removes page text from %j', (raw, expected) => {
    expect(clean(raw)).toBe(expected);
  });

  it('removes a short biography without a link from the top', () => {
    const blurb = 'Marlow Vane’s second single from the album “Cold Water” samples a kettle.';
    expect(clean(`${blurb}\nSteam on the glass\nI don't know why`)).toBe(
      "Steam on the glass\nI don't know why",
    );
  });

  it.each([
    'Lyrics leave the page like starlings off a wire',
    'You might also like the way the kettle sings',
    'You might also like New Harbour',
    'You might also like 50 kettles',
    'Read More books than the ones they gave you',
    'I told Marlow that the single on the album was a story about my own two hands and a kettle.',
    'Copper Kettle on the stove',
    'We never embed',
    'Contributors to my downfall',
  ])('keeps the real line %j', (line) => {
    const raw = `${line}\nSteam on the glass\n${line}`;
    expect(clean(raw)).toBe(raw);
    expect(kinds(raw)).toEqual([]);
  });

  it('reports what it changed', () => {
    expect(cleanScrapedLyrics('Copper Kettle Lyrics\nThе\u2005glass\nWater3Embed', meta).changes).toEqual([
      { kind: 'exotic_spaces', count: 1 },
      { kind: 'look_alikes', count: 1 },
      { kind: 'title_line', count: 1 },
      { kind: 'embed', count: 1 },
    ]);
  });

  it('works without a title and on an empty text', () => {
    expect(clean('3 ContributorsAnything LyricsSteam', {} as typeof meta)).toBe('Steam');
    expect(clean('')).toBe('');
  });

  it('keeps every line of any clean text', () => {
    const word = fc.constantFrom(
      'kettle',
      'rain',
      'Lyrics',
      'read',
      'more',
      'I',
      'the',
      'live',
      'tickets',
      '45',
      'like',
    );
    const line = fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => `so ${words.join(' ')}`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        expect(clean(lines.join('\n'))).toBe(lines.join('\n'));
      }),
    );
  });

  it('does not change a clean text', () => {
    const part = fc.constantFrom(
      'Copper Kettle Lyrics',
      'Steam on the glass',
      '12Embed',
      '',
      'You might also like',
      '2 Contributors',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const once = clean(parts.join('\n'));
        expect(clean(once).length).toBeLessThanOrEqual(once.length);
      }),
    );
  });
});
