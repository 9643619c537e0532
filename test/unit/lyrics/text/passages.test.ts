import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLength } from '../../../../src/lyrics/text/cut-text.ts';
import { MAX_PASSAGE_BYTES, MAX_PASSAGES, splitPassages } from '../../../../src/lyrics/text/passages.ts';
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

const LONG_TEXTS: [string, string][] = [
  ['one line', Array.from({ length: 40_000 }, (_, i) => `t${i % 977}`).join(' ')],
  ['one word', `a${'b'.repeat(199_000)}`],
  ['20,000 lines', Array.from({ length: 20_000 }, (_, i) => `l${i % 7919} ok`).join('\n')],
  ['12,000 stanzas', Array.from({ length: 12_000 }, (_, i) => `[Verse ${i}]\nx${i}`).join('\n')],
  [
    '60,000 stanzas of two letters',
    Array.from({ length: 60_000 }, (_, i) =>
      String.fromCodePoint(19968 + (i % 20_000), 19968 + (i >> 4)),
    ).join('\n\n'),
  ],
  ['combining marks', `love me ${'a\u0301'.repeat(60_000)} now\nline`],
  ['Cyrillic prose', Array.from({ length: 300 }, (_, i) => `строка ${i} `.repeat(40)).join('\n')],
];

describe('passages', () => {
  it('are sequences of at most eight sung lines, in order and without overlap', () => {
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

  it('contain every sung line, and none is repeated', () => {
    fc.assert(
      fc.property(lyrics, (text) => {
        const passages = splitPassages(text);
        const held = new Set(passages.flatMap((passage) => passage.text.split('\n')));
        expect(held).toEqual(new Set(text.split('\n').filter(isSung)));
        expect(new Set(passages.map((passage) => passage.text)).size).toBe(passages.length);
      }),
    );
  });

  it('keep a stanza whole when it fits, and split a long one evenly', () => {
    const stanza = (n: number) => Array.from({ length: n }, (_, i) => `line ${n}.${i}`).join('\n');
    const sizes = splitPassages(`${stanza(8)}\n\n${stanza(9)}\n\n${stanza(20)}`).map(
      (one) => one.endLine - one.startLine,
    );
    expect(sizes).toEqual([8, 4, 5, 6, 7, 7]);
  });

  it.each(LONG_TEXTS)('are limited in number and length, and have line numbers: %s', (_, text) => {
    for (const maxBytes of [504, 8000]) {
      const passages = splitPassages(text, maxBytes);
      const lines = text.split('\n');
      expect(passages.length).toBeGreaterThan(0);
      expect(passages.length).toBeLessThanOrEqual(MAX_PASSAGES);
      for (const passage of passages) {
        expect(byteLength(passage.text)).toBeLessThanOrEqual(Math.min(maxBytes, MAX_PASSAGE_BYTES));
        const own = lines.slice(passage.startLine, passage.endLine).join('\n');
        for (const line of passage.text.split('\n')) expect(own).toContain(line);
      }
      const starts = passages.map(({ startLine }) => startLine);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      expect(passages.at(0)?.startLine).toBeLessThan(10);
      expect(passages.at(-1)?.endLine).toBeGreaterThan(lines.length * 0.95);
    }
  });

  it('leave out no line when they are joined', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i}`);
    const held = splitPassages(lines.join('\n')).flatMap((passage) => passage.text.split('\n'));
    expect(held).toEqual(lines);
  });
});
