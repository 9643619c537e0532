import { describe, expect, it } from 'vitest';
import { measureSentiment } from '../../../../src/lyrics/sentiment/measure-sentiment.ts';
import { readSong } from '../../../../src/lyrics/text/song.ts';

const good = 'what a wonderful happy morning';
const bad = 'a terrible horrible evening';
const plain = 'the kettle stands by the door';
const measure = (...lines: string[]) => measureSentiment(readSong(lines.join('\n')));

describe('measureSentiment', () => {
  it.each([
    ['positive', [good, good, plain]],
    ['negative', [bad, bad, plain]],
    ['neutral', [plain, 'a window and a table', 'copper in the drawer']],
    ['mixed', [good, bad, plain]],
  ] as const)('rates a song as %s', (label, lines) => {
    expect(measure(...lines).label).toBe(label);
  });

  it('gives values by line, section and tenth of the song', () => {
    const { detail } = measure('[Verse 1]', bad, bad, '', '[Chorus]', good, good);
    expect(detail.lines.map((line) => line.line)).toEqual([1, 2, 5, 6]);
    expect(detail.sections.map(({ section, lines }) => [section, lines])).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(detail.arc).toHaveLength(4);
    expect(detail.slope).toBeGreaterThan(0);
    expect(detail.positive).toBe(0.5);
    expect(detail.negative).toBe(0.5);
  });

  it('gives no shares and no slope without lines', () => {
    expect(measure('…')).toMatchObject({
      label: 'neutral',
      score: 0,
      detail: { lines: [], arc: [], slope: null, positive: null },
    });
  });
});
