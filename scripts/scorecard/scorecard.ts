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

/** The rows as a Markdown table. */
export function scorecardTable({ rows }: Scorecard): string {
  const lines = rows.map(({ name, published, ours, command, note }) => {
    const cells = [name, published, ours ?? 'not measured', command === null ? '' : `\`${command}\``, note];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  return ['| what | published | here | command | note |', '|---|---|---|---|---|', ...lines].join('\n');
}

/** The page with its table replaced. Throws if it has no place for one. */
export function withScorecard(page: string, scorecard: Scorecard): string {
  const from = page.indexOf(START);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`the page lacks "${START}" or "${END}"`);
  return `${page.slice(0, from)}${START}\n${scorecardTable(scorecard)}\n${page.slice(to)}`;
}
