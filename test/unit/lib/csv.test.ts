import { describe, expect, it } from 'vitest';
import { csvCell, csvRecord } from '../../../src/lib/csv.ts';

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
    'that spreadsheets would run is made text: %j',
    (value) => expect(csvCell(value).replace(/^"/, '')).toMatch(/^'/),
  );

  it.each(["'cause", "'", 'a=b', '1-2'])('that they would not is left alone: %s', (value) =>
    expect(csvCell(value)).toBe(value),
  );
});

it('a record ends in CRLF', () => expect(csvRecord([1, null, 'a'])).toBe('1,,a\r\n'));
