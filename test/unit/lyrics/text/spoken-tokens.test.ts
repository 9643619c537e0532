import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenTokens as tokensOf } from '../../../../src/lyrics/text/spoken-tokens.ts';

const spokenTokens = (row: string) => tokensOf(row, (capitals) => capitals === 'MC');
const tokens = (row: string): string[] =>
  spokenTokens(row).map(({ start, end, spoken }) => `${row.slice(start, end)} = ${spoken}`);

describe('what is spoken as one word is one token with its signs', () => {
  it.each([
    ['I owe $1,000 now', '$1,000 = one thousand dollars'],
    ['up 24/7 for you', '24/7 = twenty four seven'],
    ['at 3:30 p.m. sharp', '3:30 p.m. = three thirty p.m.'],
    ['the AK-47 sings', 'AK-47 = a.k. forty seven'],
    ['in the ’90s we ran', '’90s = nineties'],
    ['(20%) off', '20% = twenty percent'],
    ['$2.5 million cash', '$2.5 million = two point five million dollars'],
    ['call 867-5309 now', '867-5309 = eight six seven five three oh nine'],
    ['I am #1 here', '#1 = number one'],
    ['R.I.P. to him', 'R.I.P. = r.i.p.'],
    ['that R&B song', 'R&B = r. and b.'],
    ['the MCs came', 'MCs = m.c.s'],
    ['oh sh!t man', 'sh!t = sh!t'],
    ['these f***in lights', 'f***in = f***in'],
    ['off Mulholland Dr at night', 'Dr = drive'],
    ['in St. Louis', 'St. = saint'],
  ])('%s: %s', (row, expected) => expect(tokens(row)).toContain(expected));

  it.each([
    ['it costs 5, 6, 7!', ['it', 'costs', '5', '6', '7']],
    ['yes!no', ['yes!no']],
    ['WHOA!!WHOA', ['WHOA', 'WHOA']],
    ['*cough* damn', ['cough', 'damn']],
    ['one—two', ['one', 'two']],
    ['(yeah) [2x] go', ['yeah', '2x', 'go']],
    ['', []],
    ['$ & % # @', ['&', '@']],
    ['...', []],
  ])('%s is %j', (row, expected) =>
    expect(spokenTokens(row).map(({ start, end }) => row.slice(start, end))).toEqual(expected),
  );
});

describe('tokens', () => {
  const unit = fc.oneof(
    fc.constantFrom(..."aZé1209$€%&@#*+.,:;/'’-–— ()!?½×x"),
    fc.constantFrom(
      '24/7',
      '$1,000',
      'AK-47',
      'R.I.P.',
      '’90s',
      'p*ssy',
      'Dr',
      'NBA',
      '𝐀',
      '1st',
      '3:30',
      '𐍈',
    ),
  );

  it('are in order, disjoint, within the row and never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (row) => {
        let done = 0;
        for (const { start, end, spoken } of spokenTokens(row)) {
          expect(start).toBeGreaterThanOrEqual(done);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(row.length);
          expect(spoken).not.toBe('');
          done = end;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('lose no letter and no digit', () => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (row) => {
        const covered = new Set(
          spokenTokens(row).flatMap(({ start, end }) =>
            Array.from({ length: end - start }, (_, at) => start + at),
          ),
        );
        for (const { index } of row.matchAll(/[\p{L}\p{N}]/gu)) expect(covered.has(index)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('take time in proportion to the row', () => {
    for (const piece of [
      '1',
      '1,',
      '$',
      '1.',
      'a.',
      '*',
      "'",
      'A',
      'a1',
      '1/',
      '1:',
      '&',
      '#',
      'sh!',
      '(1',
      'Dr ',
    ]) {
      const row = piece.repeat(Math.ceil(20_000 / piece.length));
      const start = performance.now();
      spokenTokens(row);
      expect(performance.now() - start, piece).toBeLessThan(2000);
    }
  });
});
