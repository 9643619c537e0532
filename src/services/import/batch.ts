import { estimateJaccard, NEAR_DUPLICATE_JACCARD } from '../../lyrics/text/fingerprint.ts';
import { keyText } from './key.ts';
import type { ImportSong } from './song.ts';

export const BATCH_SONGS = 50;
/** Keeps a batch well inside the limits of one request for any content. */
const BATCH_CHARACTERS = 1_000_000;
const MAX_WAITING = 200;

type Words = Pick<NonNullable<ImportSong['text']>, 'lyricsHash' | 'sketch' | 'bands'>;

/** The similarity of two texts, 0-1, if they share a band or all their words; otherwise 0. */
export function likeness(a: Words, b: Words): number {
  if (a.lyricsHash === b.lyricsHash) return 1;
  return a.bands.some((band) => b.bands.includes(band)) ? estimateJaccard(a.sketch, b.sketch) : 0;
}

/** Whether two rows are the same song: the same words under any key; without words, the same key. */
export function isRepeat(a: ImportSong, b: ImportSong): boolean {
  if (a.name !== b.name || a.state !== b.state) return false;
  return a.text === null ? hasKeyOf(a, b) : a.text.lyricsHash === b.text?.lyricsHash;
}

const hasKeyOf = (a: ImportSong, b: ImportSong) => keyText(a.key) === keyText(b.key);

/** A song that can only be decided after the earlier one is stored. */
function dependsOn(song: ImportSong, earlier: ImportSong): boolean {
  if (hasKeyOf(song, earlier)) return true;
  if (song.text === null || earlier.text === null) return false;
  return likeness(song.text, earlier.text) >= NEAR_DUPLICATE_JACCARD;
}

/**
 * Collects songs into batches in which no song depends on another, so the database alone can detect duplicates. A song
 * that nearly repeats an earlier one of its batch is moved to the next batch; an exact repeat is not.
 */
export class BatchBuilder {
  #chosen: ImportSong[] = [];
  #waiting: ImportSong[] = [];
  #characters = 0;

  get isEmpty(): boolean {
    return this.#chosen.length === 0;
  }

  get isFull(): boolean {
    return (
      this.#chosen.length >= BATCH_SONGS ||
      this.#characters >= BATCH_CHARACTERS ||
      this.#waiting.length >= MAX_WAITING
    );
  }

  add(song: ImportSong): void {
    if (this.#mustWait(song)) {
      this.#waiting.push(song);
      return;
    }
    this.#chosen.push(song);
    this.#characters += song.text?.lyrics.length ?? 0;
  }

  #mustWait(song: ImportSong): boolean {
    const depends = (earlier: ImportSong) => dependsOn(song, earlier);
    const repeats = (earlier: ImportSong) => isRepeat(song, earlier);
    if (this.#waiting.some(depends)) return true;
    const bearing = this.#chosen.filter(depends);
    if (bearing.some((earlier) => hasKeyOf(song, earlier) && !repeats(earlier))) return true;
    return bearing.length > 0 && !this.#chosen.some(repeats);
  }

  /** Returns the batch; the songs that were held back begin the next one. */
  take(): ImportSong[] {
    const batch = this.#chosen;
    const waiting = this.#waiting;
    this.#chosen = [];
    this.#waiting = [];
    this.#characters = 0;
    for (const song of waiting) this.add(song);
    return batch;
  }
}
