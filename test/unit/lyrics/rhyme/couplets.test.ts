import { describe, expect, it } from 'vitest';
import { analyzeRhyme } from '../../../../src/lyrics/rhyme/analyze-rhyme.ts';
import { parseSections } from '../../../../src/lyrics/text/sections.ts';
import { lexicon } from '../../../support/lexicon.ts';
import { COUPLETS, UNSEEN_COUPLETS } from './couplets.ts';

const schemeOf = (couplet: string): string => {
  const text = couplet.replaceAll(' / ', '\n');
  return analyzeRhyme(text, parseSections(text), lexicon)
    .schemes.map(({ scheme }) => scheme)
    .join('|');
};

describe.each(Object.entries(COUPLETS))('couplets with %s', (_kind, couplets) => {
  it.each(couplets)('are heard as %s: %s', (scheme, lines) => {
    expect(schemeOf(lines)).toBe(scheme);
  });
});

describe('couplets that the engine was not developed with', () => {
  it('are heard rightly, at least 88 % of them', () => {
    const all = Object.values(UNSEEN_COUPLETS).flat();
    const right = all.filter(([scheme, lines]) => schemeOf(lines) === scheme);
    expect(all.length).toBeGreaterThanOrEqual(80);
    expect(right.length / all.length).toBeGreaterThanOrEqual(0.88);
  });
});
