import { type Edit, moveStretch, type Stretch } from '../pad/edit.ts';
import { wholeLines } from '../pad/pad-text.ts';

interface SentLine {
  /** As the server repeats it: without the spaces around it, its letters composed. */
  text: string;
  /** Where it is now; null where it is gone. */
  place: Stretch | null;
}

const plain = (line: string): string => line.trim().normalize('NFC');

/** The lines of a part of the pad that was sent, each followed through the changes made since: two may read alike. */
export class SentLines {
  #lines: readonly SentLine[];

  /** `start` is where the part began in the pad. */
  constructor(part: string, start: number) {
    let at = start;
    this.#lines = part.split('\n').map((line) => {
      const place = { start: at, end: at + line.length };
      at = place.end + 1;
      return { text: plain(line), place };
    });
  }

  follow(edit: Edit): void {
    this.#lines = this.#lines.map(({ text, place }) => ({
      text,
      place: place === null ? null : moveStretch(place, edit),
    }));
  }

  /**
   * The whole line in `text`, the pad now, of the one that was sent as the `nth` (from 0) of those that read so; null
   * where it is gone or reads otherwise.
   */
  placeOf(line: string, nth: number, text: string): Stretch | null {
    const sent = this.#lines.filter((one) => one.text === plain(line))[nth];
    if (!sent?.place) return null;
    const whole = wholeLines(text, sent.place);
    return plain(text.slice(whole.start, whole.end)) === sent.text ? whole : null;
  }
}
