/** A row of scripts/scorecard.json. */
export interface MeasuredRow {
  name: string;
  published: string;
  /** Null where it is not measured here, or where the command failed; the note says why. */
  ours: string | null;
  /** As it is typed; null where it is not measured here. */
  command: string | null;
  note: string;
  /** The day of the measurement. */
  date: string | null;
}

export interface Scorecard {
  /** The day of the latest measurement. */
  date: string;
  /** Cores and memory of the machine of that day. */
  machine: string;
  rows: MeasuredRow[];
}

const START =
  '<!-- scorecard: written by `npm run barline -- bench scorecard` from scripts/scorecard.json -->';
const END = '<!-- /scorecard -->';

const cell = (text: string): string => text.replaceAll('|', '\\|');

const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const cellsOf = ({ name, published, ours, command }: MeasuredRow): string[] => [
  name,
  published,
  ours ?? 'not measured',
  command === null ? '' : `\`${command}\``,
];

/** All rows as a Markdown table. */
export const scorecardTable = ({ rows }: Scorecard): string =>
  [
    '| what | published | here | command | note |',
    '|---|---|---|---|---|',
    ...rows.map((row) => line([...cellsOf(row), row.note])),
  ].join('\n');

/** The rows of these names as a Markdown table without notes, in the order of the names. Throws for a name without a row. */
export function headlineTable({ rows }: Scorecard, names: readonly string[]): string {
  const found = names.map((name) => {
    const row = rows.find((one) => one.name === name);
    if (row === undefined) throw new Error(`the scorecard has no row "${name}"`);
    return line(cellsOf(row));
  });
  return ['| what | published | here | command |', '|---|---|---|---|', ...found].join('\n');
}

/** The page with its table replaced by this one. Throws if it has no place for one. */
export function withTable(page: string, table: string): string {
  const from = page.indexOf(START);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`the page lacks "${START}" or "${END}"`);
  return `${page.slice(0, from)}${START}\n${table}\n${page.slice(to)}`;
}
