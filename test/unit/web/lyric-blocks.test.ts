import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSections } from '../../../src/lyrics/text/sections.ts';
import { toLyricBlocks } from '../../../src/web/verse/lyric-blocks.ts';

const LYRICS = `A line before any header

[Verse 1: Ada]
Kettle on the back ring
Ticket in the slack string

[Break]

[Chorus] (x2)
Morning, morning

Somebody warn him`;

const read = (lyrics: string) => toLyricBlocks(lyrics, parseSections(lyrics));

describe('toLyricBlocks', () => {
  it('keeps lines under their sections and headers out of the lines', () => {
    const blocks = read(LYRICS);
    expect(
      blocks.map(({ lines }) => lines.filter((line) => line.bar !== null).map((line) => line.text)),
    ).toEqual([
      ['A line before any header'],
      ['Kettle on the back ring', 'Ticket in the slack string'],
      [],
      ['Morning, morning', 'Somebody warn him'],
    ]);
    expect(blocks[1]?.section?.performers).toEqual(['Ada']);
  });

  it('numbers only sung lines', () => {
    const bars = read(LYRICS).flatMap(({ lines }) => lines.flatMap((line) => line.bar ?? []));
    expect(bars).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives the offset of each line in the text', () => {
    for (const line of read(LYRICS).flatMap((block) => block.lines)) {
      expect(LYRICS.slice(line.start, line.start + line.text.length)).toBe(line.text);
    }
  });

  it('shows every line that is not a header exactly once for any sections', () => {
    const anyLine = fc.constantFrom('', '  ', '[Verse]', '[Chorus: A & B]', 'one line', 'another line');
    const anySection = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => ({
      kind: 'verse',
      label: 'Verse',
      number: null,
      performers: [],
      repeat: 1,
      header_line: null,
      start_line: Math.min(a, b),
      end_line: Math.max(a, b),
    }));
    fc.assert(
      fc.property(fc.array(anyLine), fc.array(anySection), (lines, sections) => {
        const shown = toLyricBlocks(lines.join('\n'), sections).flatMap((block) => block.lines);
        const sung = lines.flatMap((text, i) => (text.trim() === '' ? [] : i));
        expect(shown.filter((line) => line.bar !== null).map((line) => line.index)).toEqual(sung);
      }),
    );
  });
});
