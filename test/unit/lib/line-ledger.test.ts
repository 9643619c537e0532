import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createLocalLineLedger,
  type LineCharge,
  type LinePiece,
  RECORD_CHARACTERS,
  recordsOf,
} from '../../../src/lib/line-ledger.ts';

const limits = { perSong: 2, total: 3 };
const charge = (pieces: LinePiece[], more: Partial<LineCharge> = {}): LineCharge => ({
  caller: '203.0.113.9',
  day: '2026-03-01',
  limits,
  pieces,
  ...more,
});
const piece = (songId: number, ...lines: string[]): LinePiece => ({ songId, lines });

describe('a ledger of lines', () => {
  it('grants different lines of a song and of a day up to their limits', async () => {
    const ledger = createLocalLineLedger();
    expect(await ledger.take(charge([piece(1, 'a', 'b'), piece(1, 'c'), piece(2, 'a')]))).toEqual([
      true,
      false,
      true,
    ]);
    expect(await ledger.take(charge([piece(3, 'a')]))).toEqual([false]);
  });

  it('charges a line once, however often it is shown', async () => {
    const ledger = createLocalLineLedger();
    for (let i = 0; i < 5; i++) {
      expect(await ledger.take(charge([piece(1, 'a', ' A '), piece(1, 'a')]))).toEqual([true, true]);
    }
    expect(await ledger.take(charge([piece(1, 'b'), piece(1, 'c'), piece(1, 'b', 'a')]))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('grants a piece completely or not at all, and charges nothing for refused pieces', async () => {
    const ledger = createLocalLineLedger();
    expect(await ledger.take(charge([piece(1, 'a'), piece(1, 'b', 'c'), piece(1, 'b')]))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('counts each caller and each day separately', async () => {
    const ledger = createLocalLineLedger();
    const full = charge([piece(1, 'a', 'b')]);
    const more = charge([piece(1, 'c')]);
    await ledger.take(full);
    expect(await ledger.take(more)).toEqual([false]);
    expect(await ledger.take({ ...more, caller: '203.0.113.10' })).toEqual([true]);
    expect(await ledger.take({ ...more, day: '2026-03-02' })).toEqual([true]);
  });

  it('shows nothing new with limits of 0', async () => {
    const ledger = createLocalLineLedger();
    expect(await ledger.take(charge([piece(1, 'a')], { limits: { perSong: 0, total: 0 } }))).toEqual([false]);
  });

  it('uses eight bytes per line', () => {
    const records = fc.tuple(fc.nat(2 ** 24 - 1), fc.array(fc.string(), { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(records, ([songId, lines]) => {
        expect(recordsOf({ songId, lines })).toMatch(
          new RegExp(`^[\\w-]{${RECORD_CHARACTERS * lines.length}}$`),
        );
      }),
    );
  });
});
