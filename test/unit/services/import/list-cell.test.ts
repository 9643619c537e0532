import { describe, expect, it } from 'vitest';
import { parseListCell } from '../../../../src/services/import/list-cell.ts';

describe('a list in one cell', () => {
  it.each([
    ['{}', []],
    ['{a,b}', ['a', 'b']],
    ['{"Opera Steve",Jay}', ['Opera Steve', 'Jay']],
    [String.raw`{"Cam\\'ron","Opera Steve"}`, ["Cam'ron", 'Opera Steve']],
    [String.raw`{"Cam\'ron"}`, ["Cam'ron"]],
    [String.raw`{"The \"Big\" One"}`, ['The "Big" One']],
    ['{"Tyler, the Creator","A$AP Rocky"}', ['Tyler, the Creator', 'A$AP Rocky']],
    ['{NULL,a}', ['a']],
    ['{Beyoncé}', ['Beyoncé']],
    ['[]', []],
    ['["a","b"]', ['a', 'b']],
    ['["Tyler, the Creator"]', ['Tyler, the Creator']],
    [String.raw`["Beyonc\u00e9"]`, ['Beyoncé']],
    ["['a', \"Cam'ron\"]", ['a', "Cam'ron"]],
    [String.raw`['Cam\'ron', 'b']`, ["Cam'ron", 'b']],
    [String.raw`['\U0001F525 Fire']`, ['🔥 Fire']],
    ["['a', None]", ['a']],
    ["['a' 'b']", ['a', 'b']],
    ["['a'\n 'b']", ['a', 'b']],
    ["('a', 'b')", ['a', 'b']],
    ["('a',)", ['a']],
    ["{'a', 'b'}", ['a', 'b']],
    ['[a, b]', ['a', 'b']],
    ['[nan]', []],
    [' ["a"] ', ['a']],
    ['[["a"],["b"]]', ['a', 'b']],
  ])('%s', (cell, expected) => {
    expect(parseListCell(cell)).toEqual(expected);
  });

  it.each(['a, b', 'Tyler, the Creator', '(w/ Jay)', 'a]', '{a', '', '"a","b"', '{"a}'])(
    'is not found in %j',
    (cell) => {
      expect(parseListCell(cell)).toBeNull();
    },
  );
});
