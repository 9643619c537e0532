import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyText, parseKey } from '../../../src/lib/api-key.ts';

const { id, text } = createKeyText('production');
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe('a key', () => {
  it('names its environment and its id, and ends with its checksum', () => {
    for (const environment of ['local', 'staging', 'production'] as const) {
      const made = createKeyText(environment);
      expect(made.text).toMatch(new RegExp(`^bl_${environment}_${made.id}_[0-9A-Za-z]{49}$`));
      expect(parseKey(made.text)).toEqual({ environment, id: made.id });
    }
  });

  it('has a checksum that anybody can compute: CRC-32 in base 62', () => {
    // zlib.crc32 of it is 2933901545.
    const body = `bl_local_000000000000_${'0'.repeat(43)}`;
    expect(parseKey(`${body}3CYLof`)).toEqual({ environment: 'local', id: '000000000000' });
    for (const digit of DIGITS) if (digit !== 'f') expect(parseKey(`${body}3CYLo${digit}`)).toBeNull();
  });

  it('is another one each time, with digits that are equally likely', () => {
    const secrets = Array.from({ length: 500 }, () => createKeyText('local').text.slice(22, 65));
    expect(new Set(secrets).size).toBe(500);
    const counts = new Map<string, number>();
    for (const digit of secrets.join('')) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    expect(counts.size).toBe(62);
    // 21,500 digits: 347 of each, with a standard deviation of 18.5.
    for (const [digit, count] of counts) expect(Math.abs(count - 347), digit).toBeLessThan(120);
  });

  it('with any character changed, left out or added is not a key', () => {
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom(...DIGITS, '_', '-', ' ', 'é', '\0'),
        (at, other) => {
          if (other !== text[at]) expect(parseKey(text.slice(0, at) + other + text.slice(at + 1))).toBeNull();
          expect(parseKey(text.slice(0, at) + text.slice(at + 1))).toBeNull();
          expect(parseKey(text.slice(0, at) + other + text.slice(at))).toBeNull();
        },
      ),
    );
  });

  it.each([
    '',
    'bl_',
    id,
    text.toUpperCase(),
    text.toLowerCase(),
    `${text}\n`,
    ` ${text}`,
    text.normalize('NFKD').replace('b', 'ｂ'),
    text.replace('production', 'prod'),
    text.replace('production', 'local'),
    text.slice(0, -1),
    'bl_production_'.padEnd(10_000, 'a'),
    text.repeat(200),
  ])('is not %j', (other) => {
    expect(parseKey(other)).toBeNull();
  });
});
