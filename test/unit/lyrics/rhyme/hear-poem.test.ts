import { describe, expect, it } from 'vitest';
import { hearPoem } from '../../../../src/lyrics/rhyme/end-words/hear-poem.ts';
import { schemeOf } from '../../../../src/lyrics/rhyme/end-words/scheme-of.ts';
import { lexicon } from '../../../support/lexicon.ts';

const schemes = (...stanzas: string[]) =>
  hearPoem(
    stanzas.map((words) => words.split(' ')),
    lexicon,
  ).map(schemeOf);

describe('the scheme of a stanza', () => {
  it('is found from end words alone', () => {
    expect(schemes('stone light alone night')).toEqual([[0, 1, 0, 1]]);
    expect(schemes('day way sea free')).toEqual([[0, 0, 2, 2]]);
  });

  it('accepts eye rhymes in older verse', () => {
    expect(schemes('prove rain love again')[0]?.slice(0, 3)).toEqual([0, 1, 0]);
  });

  it('uses the other stanzas of a poem', () => {
    const clear = ['stone light alone night', 'tree sand free land', 'fire cold desire gold'];
    const [last] = schemes(...clear, 'wind moon mind gone').slice(-1);
    expect(last?.[0]).toBe(last?.[2]);
  });

  it('is empty without words and one letter for one word', () => {
    expect(hearPoem([], lexicon)).toEqual([]);
    expect(schemes('alone')).toEqual([[0]]);
  });
});
