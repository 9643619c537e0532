import type { ServiceContext } from '../../context.ts';
import type { ImportLine } from './import-tracks.ts';
import { importKey, keyText } from './key.ts';
import { parseImportRow } from './row.ts';

/** A request ends after this long, so that its client gets an answer. */
const MAX_MS = 25_000;
/** JSON rows name their fields one by one; so many are looked at. */
const NAMED_ROWS = 100;

interface Part {
  fromRow: number;
  limit: number;
  source: string;
  clock: Pick<ServiceContext['clock'], 'now'>;
}

/** The rows of a file that one request stores, numbered by their place in the file instead of by their line. */
export class PartOfFile {
  readonly #all: AsyncIterable<ImportLine>;
  readonly #part: Part;
  readonly #names = new Set<string>();
  /** Keys made of artist and title of the rows before the part: a song with one of them is another version. */
  readonly seen = new Set<string>();
  /** Rows handed on. */
  taken = 0;
  /** The first row behind the part; null if there is none. */
  nextRow: number | null = null;

  constructor(all: AsyncIterable<ImportLine>, part: Part) {
    this.#all = all;
    this.#part = part;
  }

  get names(): string[] {
    return [...this.#names];
  }

  async *rows(): AsyncGenerator<ImportLine> {
    const { fromRow, limit, clock } = this.#part;
    const endsAt = clock.now() + MAX_MS;
    let row = 0;
    for await (const line of this.#all) {
      row += 1;
      if (row < fromRow) {
        await this.#passOver(line);
        continue;
      }
      if (this.taken >= limit || clock.now() > endsAt) {
        this.nextRow = row;
        return;
      }
      this.taken += 1;
      if (this.taken <= NAMED_ROWS) this.#noteNames(line);
      yield { ...line, line: row };
    }
  }

  async #passOver(line: ImportLine): Promise<void> {
    const parsed = 'row' in line ? parseImportRow(line.row) : null;
    if (parsed === null || !('row' in parsed)) return;
    const key = await importKey(parsed.row, this.#part.source);
    if (!key.stated) this.seen.add(keyText(key));
  }

  #noteNames(line: ImportLine): void {
    if (!('row' in line) || typeof line.row !== 'object' || line.row === null) return;
    for (const name of Object.keys(line.row)) this.#names.add(name);
  }
}
