const ID = /^(?:\{"id":)?(\d+)[,}]/;

export interface LastRow {
  /** The next piece of the export. */
  add(text: string): void;
  /** Of the last row that is whole; null before the first. */
  readonly id: number | null;
  readonly rows: number;
}

/**
 * Follows an export, in pieces cut anywhere, and knows the id of its last whole row: the first value of each record.
 * A record of CSV ends at a line feed outside quotation marks; a quotation mark within a value is doubled, so counting them suffices.
 */
export function followRows(format: 'csv' | 'ndjson'): LastRow {
  let id: number | null = null;
  let rows = 0;
  let isQuoted = false;
  /** The beginning of the current record, long enough to contain an id. */
  let start = '';
  const endRecord = (): void => {
    const found = ID.exec(start)?.[1];
    if (found !== undefined) {
      id = Number(found);
      rows += 1;
    }
    start = '';
  };
  const STOPS = format === 'csv' ? /[\n"]/g : /\n/g;
  return {
    add(text) {
      let from = 0;
      for (const { 0: mark, index } of text.matchAll(STOPS)) {
        if (mark === '"') isQuoted = !isQuoted;
        if (mark === '"' || isQuoted) continue;
        start = withPart(start, text, from, index);
        endRecord();
        from = index + 1;
      }
      start = withPart(start, text, from, text.length);
    },
    get id() {
      return id;
    },
    get rows() {
      return rows;
    },
  };
}

const ID_LENGTH = 20;

function withPart(start: string, text: string, from: number, to: number): string {
  return start.length >= ID_LENGTH ? start : start + text.slice(from, Math.min(to, from + ID_LENGTH));
}
