import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvRecord, guardFormulas, unguardFormulas } from '../../../../src/services/export/csv.ts';

describe('a cell', () => {
  it.each([
    [null, ''],
    ['', '""'],
    ['plain', 'plain'],
    ['two, parts', '"two, parts"'],
    ['a "word"', '"a ""word"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\rlines', '"two\rlines"'],
    [' kept blanks ', '" kept blanks "'],
    [-0.5, '-0.5'],
    [true, 'true'],
    [new Date('2026-01-02T03:04:05Z'), '2026-01-02T03:04:05.000Z'],
    [['one', 'two'], 'one; two'],
    [[], '""'],
    [{ tempo: 90 }, '"{""tempo"":90}"'],
  ])('%j is written as %s', (value, expected) => expect(csvCell(value)).toBe(expected));

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', "'=1", '=cmd|"/c calc"!A0'])(
    'that spreadsheets would run as a formula is escaped: %j',
    (value) => expect(csvCell(value).replace(/^"/, '')).toMatch(/^'/),
  );

  it.each([
    ['x;=2+2', "x;'=2+2"],
    ['x; =2+2', "x;' =2+2"],
    ['x；＝2', "x；'＝2"],
    ['\u200b=1+1', "'\u200b=1+1"],
    ['\u00a0=1+1', "'\u00a0=1+1"],
    ['a\t=1', "a\t'=1"],
    [['@SUM(1)', 'Fine', '=1+1', 'x;=2+2'], "'@SUM(1); Fine;' =1+1; x;'=2+2"],
    ['one\n-two\n=3', "one\n'-two\n'=3"],
  ])('that contains a formula is escaped: %j', (value, expected) => {
    expect(csvCell(value).replace(/^"|"$/g, '')).toBe(expected);
  });

  it('is restored by removing the escape, and contains no unescaped formula', () => {
    const text = fc
      .array(
        fc.constantFrom('=', '-', '＋', ';', "'", '"', ' ', '\t', '\n', '\r', '\u200b', '\u00a0', 'a', '1'),
        {
          maxLength: 12,
        },
      )
      .map((units) => units.join(''));
    fc.assert(
      fc.property(text, (value) => {
        const guarded = guardFormulas(value);
        expect(unguardFormulas(guarded)).toBe(value);
        for (const cell of guarded.split(/[;\t\n\r]/)) expect(cell).not.toMatch(/^[\s"\u200b]*[=\-＋]/);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["'cause", "'", 'a=b', '1-2'])('without a formula is unchanged: %s', (value) =>
    expect(csvCell(value)).toBe(value),
  );
});

it('a record ends in CRLF', () => expect(csvRecord([1, null, 'a'])).toBe('1,,a\r\n'));
