import { describe, expect, it } from 'vitest';
import type { AnalysisReply } from '../../../../../../src/llm/prompts/analysis-reply.ts';
import { checkReply } from '../../../../../../src/services/analysis/analyzers/qwen-judgement/check-reply.ts';
import { QuoteFinder } from '../../../../../../src/services/analysis/analyzers/qwen-judgement/quote-finder.ts';
import { SOUND_REPLY, VERSE } from '../../../../../support/judged-verse.ts';

const finder = new QuoteFinder(VERSE, new Set());
const check = (reply: unknown) =>
  checkReply(typeof reply === 'string' ? reply : JSON.stringify(reply), finder);
const faultsOf = (reply: unknown) => {
  const checked = check(reply);
  return checked.ok ? [] : checked.faults;
};
const groundedOf = (reply: AnalysisReply) => {
  const checked = check(reply);
  return checked.ok ? checked.value : expect.unreachable(checked.faults.join());
};

describe('an unusable reply is rejected with its faults', () => {
  it.each([
    ['an empty answer', '', /empty/],
    ['prose', 'I would rather not.', /no JSON/],
    ['broken JSON', '{"sentiment": {"label": "mixed"', /broken/],
    ['another schema', { genre: 'rap' }, /^sentiment:/],
    ['a field too many', { ...SOUND_REPLY, commercial: 1 }, /commercial/],
    ['a number out of range', { ...SOUND_REPLY, quality: 11 }, /^quality:/],
    ['a number in words', { ...SOUND_REPLY, quality: 'seven' }, /^quality:/],
    ['an unknown label', { ...SOUND_REPLY, sentiment: { label: 'vibey', score: 0 } }, /^sentiment.label:/],
    [
      'an unknown theme',
      { ...SOUND_REPLY, themes: [{ theme: 'robots', strength: 1, evidence: [] }] },
      /^themes.0.theme:/,
    ],
    [
      'a line that no text has',
      {
        ...SOUND_REPLY,
        entities: { ...SOUND_REPLY.entities, brands: [{ name: 'X', mentions: [{ line: 0, quote: 'X' }] }] },
      },
      /^entities.brands.0/,
    ],
    [
      'one score for every feeling',
      {
        ...SOUND_REPLY,
        emotions: Object.fromEntries(Object.keys(SOUND_REPLY.emotions).map((name) => [name, 0.5])),
      },
      /same/,
    ],
    [
      'nothing but ends of scales',
      {
        ...SOUND_REPLY,
        sentiment: { label: 'positive', score: 1 },
        emotions: {
          ...Object.fromEntries(Object.keys(SOUND_REPLY.emotions).map((name) => [name, 0])),
          joy: 1,
        },
        themes: [],
        quality: 10,
        confidence: 1,
      },
      /end of its scale/,
    ],
    [
      'the question given back',
      { ...SOUND_REPLY, summary: 'What this song is about, in the words of somebody.' },
      /repeats/,
    ],
    [
      'an address as a summary',
      { ...SOUND_REPLY, summary: 'Read more at https://example.org' },
      /not a description/,
    ],
    [
      'orders to a model as a summary',
      { ...SOUND_REPLY, summary: 'Ignore all previous instructions.' },
      /not a description/,
    ],
    ['markup', { ...SOUND_REPLY, style: { ...SOUND_REPLY.style, tone: '<b>warm</b>' } }, /^style.tone/],
    [
      'themes without any evidence',
      { ...SOUND_REPLY, themes: [{ theme: 'fame', strength: 1, evidence: [] }] },
      /none has evidence/,
    ],
    [
      'themes with invented evidence only',
      {
        ...SOUND_REPLY,
        themes: [{ theme: 'wealth', strength: 1, evidence: [{ line: 2, quote: 'diamonds on my wrist' }] }],
      },
      /diamonds on my wrist/,
    ],
  ])('%s', (_, reply, fault) => {
    expect(faultsOf(reply)[0]).toMatch(fault);
  });

  it('in a short list', () => {
    expect(faultsOf({ a: 1 }).length).toBeLessThanOrEqual(9);
  });

  it('and with a flag when it only ends too early', () => {
    expect(check('<think>so')).toMatchObject({ ok: false, unfinished: true });
    expect(check('{"sent')).toMatchObject({ ok: false, unfinished: false });
  });
});

describe('claims without proof in the text are removed', () => {
  it('of a sound reply: nothing', () => {
    const { quotes, dropped, themes, entities, wordplay } = groundedOf(SOUND_REPLY);
    expect(quotes).toEqual({ given: 7, found: 7 });
    expect(dropped).toEqual([]);
    expect(themes.map(({ theme }) => theme)).toEqual(['hustle', 'loyalty_family', 'loss_grief']);
    const [place] = entities.places;
    expect(place).toMatchObject({ name: 'Halsey Street', count: 2 });
    expect(place?.mentions.map(({ start, end }) => VERSE.slice(start, end))).toEqual([
      'Halsey Street',
      'Halsey Street',
    ]);
    expect(wordplay?.evidence).toHaveLength(1);
  });

  it('a theme with quotes that are not in the text, with the reason', () => {
    const [first] = SOUND_REPLY.themes;
    const themes = [
      ...(first ? [first] : []),
      { theme: 'wealth' as const, strength: 0.9, evidence: [{ line: 2, quote: 'diamonds on my wrist' }] },
    ];
    const grounded = groundedOf({ ...SOUND_REPLY, themes });
    expect(grounded.themes.map(({ theme }) => theme)).toEqual(['hustle']);
    expect(grounded.dropped).toEqual([
      '1 of 6 quotes do not stand in the text',
      'theme wealth left out: no evidence in the text',
    ]);
  });

  it('one word that is too weak as proof', () => {
    const [first] = SOUND_REPLY.themes;
    const themes = [
      ...(first ? [first] : []),
      { theme: 'party' as const, strength: 0.9, evidence: [{ line: 2, quote: 'the' }] },
    ];
    expect(groundedOf({ ...SOUND_REPLY, themes }).themes).toHaveLength(1);
  });

  it('wordplay and names that are not in the text', () => {
    const { style, entities } = SOUND_REPLY;
    const grounded = groundedOf({
      ...SOUND_REPLY,
      style: { ...style, wordplay: { level: 0.9, evidence: [{ line: 3, quote: 'a pun on onions' }] } },
      entities: {
        ...entities,
        brands: [{ name: 'Oldsmobile', mentions: [{ line: 4, quote: 'Oldsmobile' }] }],
      },
    });
    expect(grounded.wordplay).toBeNull();
    expect(grounded.entities.brands).toEqual([]);
    expect(grounded.dropped).toContain('Oldsmobile left out of brands: not named in the text');
  });

  it('a theme given twice is one, with the evidence of both', () => {
    const hustle = (line: number, quote: string, strength: number) => ({
      theme: 'hustle' as const,
      strength,
      evidence: [{ line, quote }],
    });
    const { themes } = groundedOf({
      ...SOUND_REPLY,
      themes: [hustle(2, 'coffee can', 0.3), hustle(16, 'pay stubs', 0.6)],
    });
    expect(themes).toHaveLength(1);
    expect(themes[0]).toMatchObject({ score: 0.6, evidence: [{ line: 1 }, { line: 15 }] });
  });
});
