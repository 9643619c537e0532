import { describe, expect, it } from 'vitest';
import { analyzeRhyme } from '../../../../src/lyrics/rhyme/analyze-rhyme.ts';
import { parseSections } from '../../../../src/lyrics/text/sections.ts';
import { lexicon } from '../../../support/lexicon.ts';
import { POEMS, PROSE } from './passages.ts';

const analyze = (text: string) => analyzeRhyme(text, parseSections(text), lexicon);
const densitiesOf = (texts: readonly string[]) => texts.map((text) => analyze(text).density ?? 0);

/** Share of pairs of one of each in which the first is greater; equal ones count half. */
const areaUnder = (greater: readonly number[], less: readonly number[]) =>
  greater
    .flatMap((a) => less.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
    .reduce<number>((sum, one) => sum + one, 0) /
  (greater.length * less.length);

describe('prose', () => {
  it('has no groups, in at least 28 of 30 passages', () => {
    expect(PROSE).toHaveLength(30);
    expect(PROSE.filter((text) => analyze(text).groups.length === 0).length).toBeGreaterThanOrEqual(28);
  });

  it('as one line has none either', () => {
    const grouped = PROSE.filter((text) => analyze(text.replaceAll('\n', ' ')).groups.length > 0);
    expect(grouped.length).toBeLessThanOrEqual(2);
  });

  it('of many passages has next to none', () => {
    expect(analyze(PROSE.join('\n')).density ?? 1).toBeLessThan(0.03);
  });
});

describe('couplets', () => {
  it('are denser than prose: AUC at least .97', () => {
    expect(POEMS).toHaveLength(30);
    expect(areaUnder(densitiesOf(POEMS), densitiesOf(PROSE))).toBeGreaterThanOrEqual(0.97);
    expect(Math.min(...densitiesOf(POEMS))).toBeGreaterThan(Math.max(...densitiesOf(PROSE)));
  });
});

describe('rhymes inside lines', () => {
  it('stay where line ends rhyme', () => {
    const { counts } = analyze(
      'I never chase the paper, every major player pays me later\nI make the bass shake, break the table, raise the paper maker',
    );
    expect(counts.internal + counts.chain).toBeGreaterThanOrEqual(3);
  });

  it('stay in a line that rhymes with itself', () => {
    expect(analyze('late night flight, bright light in sight').groups.length).toBeGreaterThanOrEqual(1);
  });
});
