import { describe, expect, it } from 'vitest';
import { analyzeRhyme } from '../../../../src/lyrics/rhyme/analyze-rhyme.ts';
import { parseSections } from '../../../../src/lyrics/text/sections.ts';
import type { Reading } from '../../../../src/web/engine/messages.ts';
import { TextReader } from '../../../../src/web/engine/read-text.ts';
import { lexicon } from '../../../support/lexicon.ts';

const VERSE = `[Verse 1]
I keep a ledger of the weather and a letter from my mother
Every summer in the gutter had a number and a colour (what a colour)
They said the penmanship is medicine, the rhythm is adrenaline
I let it in, I settle in, the devil is a gentleman`;

const members = ({ rhyme }: Reading): number =>
  rhyme.groups.reduce((sum, group) => sum + group.members.length, 0);

describe('a reading', () => {
  it('tells of rhymes what the report of the API does', () => {
    const { rhyme } = new TextReader(lexicon).read(VERSE, 0);
    expect(rhyme).toEqual(analyzeRhyme(VERSE, parseSections(VERSE), lexicon));
  });

  it('holds fewer rhymes the surer they have to be, and the same again in the middle', () => {
    const reader = new TextReader(lexicon);
    const counts = [-1, -0.5, 0, 0.5, 1].map((sureness) => members(reader.read(VERSE, sureness)));
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts.at(0)).toBeGreaterThan(counts.at(-1) ?? 0);
    expect(members(reader.read(VERSE, 0))).toBe(counts[2]);
  });

  it('has every syllable at its place, those of asides too', () => {
    const { map, flow } = new TextReader(lexicon).read(VERSE, 0);
    expect(map.rows.map(({ line, syllables }) => [line, syllables.length])).toEqual(
      flow.lines.map(({ line, syllables, aside_syllables: aside }) => [line, syllables + aside]),
    );
    const aside = map.rows[1]?.syllables.filter((syllable) => syllable.isAside) ?? [];
    expect(new Set(aside.map(({ start, end }) => VERSE.slice(start, end)))).toEqual(
      new Set(['what', 'a', 'colour']),
    );
    for (const { syllables } of map.rows) {
      const starts = syllables.map(({ start }) => start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }
  });

  it('colours a word from its rhyming syllable on', () => {
    const text = 'we wait for the reply\nunder an open sky';
    const { map } = new TextReader(lexicon).read(text, 0);
    const reply = map.rows[0]?.syllables.filter(({ start, end }) => text.slice(start, end) === 'reply');
    expect(reply?.map(({ rhymes }) => rhymes)).toEqual([false, true]);
  });

  it('places both sides of a multisyllabic rhyme', () => {
    const { map } = new TextReader(lexicon).read(VERSE, 0);
    const [longest] = map.multis;
    expect(longest?.syllables).toBeGreaterThanOrEqual(3);
    for (const { first, second, syllables } of map.multis) {
      for (const { line, from, to } of [first, second]) {
        const row = map.rows.find((one) => one.line === line)?.syllables ?? [];
        expect(row.slice(from, to).filter(({ isAside }) => !isAside)).toHaveLength(syllables);
      }
    }
  });

  it('points into the text as it was given', () => {
    const text = 'a cafe\u0301 in the night\r\nburning bright';
    const { rhyme, map } = new TextReader(lexicon).read(text, 0);
    const words = rhyme.groups
      .flatMap((group) => group.members)
      .map(({ start, end }) => text.slice(start, end));
    expect(words).toContain('bright');
    expect(map.rows[1]?.syllables.map(({ start, end }) => text.slice(start, end))).toContain('burning');
  });

  it.each(['', ' \n ', '[Chorus]', '\u{1f525}', 'ж'.repeat(400), '<script>alert(1)</script>'])(
    'of %j is finite',
    (text) => {
      const { rhyme, map } = new TextReader(lexicon).read(text, -1);
      expect(rhyme.density ?? 0).toBeGreaterThanOrEqual(0);
      expect(map.multis).toEqual([]);
    },
  );
});
