import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPassages } from '../../../../src/lyrics/text/passages.ts';
import { isHeaderLine } from '../../../../src/lyrics/text/sections.ts';

const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      'the river runs',
      'a lamp, a lane',
      'call my name',
      'over and over',
      '[not a header',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom('', '  ') },
  { weight: 1, arbitrary: fc.constantFrom('[Chorus]', '[Verse 2: Mara]') },
);
const lyrics = fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n'));
const isSung = (text: string) => text.trim() !== '' && !isHeaderLine(text);

describe('passages', () => {
  it('are runs of at most eight sung lines, in order, no line in two of them', () => {
    fc.assert(
      fc.property(lyrics, (text) => {
        const lines = text.split('\n');
        let end = 0;
        for (const passage of splitPassages(text)) {
          expect(passage.startLine).toBeGreaterThanOrEqual(end);
          expect(passage.endLine).toBeGreaterThan(passage.startLine);
          expect(passage.endLine - passage.startLine).toBeLessThanOrEqual(8);
          const own = lines.slice(passage.startLine, passage.endLine);
          expect(passage.text).toBe(own.join('\n'));
          expect(own.every(isSung)).toBe(true);
          end = passage.endLine;
        }
      }),
    );
  });

  it('hold every sung line somewhere, and no passage twice', () => {
    fc.assert(
      fc.property(lyrics, (text) => {
        const passages = splitPassages(text);
        const held = new Set(passages.flatMap((passage) => passage.text.split('\n')));
        expect(held).toEqual(new Set(text.split('\n').filter(isSung)));
        expect(new Set(passages.map((passage) => passage.text)).size).toBe(passages.length);
      }),
    );
  });

  it('keep a stanza whole where it fits, and cut a long one evenly', () => {
    const stanza = (n: number) => Array.from({ length: n }, (_, i) => `line ${n}.${i}`).join('\n');
    const sizes = splitPassages(`${stanza(8)}\n\n${stanza(9)}\n\n${stanza(20)}`).map(
      (one) => one.endLine - one.startLine,
    );
    expect(sizes).toEqual([8, 4, 5, 6, 7, 7]);
  });
});
