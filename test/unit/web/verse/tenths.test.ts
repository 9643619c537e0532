import { describe, expect, it } from 'vitest';
import { reachOf, tenthsOf } from '../../../../src/web/verse/tenths.ts';

const TEXT = Array.from({ length: 20 }, (_, line) => `line ${line}`).join('\n');

/** A song of twenty lines, of which some have a mood, and one word that shows a feeling. */
function feelings(moods: Record<number, number>, word?: { line: number; start: number; end: number }) {
  const lines = Array.from({ length: 20 }, (_, line) => ({ line, score: moods[line] ?? 0 }));
  const arc = Array.from({ length: 10 }, (_, at) => ((moods[2 * at] ?? 0) + (moods[2 * at + 1] ?? 0)) / 2);
  return {
    sentiment_detail: { lines, arc, sections: [], slope: 0, positive: 0, neutral: 1, negative: 0 },
    emotional_profile: {
      scores: {},
      dominant: null,
      intensity: 0,
      evidence: word === undefined ? [] : [{ ...word, text: 'line', emotion: 'joy' as const }],
    },
  } as unknown as Parameters<typeof tenthsOf>[0];
}

describe('the tenths of a song', () => {
  it('have their first and last line, and are left out where no word of feeling stands', () => {
    const tenths = tenthsOf(feelings({ 4: 0.5, 19: -0.4 }), TEXT);
    expect(tenths.map(({ place, from, to, score }) => ({ place, from, to, score }))).toEqual([
      { place: 2, from: 4, to: 5, score: 0.25 },
      { place: 9, from: 18, to: 19, score: -0.2 },
    ]);
  });

  it('that level out have their words all the same', () => {
    expect(tenthsOf(feelings({ 4: 0.5, 5: -0.5 }), TEXT)).toHaveLength(1);
  });

  it('stand on the words that show a feeling, else on the lines that have a mood', () => {
    const word = { line: 4, start: 28, end: 32 };
    expect(tenthsOf(feelings({ 4: 0.5, 5: 0.1 }, word), TEXT)[0]?.evidence).toMatchObject([word]);
    const [line] = tenthsOf(feelings({ 4: 0.5 }), TEXT)[0]?.evidence ?? [];
    expect(TEXT.slice(line?.start, line?.end)).toBe('line 4');
    expect(tenthsOf(feelings({ 4: 0.5 }), null)[0]?.evidence).toEqual([]);
  });

  it('have bars that are not drawn larger than their mood', () => {
    expect(reachOf([])).toBe(0.2);
    expect(reachOf(tenthsOf(feelings({ 4: 1 }), TEXT))).toBe(0.5);
  });
});
