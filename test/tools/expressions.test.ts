import { describe, expect, it } from 'vitest';
import { readExpressions } from '../../scripts/expressions/find-expressions.ts';

const written = (text: string) => readExpressions(text, 'file.ts').expressions.map((one) => one.written);

describe('regular expressions found in a file', () => {
  it('are its literals, not divisions, comments or strings', () => {
    const text =
      "const a = 4 / 2 / 1; // /no/\nconst b = 'x /no/ y'; const c = `${/[/]\\//giu.source} /no/`;";
    expect(written(text)).toEqual(['/[/]\\//giu']);
  });

  it('include those built from constants', () => {
    const text =
      "const W = 'a|b'; const R = /x+/; new RegExp(`^(?:${W})$`, 'u'); RegExp(R, 'g'); new RegExp('c' + String.raw`\\d`);";
    expect(written(text)).toEqual(['/x+/', '/^(?:a|b)$/u', '/x+/g', '/c\\d/']);
  });

  it('are reported when they are built at run time', () => {
    const { dynamic } = readExpressions('const f = (x: string) => new RegExp(`a${x}`);', 'file.ts');
    expect(dynamic).toEqual([{ file: 'file.ts', written: 'new RegExp(`a${x}`)' }]);
  });
});
