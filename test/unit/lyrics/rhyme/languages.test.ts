import { describe, expect, it } from 'vitest';
import { analyzeFlow } from '../../../../src/lyrics/flow/analyze-flow.ts';
import { analyzeRhyme } from '../../../../src/lyrics/rhyme/analyze-rhyme.ts';
import { parseSections } from '../../../../src/lyrics/text/sections.ts';
import { lexicon } from '../../../support/lexicon.ts';
import { UNHEARD_VERSES, VERSES } from './verses.ts';

const analyze = (text: string) => analyzeRhyme(text, parseSections(text), lexicon);
const flow = (text: string) => analyzeFlow(text, parseSections(text), lexicon);

describe.each(VERSES)('a verse in $language rhyming $scheme', ({ language, scheme, lines }) => {
  const text = lines.map(([line]) => line).join('\n');

  it('is heard by its own sounds', () => {
    const report = analyze(text);
    expect(report.schemes).toEqual([{ section: 0, scheme, lines: lines.map((_, at) => at), language }]);
    expect(report.unheard).toBeNull();
  });

  it('has its ends in one group a letter, and few other groups', () => {
    const { groups } = analyze(text);
    const letters = new Set(scheme);
    const ends = groups.filter(({ members }) => members.some(({ is_end }) => is_end));
    expect(ends).toHaveLength(letters.size);
    expect(groups.length - ends.length).toBeLessThanOrEqual(3);
  });

  it('has the syllables of its language', () => {
    expect(flow(text).lines.map(({ syllables }) => syllables)).toEqual(
      lines.map(([, syllables]) => syllables),
    );
  });
});

describe('Spanish verse', () => {
  it.each([
    ['assonance, the consonants differing', 'Mi madre en la cocina prepara la comida\nY yo sigo en la calle buscando la salida\nLa noche se hizo larga como una serpiente\nY nadie en este barrio conoce a la gente', 'AABB'],
    ['no rhyme', 'Camino por la calle con el viento en la cara\nMi abuela me decía que la vida es un sueño\nEscribo con la tinta que me presta el vecino\nNo quiero tu corona ni tampoco tu canción', '----'],
    ['the same word again', 'Yo tengo que seguir porque me llama la calle\nMi hermano se quedó durmiendo en la calle', '--'],
    ['alternate lines', 'Camino por la calle con el viento\nLa luna se ha dormido en el tejado\nMi abuela me decía que no miento\nY guardo en el bolsillo mi pasado', 'ABAB'],
  ])('with %s', (_kind, text, scheme) => {
    expect(analyze(text).schemes.map((section) => section.scheme)).toEqual([scheme]);
  }); // biome-ignore format: a table
});

describe('two lines', () => {
  it.each([
    ['es', 'Guardo tu retrato en los bolsillos\nTocas mi canción en los pasillos'],
    ['fr', "J'ai laissé la clé sur le chemin\nJe garde ta photo dans la main"],
    ['de', 'Ich suche nur ein kleines bisschen Glück\nUnd komme nicht mehr in die Stadt zurück'],
  ])('are enough to be heard as %s', (code, text) => {
    expect(analyze(text).schemes.map(({ language, scheme }) => [language, scheme])).toEqual([[code, 'AA']]);
  });
});

describe('a song in two languages', () => {
  const [spanish] = VERSES;
  const text = `[Verse 1]
I left the porch light burning through the night
And woke to find the curtains full of light
She kept a silver whistle on a chain
And blew it twice to bring the evening rain

[Verse 2]
${spanish?.lines.map(([line]) => line).join('\n')}`;

  it('is heard section by section', () => {
    expect(analyze(text).schemes.map(({ language, scheme }) => [language, scheme])).toEqual([
      ['en', 'AABB'],
      ['es', 'AABBCCDD'],
    ]);
  });
});

describe.each(Object.entries(UNHEARD_VERSES))('a verse in %s', (_language, text) => {
  it('has no letters, no groups and no syllables, and says why', () => {
    const lines = text.split('\n').length;
    const report = analyze(text);
    expect(report).toMatchObject({ syllables: 0, density: null, malmi: null, groups: [], multis: [] });
    expect(report.schemes.map(({ scheme, language }) => [scheme, language])).toEqual([
      ['-'.repeat(lines), null],
    ]);
    expect(report.unheard).toEqual({ reason: 'language_not_supported', lines });
    expect(flow(text)).toMatchObject({
      syllables_per_line: null,
      unheard: { reason: 'language_not_supported', lines },
    });
  });
});

describe('English', () => {
  it.each([
    'la la la la la\nna na na na',
    'skrrt skrrt\nbrrr\ngrrah',
    'Versace Versace\nGucci Gucci',
    'rhyme time',
    'Finna whip it, drip so icy\nShawty bad, she think she pricey',
  ])('is what a text without a sign of another language is heard as: %s', (text) => {
    expect(analyze(text)).toMatchObject({ unheard: null });
    expect(analyze(text).schemes.every(({ language }) => language === 'en')).toBe(true);
  });
});
