import { describe, expect, it } from 'vitest';
import { evalRefusals, type RefusalText, readRefusalTexts } from '../../../scripts/eval/eval-refusals.ts';
import { readLexicon } from '../../../scripts/read-lexicon.ts';
import { openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';

describe('the evaluation of what is not scored', async () => {
  const lexicon = openLexicon(await readLexicon());
  const text = (id: string, scored: boolean, line: string): RefusalText => ({
    ...{ id, kind: 'k', half: 'test', scored, lines: [line] },
    ...(scored ? {} : { reasons: ['short'] }),
  });

  it('counts what is refused rightly, wrongly and not at all', () => {
    const refused = [text('a', false, 'I went to the shop'), text('b', true, 'You came to the door')];
    expect(evalRefusals(refused, lexicon)).toEqual({
      test: {
        texts: 2,
        to_refuse: 1,
        refusal: expect.objectContaining({ api: { precision: 0.5, recall: 1 } }),
        rightly_named: 1,
        misses: [{ id: 'b', reason: 'short' }],
      },
    });
  });

  it('has texts that are each written once, a quarter of them never tuned on', async () => {
    const texts = await readRefusalTexts();
    expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length);
    expect(new Set(texts.map(({ lines }) => lines.join('\n'))).size).toBe(texts.length);
    expect(texts.filter(({ half }) => half === 'test').length).toBeGreaterThanOrEqual(texts.length / 4);
    for (const { scored, half, reasons } of texts)
      if (half === 'test') expect(reasons === undefined).toBe(scored);
  });
});
