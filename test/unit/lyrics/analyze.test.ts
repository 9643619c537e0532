import { describe, expect, it } from 'vitest';
import { analyzeLyrics } from '../../../src/lyrics/analyze.ts';
import { AnalysisBodySchema } from '../../../src/lyrics/contract.ts';
import { lexicon } from '../../support/lexicon.ts';

const song = `[Verse 1: Marlow]
Pastor on the corner with a bible in his hand
Prayin' to the Lord for the people and the land
Rode out of Brooklyn with a copper-kettle band
Every harbour has a light and every lighthouse has a plan

[Chorus]
Hold the rope, hold the rope, never let it go
Every river that I know is running down below

[Verse 2]
Mama kept the money in a coffee tin for rain
Brother took the midnight and the morning took the train
I was happy in the summer, I was crying at the grave
Whatever they forgave us was whatever they could save`;

const badInputs: Record<string, string> = {
  nothing: '',
  'one word': 'kettle',
  'one long word': 'a'.repeat(2_000),
  'one long line': 'copper kettle on the shore '.repeat(60),
  'many one-word lines': Array.from({ length: 400 }, (_, at) => `word${at % 70}`).join('\n'),
  'one line again and again': 'hold the rope and never let it go\n'.repeat(80),
  emoji: '🔥🔥\n💔 👩‍👧',
  'right-to-left': 'مرحبا بالعالم\nשלום עולם',
  Cyrillic: 'Я иду по улице\nи не вижу тебя',
  Japanese: '街を歩いていて\n君が見えない',
  punctuation: '... !!! ???\n,,, ;;; (((',
  headers: '[Verse 1]\n[Chorus]\n[?]',
  'control characters': 'a\u0000b\ud800c',
};

describe('analyzeLyrics', () => {
  const analysis = analyzeLyrics(song, { lexicon });

  it('fills the whole schema', () => {
    expect(AnalysisBodySchema.parse(analysis)).toEqual(analysis);
    expect(analysis.language?.code).toBe('en');
    expect(analysis.sections.map((section) => section.label)).toEqual(['Verse 1', 'Chorus', 'Verse 2']);
    expect(analysis.themes.map(({ theme }) => theme)).toContain('faith');
    expect(analysis.entities.places.map(({ name }) => name)).toEqual(['Brooklyn']);
    expect(analysis.explicit.rating).toBe('clean');
    expect(analysis.rhyme.density).toBeGreaterThan(0);
    expect(analysis.complexity_score).toBeGreaterThan(0);
    expect(analysis.quality_score).toBeGreaterThan(0);
  });

  it('summarises in one sentence that quotes a line of the song', () => {
    const quoted = /“(.+)”\.$/.exec(analysis.summary ?? '')?.[1] ?? '';
    expect(song.split('\n')).toContain(quoted);
  });

  it('gives evidence inside the line that it names', () => {
    const lines = song.split('\n');
    const found = [
      ...analysis.themes.flatMap((theme) => theme.evidence),
      ...analysis.emotional_profile.evidence,
    ];
    expect(found.length).toBeGreaterThan(3);
    for (const { line, start, end } of found) expect(lines[line]).toContain(song.slice(start, end));
  });

  it('is deterministic', () => {
    expect(analyzeLyrics(song, { lexicon })).toEqual(analysis);
  });

  it('counts but does not rate a text in another language', () => {
    const foreign = analyzeLyrics('Я иду по улице и не вижу тебя\nфонари погасли и идёт вода', { lexicon });
    expect(foreign).toMatchObject({
      themes: [],
      quality_score: null,
      sentiment: null,
      sentiment_score: null,
      explicit: { rating: 'unknown' },
    });
    expect(foreign.vocabulary.tokens).toBeGreaterThan(0);
    expect(foreign.confidence).toBeLessThan(0.1);
    expect(foreign.confidence_reasons.join()).toContain('not judged');
  });

  it.each(Object.keys(badInputs))('stays within the schema for %s', (name) => {
    const result = AnalysisBodySchema.safeParse(analyzeLyrics(badInputs[name] ?? '', { lexicon }));
    expect(result.error?.issues).toBeUndefined();
  });
});
