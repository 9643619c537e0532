import { describe, expect, it } from 'vitest';
import texts from '../../../../scripts/eval/data/quality-texts.json' with { type: 'json' };
import { analyzeLyrics } from '../../../../src/lyrics/analyze.ts';
import { cleanScrapedLyrics } from '../../../../src/lyrics/text/clean.ts';
import { whyNotScored } from '../../../../src/ml/quality/domain.ts';
import { lexicon } from '../../../support/lexicon.ts';

function why(raw: string) {
  const text = cleanScrapedLyrics(raw, {}).lyrics;
  return whyNotScored(text, analyzeLyrics(text, { lexicon }));
}
const judged = texts.map(({ id, half, scored, lines, ...text }) => ({
  ...{ id, half, scored, why: why(lines.join('\n')) },
  reasons: 'reasons' in text ? text.reasons : [],
}));

/** Two verses that say the same word over and over, and a duet with a header over every line. */
const KNOWN_MISSES = ['nursery-bear', 'rap-awful', 'play-dialogue-rap'];

const ENGLISH = [
  'I came from the corner where the streetlights fail',
  'Selling my mixtape for the price of a nail',
  'Mama kept a candle and a prayer on the sill',
  'Said a man without a purpose is a man standing still',
  'Now I got the money and the keys to the door',
  'Still I hear the shutters and the boots on the floor',
];
const SPANISH = [
  'Ahora camino con la frente bien alta',
  'Lo que me quitaron ya no me hace falta',
  'Mi barrio me espera con la puerta abierta',
  'Y canto tan fuerte que la noche despierta',
];

const MIXED: [string, ...string[]][] = [
  [
    'Spanish',
    'I was walking down the block con mi gente on the side',
    'Todo el mundo got a story and they tell it con pride',
    'Mama said mijo be careful cuando sales de la casa',
    "I said mami don't you worry, yo te traigo de la plaza",
  ],
  [
    'Spanish without accents',
    'Mira, I told mi hermano we should leave from la ciudad',
    'He said nah, I got mi corazon right here, es la verdad',
    'So we stay en la esquina with the radio de papá',
    'And the night is muy caliente and the money never va',
  ],
  [
    'French',
    "J'ai dit hello to the monde and the monde said bonjour",
    'Mon ami got the keys and he open la door',
    "Je suis le king of the street, c'est ma vie, c'est la guerre",
    'We be rolling dans la nuit with the wind in our hair',
  ],
];
const DIALECTS: [string, ...string[]][] = [
  [
    'American English',
    'I told my hermano we were leaving from the town',
    'He told me that the money never ever held him down',
    'So we sat with Don Ramirez and the radio on low',
    'And the señoras were laughing, there was nowhere left to go',
  ],
  [
    'Patois',
    'Mi a tell dem seh di yute dem nah play',
    'Wake up inna di mawnin fi mek a way',
    'Babylon a look but dem cyaan see we',
    'All a mi brethren dem deh yah wid me',
  ],
];

describe('a text is scored if it is a verse in English', () => {
  it('is told right of the texts of the tuning half', () => {
    const misses = judged.filter((one) => one.half === 'tune' && (one.why === null) !== one.scored);
    expect(misses.map(({ id }) => id)).toEqual(KNOWN_MISSES);
  });

  it('is told right of nine tenths of the other half, and no verse of it is refused', () => {
    const others = judged.filter(({ half }) => half === 'test');
    const refused = others.filter((one) => !one.scored && one.why !== null);
    expect(refused.length).toBeGreaterThanOrEqual(0.9 * others.filter(({ scored }) => !scored).length);
    expect(others.filter((one) => one.scored && one.why !== null)).toEqual([]);
  });

  it('says of each kind why it is not', () => {
    const reasons = new Map(judged.map((one) => [one.id, one.why]));
    expect(reasons.get('spanish')).toBe('language');
    expect(reasons.get('keys')).toBe('unknown_words');
    expect(reasons.get('ten-words')).toBe('short');
    expect(reasons.get('news')).toBe('prose');
    expect(reasons.get('recipe-list')).toBe('prose');
    expect(reasons.get('one-line')).toBe('refrain');
    const wrong = judged.filter((one) => one.half === 'tune' && one.why !== null && one.reasons.length > 0);
    expect(wrong.filter((one) => !one.reasons.includes(one.why ?? '')).map(({ id }) => id)).toEqual([]);
  });

  it.each([
    [4, 'one after the other', [...ENGLISH, ...SPANISH]],
    [4, 'in a part of their own', [...ENGLISH, '', ...SPANISH]],
    [4, 'by turns', ENGLISH.flatMap((line, at) => [line, SPANISH[at] ?? []].flat())],
    [2, 'at the end', [...ENGLISH.slice(0, 4), ...SPANISH.slice(0, 2)]],
  ])('is not one with %i lines in another language %s', (_, __, lines) => {
    expect(why(lines.join('\n'))).toBe('language');
  });

  it('may have a line in another language', () => {
    expect(why([...ENGLISH, SPANISH[0]].join('\n'))).toBeNull();
  });

  it.each(MIXED)('is not one where %s stands inside the lines', (_, ...lines) => {
    expect(why(lines.join('\n'))).toBe('language');
  });

  it.each(DIALECTS)('may have words and names of another language, and be in %s', (_, ...lines) => {
    expect(why(lines.join('\n'))).toBeNull();
  });
});
