import { describe, expect, it } from 'vitest';
import { analyzeLyrics } from '../../../src/lyrics/analyze.ts';
import { AnalysisBodySchema } from '../../../src/lyrics/contract.ts';
import { lexicon } from '../../support/lexicon.ts';

const analyze = (text: string) => analyzeLyrics(text, { lexicon });

/** Each with a name, a brand, or a word that English lists would judge: Berlin, love, die, kill, bad, gift, slut. */
const FOREIGN: Record<string, string> = {
  German:
    'Ich bin in Berlin und habe kein Gift in der Hand\ndie Nacht ist kalt und Mercedes fährt durch das Land',
  Afrikaans: 'Ons ry in die nag deur Johannesburg saam\ndie wind waai bad en ek roep jou naam',
  Danish: 'Jeg går hjem i nat og det er slut med os to\njeg fik en gift mand i København, tro det eller ej',
  Norwegian: 'Jeg går hjem i natt og det er slutt med oss nå\ndu er gift med en annen og jeg må bare gå',
  Swedish: 'Det är slut mellan oss och jag går hem till Stockholm igen\nbarn av gatan, ingen hjälper en vän',
  Dutch:
    'Ik rijd door Amsterdam in de nacht met mijn maten\nde war is over maar we willen er niet over praten',
  Spanish: 'No me digas que no, once red de calle en Barcelona\nla pena me mata cuando nadie perdona',
  'Persian in Latin letters': 'man to ro doost daram azizam, chera rafti\ndelam tang shode bia khoone',
  'Korean in Latin letters':
    'naneun neoreul saranghae love love nae maeum\noneul bam uri hamkke isseo jwo baby',
  Hinglish: 'dil mera toot gaya yaar main kya karu\nzindagi bad hai lekin main nahi daru',
  Tagalog: 'Mahal kita kahit anong mangyari sa Maynila\nhindi kita iiwan habang may hininga pa',
  Swahili: 'Nakupenda sana dada yangu wa Nairobi\nusiniache peke yangu die kwa upendo',
  Yoruba: 'Ọmọ mi, mo nífẹ̀ẹ́ rẹ gan, má fi mí sílẹ̀\nÈkó ni mo wà, owó ni mo ń wá',
  'Haitian Creole': 'Mwen renmen ou cheri, pa kite m pou kont mwen\nPòtoprens nan kè m, se la mwen te fèt',
  Tamil: 'நான் உன்னை காதலிக்கிறேன் love you\nநீ எங்கே போனாய் என் உயிரே',
  Persian: 'من تو را دوست دارم عزیزم چرا رفتی\nتهران بی تو تاریک است',
  Turkish: 'İstanbul geceleri seni bana hatırlatır\nbana bad deme, kalbim seni bekler durur',
};

describe('what is not English', () => {
  it.each(Object.keys(FOREIGN))('is never judged as English: %s', (name) => {
    const analysis = analyze(FOREIGN[name] ?? '');
    expect(analysis.language?.code ?? 'none').not.toBe('en');
    expect(analysis).toMatchObject({
      sentiment: null,
      sentiment_score: null,
      themes: [],
      quality_score: null,
      complexity_score: null,
      style: { tone: null },
      entities: { people: [], places: [], brands: [], reason: 'language' },
    });
    expect(analysis.emotional_profile).toMatchObject({ dominant: null, reason: 'language' });
    expect(['unknown', 'explicit']).toContain(analysis.explicit.rating);
    expect(analysis.explicit.rating).not.toBe('clean');
    expect(analysis.confidence_reasons.join()).toContain('not judged');
    expect(AnalysisBodySchema.parse(analysis)).toEqual(analysis);
  });

  it.each([
    'Blorf nindle quarp, zibbet frumlo gax\ntrindle vorp, mibbet glumlo vax',
    'Xqzt brmf plkj wvnt grsk',
  ])('is not judged either if it is no language: %j', (text) => {
    const analysis = analyze(text);
    expect(analysis.language).toBeNull();
    expect(analysis).toMatchObject({ sentiment: null, quality_score: null, languages: [] });
    expect(analysis.explicit.rating).toBe('unknown');
  });
});

describe('a song in several languages', () => {
  const mixed = `[Verse 1]
I been running these streets since the day I was ten
I love my brother and I pray in Chicago again
[Verse 2]
Yo crecí en el barrio sin nada que comer
mi abuela rezaba por verme crecer en Bogotá
[Chorus]
Baby, I love you, no me dejes así
I'm dying in London, me muero por ti
[Outro]
La la la, na na na`;
  const analysis = analyze(mixed);
  const codes = analysis.sections.map(({ languages }) => languages?.map(({ code }) => code));

  it('says which, in all and in each section', () => {
    expect(analysis.language?.code).toBe('en');
    expect(analysis.languages?.map(({ code }) => code)).toEqual(['en', 'es']);
    expect(codes[0]).toEqual(['en']);
    expect(codes[1]).toEqual(['es']);
    expect(codes[2]?.toSorted()).toEqual(['en', 'es']);
    expect(codes[3]).toEqual([]);
    const sum = (analysis.languages ?? []).reduce((total, { share }) => total + share, 0);
    expect(sum).toBeCloseTo(1);
  });

  it('has its English lines judged, and says so', () => {
    expect(analysis.entities.places.map(({ name }) => name)).toContain('Chicago');
    expect(analysis.entities.places.map(({ name }) => name)).not.toContain('Bogotá');
    expect(analysis.sentiment_detail.lines.map(({ line }) => line)).not.toContain(4);
    expect(analysis.confidence_reasons.join()).toMatch(/lines in another language are not judged: es \d+ %/);
  });

  it('lists one language for a song in one', () => {
    expect(analyze('I was waiting in the rain\nand you never called my name').languages).toEqual([
      { code: 'en', share: 1 },
    ]);
  });

  it('tells the language of a repeated section too', () => {
    const chorus = '[Chorus]\nNo me dejes así, mi amor\nque me muero de dolor';
    const verse = '[Verse]\nI was waiting in the rain for you\nand you never called my name';
    const { sections } = analyze([chorus, verse, chorus].join('\n'));
    expect(sections.map(({ languages }) => languages?.[0]?.code)).toEqual(['es', 'en', 'es']);
  });
});

describe('a text without words of a language', () => {
  it.each(['', '🔥🔥', 'La la la, na na na', '808 187 24/7'])('is not judged: %j', (text) => {
    const analysis = analyze(text);
    expect(analysis).toMatchObject({ language: null, languages: [], themes: [], sentiment: null });
    expect(analysis.emotional_profile).toMatchObject({ dominant: null, reason: 'language' });
  });
});
