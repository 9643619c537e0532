import { describe, expect, it } from 'vitest';
import { tongueOf } from '../../../../src/lyrics/phonetics/languages/tongue.ts';
import { formatPhones } from '../../../../src/lyrics/phonetics/phones.ts';

/** Words with their sounds, "1" after the stressed vowel; the other vowels are unstressed. */
const SPOKEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  es: {
    yeso: 'Y EH1 S OW', corazón: 'K OW R AA S OW1 N', guitarra: 'G IY T AA1 R AA', ciudad: 'S Y UW D AA1 D', aire: 'AA1 Y R EH',
    reina: 'R EH1 Y N AA', día: 'D IY1 AA', país: 'P AA IY1 S', pingüino: 'P IY N G W IY1 N OW', muy: 'M UW1 Y', hielo: 'Y EH1 L OW',
    rápido: 'R AA1 P IY D OW', queso: 'K EH1 S OW', niño: 'N IY1 N Y OW', lluvia: 'Y UW1 B Y AA', jugar: 'HH UW G AA1 R',
  },
  pt: {
    coração: 'K OW R AA S AW1 N', noite: 'N OW1 Y T IY', também: 'T AH N B EY1 N', história: 'IY S T OW1 R Y AA', água: 'AA1 G W AA',
    dia: 'D IY1 AA', manhã: 'M AA N Y AH1 N', brasil: 'B R AA Z IY1 W', aqui: 'AA K IY1', mulher: 'M UW L Y EH1 R', falam: 'F AA1 L AW N',
  },
  it: {
    mio: 'M IY1 OW', città: 'CH IY T T AA1', figlio: 'F IY1 L Y OW', amico: 'AA M IY1 K OW', magico: 'M AA1 JH IY K OW', qui: 'K W IY1',
    poesia: 'P OW EH Z IY1 AA', storia: 'S T OW1 R Y AA', tuoi: 'T W OW1 Y', ghiaccio: 'G Y AA1 CH CH OW', lui: 'L UW1 Y', scena: 'SH EH1 N AA',
  },
  de: {
    sonnenschein: 'Z AO N EH N SH AY1 N', leben: 'L EY1 B AH N', nacht: 'N AA1 HH T', straße: 'SH T R AA1 S AH', hoffnung: 'HH AO1 F N UH NG',
    könig: 'K EY1 N IH HH', träume: 'T R OY1 M AH', fest: 'F EH1 S T', mutter: 'M UH1 T ER',
  },
  fr: {
    amour: 'AA M UW1 R', fille: 'F IY1 Y', ville: 'V IY1 L', parler: 'P AA R L EY1', enfants: 'AA NG F AA1 NG', temps: 'T AA1 NG', oui: 'W IY1',
    maison: 'M EH Z OW1 NG', soleil: 'S AO L EH1 Y', parlent: 'P AA1 R L', "l'hiver": 'L IY V EH1 R', que: 'K EY1', bien: 'B Y AE1 NG', eau: 'OW1',
  },
}; // biome-ignore format: a table

describe.each(Object.entries(SPOKEN))('the spelling rules of %s', (code, words) => {
  it.each(Object.entries(words))('speak %s as %s', (word, sounds) => {
    const tongue = tongueOf(code);
    expect(typeof tongue === 'object' && formatPhones(tongue.speak(word)).replaceAll('0', '')).toBe(sounds);
  });
});

describe('a language without rules', () => {
  it.each(['pl', 'tr', 'ru', 'ja', 'xx'])('is not heard: %s', (code) => {
    expect(tongueOf(code)).toBe('unheard');
  });
});

describe('any word', () => {
  it.each(['es', 'pt', 'it', 'de', 'fr'])('has finite sounds in %s', (code) => {
    const tongue = tongueOf(code);
    for (const word of [
      '',
      "'",
      'x'.repeat(5000),
      'ñandú',
      'qqq',
      'ß',
      'œ',
      "l'",
      '123',
      'да',
      'e\u0301',
      'y',
    ]) {
      const phones = typeof tongue === 'object' ? tongue.speak(word) : [-1];
      expect(phones.every((phone) => Number.isInteger(phone) && phone >= 0)).toBe(true);
    }
  });
});
