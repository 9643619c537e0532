import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairMojibake } from '../../../../../src/services/import/reader/mojibake.ts';
import { readRows } from '../../../../support/read-rows.ts';

/** What is stored when UTF-8 is read as Windows-1252 and written again. */
const confuse = (text: string): string =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
const repair = (text: string): string | undefined => repairMojibake([text])[0]?.text;

describe('text whose UTF-8 was read as Windows-1252', () => {
  it.each([
    'Beyoncé',
    'Café — “Noir”',
    'don’t',
    'Señorita, ¿qué pasó?',
    'Straße über Köln',
    'garçon à la mer',
    'Привет, мир',
    'Ελλάδα',
    'żółć gęślą jaźń é',
    '日本語の歌',
    '한국어 노래',
    'fire 🔥🔥',
    '5 °C, 10 €, ½',
    'é',
    'À la carte',
    'naïve façade',
  ])('is repaired: %s', (text) => {
    expect(repair(confuse(text))).toBe(text);
    expect(repair(confuse(confuse(text)))).toBe(text);
  });

  it.each([
    'Beyoncé',
    'Café — “Noir”',
    '“CAFÉ”',
    'AMANHÃ”',
    '«Â»',
    'SÅ”, sa hon',
    'Mâcon – Å–ngström',
    'Ça va, naïf ?',
    'Ã',
    'São Paulo',
    'Â',
    'déjà‑vu…',
    'Þórr ðæt',
    '¿Qué? ¡Sí!',
    'Привет ©',
    'à € 5',
  ])('is not seen in %s', (text) => {
    expect(repairMojibake([text])).toEqual([{ text, repaired: 0, left: expect.any(Number) }]);
  });

  it('is repaired where a byte without a letter is lost, beside a sure sign', () => {
    expect(repair('CafÃ© â€” â€œNoirâ€')).toBe('Café — “Noir”');
    expect(repair('dÃ©jÃ  vu')).toBe('déjà vu');
  });

  it('is reported where a lost byte cannot be known', () => {
    expect(repairMojibake(['Beyonc\u00c3\uFFFD'])).toEqual([{ text: 'BeyoncÃ\uFFFD', repaired: 0, left: 1 }]);
  });

  it('is repaired beside text that is right', () => {
    expect(repair('Beyoncé and CafÃ©')).toBe('Beyoncé and Café');
  });

  it('is judged over all texts of a row, counted, and told with the row', async () => {
    const row = {
      artist: confuse('Łona é'),
      title: confuse('ł'),
      lyrics: 'words',
      featured: [confuse('Zoë')],
    };
    const { lines, notes } = await readRows(JSON.stringify(row));
    expect(lines).toEqual([
      {
        line: 1,
        row: { artist: 'Łona é', title: 'ł', lyrics: 'words', featured: ['Zoë'] },
        changes: [{ kind: 'mojibake', count: 4 }],
      },
    ]);
    expect([notes.mojibakeRepaired, notes.mojibakeLeft]).toEqual([1, 0]);
  });

  it('is repaired for any text with an accent that is a sure sign', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((one) => `é ${one}`);
    fc.assert(
      fc.property(text, (one) => {
        // A text that is itself confused would be repaired once more.
        fc.pre(repair(one) === one);
        expect(repair(confuse(one))).toBe(one);
      }),
    );
  });
});
