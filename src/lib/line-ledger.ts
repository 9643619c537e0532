import type { Clock } from './clock.ts';

/** A piece of one song's text, as the lines it consists of. It is shown completely or not at all. */
export interface LinePiece {
  songId: number;
  /** The lines themselves; equal lines are charged once, because repetitions reveal nothing new. */
  lines: readonly string[];
}

export interface LineLimits {
  /** Different lines of one song. */
  perSong: number;
  /** Different lines of all songs together. */
  total: number;
}

export interface LineCharge {
  /** The caller whose budget it is: an address, or a key. */
  caller: string;
  /** The UTC day, 2026-03-01. */
  day: string;
  limits: LineLimits;
  pieces: readonly LinePiece[];
}

/** The different lines that each caller was shown today. */
export interface LineLedger {
  /** For each piece, in order, whether it fits the budget; pieces that fit are charged. One round trip. */
  take(charge: LineCharge): Promise<boolean[]>;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SONG_CHARACTERS = 4;
/** A line of a song in a ledger: 24 bits of the song's id, 24 bits of the line's hash. */
export const RECORD_CHARACTERS = 8;

const text24 = (bits: number): string =>
  [18, 12, 6, 0].map((shift) => ALPHABET[(bits >>> shift) & 63]).join('');

/** FNV-1a, folded to 24 bits: for the few shown lines of a song, a collision occurs once in a million songs. */
function hash24(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 24) ^ (hash & 0xffffff);
}

/** A piece's lines as consecutive records. */
export const recordsOf = ({ songId, lines }: LinePiece): string =>
  lines.map((line) => text24(songId) + text24(hash24(line.trim().toLowerCase()))).join('');

const parts = (records: string): string[] =>
  Array.from({ length: records.length / RECORD_CHARACTERS }, (_, i) =>
    records.slice(i * RECORD_CHARACTERS, (i + 1) * RECORD_CHARACTERS),
  );

/** The same as the Redis script, for a ledger in memory: which pieces fit, and the records that they add. */
export function chargeRecords(
  known: string,
  pieces: readonly string[],
  limits: LineLimits,
): { granted: boolean[]; added: string } {
  const seen = new Set<string>();
  const songs = new Map<string, number>();
  const note = (record: string) => {
    seen.add(record);
    const song = record.slice(0, SONG_CHARACTERS);
    songs.set(song, (songs.get(song) ?? 0) + 1);
  };
  for (const record of parts(known)) note(record);
  let added = '';
  const granted = pieces.map((piece) => {
    const fresh = [...new Set(parts(piece))].filter((record) => !seen.has(record));
    const ofSong = songs.get(piece.slice(0, SONG_CHARACTERS)) ?? 0;
    const fits = ofSong + fresh.length <= limits.perSong && seen.size + fresh.length <= limits.total;
    if (fresh.length > 0 && !fits) return false;
    for (const record of fresh) note(record);
    added += fresh.join('');
    return true;
  });
  return { granted, added };
}

/** At eight bytes a line and 500 lines a caller this is 8 MB at most. */
const MAX_CALLERS = 2000;

/** The ledger of one isolate. Bounded: the caller whose last new line was shown longest ago is removed first. */
export function createLocalLineLedger(): LineLedger {
  const ledgers = new Map<string, string>();
  return {
    take: async ({ caller, day, limits, pieces }) => {
      const key = `${day} ${caller}`;
      const known = ledgers.get(key) ?? '';
      const { granted, added } = chargeRecords(known, pieces.map(recordsOf), limits);
      if (added === '') return granted;
      ledgers.delete(key);
      ledgers.set(key, known + added);
      const oldest = ledgers.keys().next();
      if (ledgers.size > MAX_CALLERS && !oldest.done) ledgers.delete(oldest.value);
      return granted;
    },
  };
}

/**
 * The shared ledger combined with the isolate's own: lines shown by the isolate are charged in both, so that an
 * isolate with an unstable Redis connection does not exceed the budget. `onFailure` is called when the shared ledger
 * does not answer.
 */
export function withLocalLedger(
  shared: LineLedger,
  local: LineLedger,
  onFailure: (error: unknown) => void,
): LineLedger {
  const askShared = async (charge: LineCharge): Promise<boolean[]> => {
    try {
      return await shared.take(charge);
    } catch (error) {
      onFailure(error);
      return charge.pieces.map(() => true);
    }
  };
  return {
    take: async (charge) => {
      const granted = await askShared(charge);
      const pieces = charge.pieces.filter((_, i) => granted[i]);
      const confirmed = (await local.take({ ...charge, pieces })).values();
      return granted.map((one) => one && confirmed.next().value === true);
    },
  };
}

/** The current UTC day. */
export const utcDay = (clock: Clock): string => new Date(clock.now()).toISOString().slice(0, 10);
