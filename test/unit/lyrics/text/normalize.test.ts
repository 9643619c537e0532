import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeReported, normalizeText } from '../../../../src/lyrics/text/normalize.ts';

describe('normalizeText', () => {
  it('turns every line break into LF and every wide space into a plain one', () => {
    expect(normalizeText('one\r\ntwo\rthree\u2028four\u2005five\u00a0six\tseven')).toBe(
      'one\ntwo\nthree\nfour five six seven',
    );
  });

  it('removes zero-width characters, control characters and lone surrogates', () => {
    expect(normalizeText('ri\u200bver\ufeff \u0000run\ud800s\u00ad')).toBe('river runs');
  });

  it('composes letters but keeps typographic quotes', () => {
    expect(normalizeText('cafe\u0301 ‘’“”')).toBe('café ‘’“”');
  });

  it('replaces look-alike letters inside Latin words and says how many', () => {
    const { text, changes } = normalizeReported('The rivеr wаs rising');
    expect(text).toBe('The river was rising');
    expect(changes).toEqual([{ kind: 'look_alikes', count: 2 }]);
  });

  it.each(['роса', 'Сор', 'Москва и река', 'А роса на траве блестит', 'cнова вода'])(
    'leaves the Cyrillic of %j',
    (text) => {
      expect(normalizeText(text)).toBe(text);
    },
  );

  it('replaces an all-look-alike word when the text round it is Latin', () => {
    const song = 'Lanterns over the water and nobody calling my name, ';
    expect(normalizeText(`${song}а river`)).toBe(`${song}a river`);
  });

  it('keeps the joiners of emoji', () => {
    expect(normalizeText('👩‍👧 home')).toBe('👩‍👧 home');
  });

  it('is idempotent on any text', () => {
    const messy = fc.constantFrom(
      'а',
      'е',
      'x',
      'M',
      '\u0301',
      '\u200d',
      '\u200b',
      '\r',
      '\n',
      ' ',
      '\u2005',
      '\ud83d',
      '\u0000',
      'ж',
      'ö',
      'ﬁ',
      "'",
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(messy).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (value) => normalizeText(normalizeText(value)) === normalizeText(value)),
      { numRuns: 500 },
    );
  });
});
