import { describe, expect, it } from 'vitest';
import { joinWords } from '../../../../src/services/trends/words/joined-words.ts';

interface Row {
  term: number;
  period: number;
  uses: number;
  ids: number[];
}

/** As the database sends it: array_send puts dimensions, flags, type, length and lower bound before the integers. */
function send(rows: readonly Row[]): string {
  const numbers = rows.flatMap(({ term, period, uses, ids }) => [
    ...[term, period, uses],
    ...[1, 0, 23, ids.length, 1],
    ...ids.flatMap((id) => [4, id]),
  ]);
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  for (const [n, number] of numbers.entries()) view.setInt32(4 * n, number);
  // Postgres breaks base64 into lines.
  return btoa(String.fromCharCode(...new Uint8Array(view.buffer))).replaceAll(/.{76}/g, '$&\n');
}

describe('words that are counted together', () => {
  it('count a song once in a term and period, and add up their uses', () => {
    const rows = joinWords(
      send([
        { term: 0, period: 10_101, uses: 4, ids: [7, 2_000_000_000] },
        { term: 0, period: 10_101, uses: 9, ids: [7, 8, 9, 10] },
        { term: 0, period: 10_102, uses: 1, ids: [11] },
        { term: 1, period: 10_101, uses: 2, ids: [7] },
      ]),
    );
    const whole = { read_share: 1 };
    expect(rows).toEqual([
      { ...whole, term: 0, period: 10_101, uses: 13, songs: 5, song_ids: [7, 8, 9] },
      { ...whole, term: 0, period: 10_102, uses: 1, songs: 1, song_ids: [11] },
      { ...whole, term: 1, period: 10_101, uses: 2, songs: 1, song_ids: [7] },
    ]);
  });

  it('are none where nothing was found', () => {
    expect(joinWords('')).toEqual([]);
  });
});
