import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineUnits } from '../../../../src/lyrics/text/line-units.ts';
import { isHeaderLine } from '../../../../src/lyrics/text/sections.ts';
import {
  bestSnippet,
  firstSnippet,
  matchedWords,
  matchLines,
  queryWords,
} from '../../../../src/services/search/snippet.ts';

const SONG = `[Intro]
Yeah

[Verse 1]
The harbor sleeps, the cranes are standing still
A lantern burns above the window sill
My brother counted money in the cold
We sold the boat for less than it was sold

[Chorus]
Keep a lantern in the window for me
Keep a lantern in the window for me`;

describe('a snippet', () => {
  it('is the two neighbouring lines with most of the words', () => {
    const snippet = bestSnippet(matchLines(SONG, ['lantern', 'window', 'brother']));
    expect(snippet?.text).toBe('A lantern burns above the window sill\nMy brother counted money in the cold');
    expect(SONG.split('\n').slice(snippet?.start_line, snippet?.end_line).join('\n')).toBe(snippet?.text);
  });

  it('is the first of several with the same number of words', () => {
    expect(bestSnippet(matchLines(SONG, ['lantern']))?.text).toMatch(/^The harbor sleeps/);
  });

  it('of a range stays within it', () => {
    expect(bestSnippet(matchLines(SONG, ['lantern']), { start: 10, end: 11 })).toEqual({
      text: 'Keep a lantern in the window for me',
      start_line: 10,
      end_line: 11,
    });
    expect(bestSnippet(matchLines(SONG, []), { start: 9, end: 99 })?.start_line).toBe(10);
  });

  it('without words is the beginning of the song', () => {
    expect(firstSnippet(SONG)).toEqual({ text: 'Yeah', start_line: 1, end_line: 2 });
    expect(firstSnippet('[Chorus]\n\n')).toBeNull();
  });

  it('is never more than two lines, never a header or a blank one', () => {
    const line = fc.constantFrom(
      'the river',
      'river light',
      'a lamp',
      '',
      '[Verse 2]',
      '[Chorus]',
      'light on light',
    );
    const song = fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n'));
    const range = fc.option(
      fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
    );
    const asked = fc.subarray(['river', 'light', 'lamp']);
    fc.assert(
      fc.property(song, asked, range, (text, words, within) => {
        const lines = text.split('\n');
        const snippet = bestSnippet(matchLines(text, words), within);
        const { start, end } = within ?? { start: 0, end: lines.length };
        const shown = lines.slice(start, end).filter((one) => one.trim() !== '' && !isHeaderLine(one));
        expect(snippet === null).toBe(shown.length === 0);
        if (snippet === null) return;
        const own = lines.slice(snippet.start_line, snippet.end_line);
        expect(own.join('\n')).toBe(snippet.text);
        expect(own.length).toBeGreaterThan(0);
        expect(own.length).toBeLessThanOrEqual(2);
        expect(own.every((one) => shown.includes(one))).toBe(true);
        expect(snippet.start_line).toBeGreaterThanOrEqual(start);
        expect(snippet.end_line).toBeLessThanOrEqual(end);
        // No pair of lines contains more of the words.
        const best = Math.max(...shown.map((one) => matchedWords(one, words).length));
        expect(matchedWords(snippet.text, words).length).toBeGreaterThanOrEqual(best);
      }),
    );
  });
});

describe('a snippet of long lines', () => {
  const prose = fc
    .array(fc.constantFrom('river', 'light', 'a', 'lamp', 'unnecessarily', '🎤', 'x'.repeat(170)), {
      maxLength: 80,
    })
    .map((words) => words.join(' '));
  const song = fc.array(prose, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));

  it('is at most 160 characters of two lines in whole pieces, with a word of the query', () => {
    fc.assert(
      fc.property(song, (text) => {
        const snippet = bestSnippet(matchLines(text, ['lamp']));
        if (snippet === null) return;
        const lines = text.split('\n').slice(snippet.start_line, snippet.end_line);
        expect(snippet.text.length).toBeLessThanOrEqual(160);
        expect(lines.length).toBeLessThanOrEqual(2);
        expect(lines.join('\n')).toContain(snippet.text);
        const units = new Set(lineUnits(lines.join('\n')));
        for (const unit of lineUnits(snippet.text)) expect(units).toContain(unit);
        if (/\blamp\b/.test(text)) expect(snippet.text).toMatch(/\blamp\b/);
      }),
    );
  });

  it('shows the same pieces for any query, so that they cannot be joined to the whole text', () => {
    const words = Array.from({ length: 200 }, (_, i) => `hidden${i}`);
    const text = words.join(' ');
    const seen = new Set(
      words.flatMap((word) => lineUnits(bestSnippet(matchLines(text, [word]))?.text ?? '')),
    );
    expect([...seen].every((unit) => lineUnits(text).includes(unit))).toBe(true);
    expect(seen.size).toBeLessThanOrEqual(lineUnits(text).length);
  });
});

describe('the words of a query', () => {
  it('are listed once, in lower case, without stop words', () => {
    expect(queryWords('Who ran from the Rain, the RAIN in "Puerto Seco"?')).toEqual([
      'ran',
      'rain',
      'puerto',
      'seco',
    ]);
    expect(queryWords("don't stop")).toEqual(["don't", 'stop']);
    expect(queryWords('Привет, мир')).toEqual(['привет', 'мир']);
  });

  it('are kept when there are only stop words', () => {
    expect(queryWords('who are you')).toEqual(['who', 'are', 'you']);
    expect(queryWords('?!')).toEqual([]);
  });

  it('are found in any inflection', () => {
    expect(matchedWords('she was running past the cities', ['runs', 'city', 'walk'])).toEqual([
      'runs',
      'city',
    ]);
    expect(matchedWords("he's runnin' late", ['run'])).toEqual(['run']);
    expect(matchedWords('the spies read ads', ['spy', "ad's", 'spied'])).toEqual(['spy', 'spied']);
  });
});
