import { describe, expect, it } from 'vitest';
import { analyzeFlow } from '../../../../src/lyrics/flow/analyze-flow.ts';
import { FlowReportSchema } from '../../../../src/lyrics/flow/contract.ts';
import { lexicon } from '../../../support/lexicon.ts';

const analyze = (text: string) => analyzeFlow(text, [], lexicon);

describe('flow', () => {
  it('marks every syllable of a line', () => {
    const [line] = analyze('I walk along the river').lines;
    expect(line).toEqual({
      line: 0,
      words: 5,
      syllables: 7,
      aside_syllables: 0,
      stresses: 3,
      pattern: 'x/x/x/x',
    });
  });

  it('measures the main voice and tells the syllables of asides apart', () => {
    const plain = analyze('They move when I creep\nand follow me down to the deep\nwe never go to sleep');
    const report = analyze(
      'They move when I creep (grrah, grrah)\nand follow (follow) me down to the deep\n(ay)\nwe never go to sleep',
    );
    expect(
      report.lines.map(({ line, words, syllables, aside_syllables }) => [
        line,
        words,
        syllables,
        aside_syllables,
      ]),
    ).toEqual([
      [0, 5, 5, 2],
      [1, 7, 8, 2],
      [2, 0, 0, 1],
      [3, 5, 6, 0],
    ]);
    const { lines: _, ...measures } = report;
    const { lines: __, ...expected } = plain;
    expect(measures).toEqual(expected);
  });

  it('calls equal lines regular and uneven ones less so', () => {
    const even = analyze('the moon is on the water\nthe sun is on the daughter').regularity;
    const uneven = analyze('the moon\nis hanging over all of the glittering water tonight').regularity;
    expect(even).toBe(1);
    expect(uneven).toBeLessThan(0.5);
  });

  it('finds pauses at commas and line ends', () => {
    const { breath } = analyze('one two, three four five\nsix');
    expect(breath).toMatchObject({ min: 1, max: 3, mean: 2 });
  });

  it('counts repeated lines and runs', () => {
    const report = analyze('keep it moving now\nkeep it moving now\nkeep it moving now\nstop');
    expect(report.repeated_lines).toBe(0.5);
    expect(report.repeated_trigrams).toBeGreaterThan(0.5);
  });

  it('distributes lines over the length profile', () => {
    const { length_profile } = analyze('stop\nkeep it moving now keep it');
    expect(length_profile).toEqual([0.5, 0.5, 0, 0, 0]);
  });

  it.each(['', '🔥', '...', 'слово', 'a'.repeat(5000), 'x\n'.repeat(5000)])(
    'returns a valid result for any text',
    (text) => {
      const report = FlowReportSchema.parse(analyze(text));
      expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
    },
  );

  it('returns an empty result for an empty text', () => {
    expect(analyze('')).toMatchObject({
      syllables_per_line: null,
      regularity: null,
      breath: null,
      repeated_lines: null,
    });
  });
});
