import type { MatrixRow } from './cost-matrix.ts';

const HEADERS = [
  'model',
  'MAE',
  'macro-F1',
  'answered',
  'tokens a song',
  '$ per 1,000 songs',
  'price from',
] as const;

const SHOWN_ERRORS = 3;

const figure = ({ mae, called, refused }: MatrixRow): string => {
  if (mae !== null) {
    const range = mae.interval === null ? '' : ` [${mae.interval.map((end) => end.toFixed(3)).join(', ')}]`;
    return `${mae.value.toFixed(3)}${range}`;
  }
  if (!called) return 'not called';
  return refused.length === 0 ? 'none' : 'refused';
};

const siteOf = (from: string): string => (URL.canParse(from) ? new URL(from).host : from);

function cells(row: MatrixRow): string[] {
  const { tokens, price, success_rate, sentiment_macro_f1, cost_per_1000_usd: cost } = row;
  const marked = tokens?.from === 'measured' || tokens === null ? '' : ' *';
  return [
    `${row.name}${row.on_frontier ? ' ^' : ''}`,
    figure(row),
    sentiment_macro_f1?.toFixed(3) ?? '-',
    success_rate === null ? '-' : `${(success_rate * 100).toFixed(1)} %`,
    tokens === null ? '-' : `${Math.round(tokens.prompt)} + ${Math.round(tokens.completion)}${marked}`,
    cost === null ? 'unknown' : cost.toFixed(4),
    price === null ? '-' : `${siteOf(price.from)}${price.as_of === null ? '' : `, ${price.as_of}`}`,
  ];
}

/** The matrix as a table of plain text, with the reasons of refusals below it. */
export function describeMatrix(rows: readonly MatrixRow[]): string {
  const table = [[...HEADERS], ...rows.map(cells)];
  const widths = HEADERS.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const lines = table.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const estimated = [...new Set(rows.flatMap(({ tokens }) => tokens?.from ?? []))].filter(
    (from) => from !== 'measured',
  );
  return [
    ...lines,
    ...(rows.some(({ on_frontier }) => on_frontier) ? ['^ nothing is as cheap and errs less'] : []),
    ...estimated.map((from) => `* tokens ${from}`),
    ...rows.flatMap(({ name, refused, errors }) => [
      ...refused.map((why) => `no headline figure for ${name}: ${why}`),
      ...errors.slice(0, SHOWN_ERRORS).map(({ error, songs }) => `${name} failed ${songs} times: ${error}`),
    ]),
  ].join('\n');
}
