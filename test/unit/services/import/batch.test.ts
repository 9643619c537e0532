import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BATCH_SONGS, BatchBuilder } from '../../../../src/services/import/batch.ts';
import { keyText } from '../../../../src/services/import/key.ts';
import { type ImportSong, prepareSong } from '../../../../src/services/import/song.ts';

const TEXTS = {
  one: 'a kettle sings above the quiet road\nand every window answers with a light\nthe ladder waits beside the narrow door',
  oneEdited:
    'yeah\na kettle sings above the quiet road\nand every window answers with a light\nthe ladder waits beside the narrow door',
  two: 'my pockets full of tickets to the coast\nthe engine hums a number in the dark\nno pigeon on the roof can keep a tune',
};
type Text = keyof typeof TEXTS;

async function song(line: number, text: Text, row: Record<string, unknown> = {}): Promise<ImportSong> {
  const prepared = await prepareSong(
    { line, row: { artist: 'Nell', title: `Song ${text}`, lyrics: TEXTS[text], ...row } },
    'test',
  );
  if ('reason' in prepared) throw new Error(prepared.reason);
  return prepared.song;
}

function batchesOf(songs: readonly ImportSong[]): number[][] {
  const builder = new BatchBuilder();
  for (const one of songs) builder.add(one);
  const batches: number[][] = [];
  while (!builder.isEmpty) batches.push(builder.take().map(({ line }) => line));
  return batches;
}

describe('batches of an import', () => {
  it('defers a song that nearly repeats an earlier one of its batch', async () => {
    const songs = [await song(1, 'one'), await song(2, 'oneEdited'), await song(3, 'two')];
    expect(batchesOf(songs)).toEqual([[1, 3], [2]]);
  });

  it('does not defer an exact repeat', async () => {
    expect(batchesOf([await song(1, 'one'), await song(2, 'one', { id: 5 })])).toEqual([[1, 2]]);
  });

  it('defers a song with the key of an earlier one, and songs that depend on a deferred one', async () => {
    const songs = [
      await song(1, 'one', { id: 5 }),
      await song(2, 'two', { id: 5 }),
      await song(3, 'two', { id: 6 }),
      await song(4, 'one', { id: 7 }),
    ];
    expect(batchesOf(songs)).toEqual([
      [1, 4],
      [2, 3],
    ]);
  });

  it('is full at fifty songs or a million characters', async () => {
    const builder = new BatchBuilder();
    const { text, ...rest } = await song(1, 'one');
    if (text === null) throw new Error('the song has words');
    for (let i = 0; i < BATCH_SONGS - 1; i++) {
      const key = { geniusId: i + 1, sourceKey: null, stated: true };
      builder.add({ ...rest, key, text: { ...text, lyricsHash: String(i), bands: [i], sketch: [] } });
    }
    expect(builder.isFull).toBe(false);
    builder.add(await song(2, 'two'));
    expect(builder.isFull).toBe(true);
    const large = new BatchBuilder();
    large.add({ ...rest, text: { ...text, lyrics: 'x'.repeat(1_000_000) } });
    expect(large.isFull).toBe(true);
  });

  it('returns every song once, and never two different songs with one key in one batch', async () => {
    const drawn = fc.record({
      text: fc.constantFrom<Text>('one', 'oneEdited', 'two'),
      title: fc.constantFrom('T', 'U'),
      id: fc.constantFrom(undefined, 1, 2),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(drawn, { maxLength: 12 }), async (rows) => {
        const songs = await Promise.all(rows.map(({ text, title, id }, i) => song(i, text, { title, id })));
        const batches = batchesOf(songs);
        expect(batches.flat().sort((a, b) => a - b)).toEqual(songs.map((_, i) => i));
        for (const batch of batches) {
          const texts = new Map<string, string>();
          for (const at of batch) {
            const { key, name, text } = songs[at] as ImportSong;
            const content = `${name} ${text?.lyricsHash}`;
            expect(texts.get(keyText(key)) ?? content).toBe(content);
            texts.set(keyText(key), content);
          }
        }
      }),
    );
  });
});
