const DELIMITERS = [',', ';', '\t', '|'] as const;
/** How Excel names the delimiter on a line of its own. */
const NAMED = /^sep=(.)\n/i;

export interface Csv {
  rows: string[][];
  delimiter: string;
  /** Whether the last quote is never closed, so that its cell holds all that follows it. */
  isOpen: boolean;
}

/** The delimiter that the first line has most of. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const counts = DELIMITERS.map((one) => line.split(one).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** The rows of CSV (RFC 4180); quotes hold delimiters and line breaks. */
export function readCsv(given: string): Csv {
  const named = NAMED.exec(given);
  const text = named === null ? given : given.slice(named[0].length);
  const delimiter = named?.[1] ?? delimiterOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] ?? '';
    if (isQuoted && letter === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (letter === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (!isQuoted && letter === delimiter) endCell();
    else if (!isQuoted && letter === '\n') endRow();
    else if (letter !== '\r' || isQuoted) cell += letter;
  }
  if (cell !== '' || row.length > 0) endRow();
  return { rows, delimiter, isOpen: isQuoted };
}
