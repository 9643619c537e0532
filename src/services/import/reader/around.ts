import type { ImportLine } from '../import-tracks.ts';
import { isHeader } from './csv-header.ts';
import { decodeRecord } from './encoding.ts';
import { parseJson } from './parse-json.ts';
import type { Piece } from './piece.ts';
import type { JsonLayout } from './read-piece.ts';
import { rowOfCells, withArtist } from './rows-of-value.ts';

/** What an object says about the list in it: the names of its columns, or the artist of its songs. */
export class Around {
  readonly #layout: JsonLayout;
  #object: unknown = null;
  #columns: string[] | null = null;

  constructor(layout: JsonLayout) {
    this.#layout = layout;
  }

  /** Takes an object that was read up to the first bracket of its list. */
  open(piece: Piece): void {
    const text = 'bytes' in piece ? decodeRecord(piece.bytes, this.#layout.encoding)?.text : undefined;
    const parsed = text === undefined ? null : parseJson(`${text}${closing(text)}`, this.#layout.notes);
    this.#object = parsed !== null && 'value' in parsed ? parsed.value : null;
    this.#columns = columnsOf(this.#object);
  }

  /** The rows with what the object adds to them. */
  *complete(lines: Iterable<ImportLine>): Generator<ImportLine> {
    for (const line of lines) {
      if ('reason' in line) yield line;
      else if (!Array.isArray(line.row)) yield { ...line, row: withArtist(line.row, this.#object) };
      else if (this.#columns !== null) yield { ...line, row: rowOfCells(this.#columns, line.row) };
      // A list of lists may begin with the names of its columns.
      else if (isTexts(line.row) && isHeader(line.row)) this.#columns = line.row;
      else yield line;
    }
  }
}

/** The brackets that an object up to a list in it still needs. */
function closing(text: string): string {
  const open: string[] = [];
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inString && char === '\\') at += 1;
    else if (char === '"') inString = !inString;
    else if (!inString && (char === '{' || char === '[')) open.push(char === '{' ? '}' : ']');
    else if (!inString && (char === '}' || char === ']')) open.pop();
  }
  return open.reverse().join('');
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');

function columnsOf(object: unknown): string[] | null {
  const columns =
    typeof object === 'object' && object !== null && 'columns' in object ? object.columns : null;
  return isTexts(columns) ? columns : null;
}
