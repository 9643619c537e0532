import { describe, expect, it } from 'vitest';
import { readExpressions } from '../../scripts/expressions/find-expressions.ts';

const written = (text: string) => readExpressions(text, 'file.ts').expressions.map((one) => one.written);

describe('the regular expressions of a file', () => {
  it('are its literals, and no divisions, comments or texts', () => {
    const text =
      "const a = 4 / 2 / 1; // /no/\nconst b = 'x /no/ y'; const c = `${/[/]\\//giu.source} /no/`;";
    expect(written(text)).toEqual(['/[/]\\//giu']);
  });

  it('are those made of constants, too', () => {
    const text =
      "const W = 'a|b'; const R = /x+/; new RegExp(`^(?:${W})$`, 'u'); RegExp(R, 'g'); new RegExp('c' + String.raw`\\d`);";
    expect(written(text)).toEqual(['/x+/', '/^(?:a|b)$/u', '/x+/g', '/c\\d/']);
  });

  it('are named where they are known only at run time', () => {
    const { dynamic } = readExpressions('const f = (x: string) => new RegExp(`a${x}`);', 'file.ts');
    expect(dynamic).toEqual([{ file: 'file.ts', written: 'new RegExp(`a${x}`)' }]);
  });
});
