import { describe, expect, it } from 'vitest';
import { cleanScrapedLyrics } from '../../../../src/lyrics/text/clean.ts';

const SUNG =
  'I left my coat upon the chair\nand took the early train\nAm I the only one who knows\nthe sound of it again';
const clean = (raw: string) => cleanScrapedLyrics(raw, {});
const rows = SUNG.split('\n');

describe('a chord sheet', () => {
  it.each([
    ['above the words', rows.map((row) => `Am          F\n${row}`)],
    [
      'above the words, of many kinds',
      rows.map((row) => `Em7  Cadd9  G/B  D/F#  Bbmaj7  C#m7b5  Dsus4\n${row}`),
    ],
    ['above the words, of letters set apart', rows.map((row) => `G        C        D\n${row}`)],
    ['with bars', rows.map((row) => `| Am | F | x2\n${row}`)],
    ['inside the words', rows.map((row) => `[Am]${row.replace(' ', ' [F]')}`)],
  ])('has its words alone if the chords stand %s', (_, lines) => {
    const { lyrics, changes } = clean(lines.join('\n'));
    expect(lyrics).toBe(SUNG);
    expect(changes).toContainEqual({ kind: 'chords', count: rows.length });
  });

  it.each([
    'A B C\nE F G\nthat is how it begins\nand that is how it ends',
    'Am I the one\nA man like me\nC the light\nG is for go',
    '[A]\nfirst part of the tune\n[B]\nsecond part of the tune',
    'A\nE\nI\nO\nU\nand sometimes why',
    'say it again\nx2\nand say it again\nx2',
    'one row of\nAm F\nand no other',
  ])('is not seen in %j', (text) => {
    expect(clean(text).lyrics).toBe(text);
  });
});
