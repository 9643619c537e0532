import { costQualityPlot } from '../charts/cost-quality-plot.ts';
import { shown } from './evaluation-sections.ts';
import { type Cell, facts, figure, list, paragraph, section, table } from './html.ts';
import type { DatasetFacts, EndpointFacts, Matrix, ReportedStep, Results } from './read-results.ts';

const dollars = (value: number | null): string => (value === null ? 'unknown' : `$${value.toFixed(4)}`);

const siteOf = (from: string): string => (URL.canParse(from) ? new URL(from).host : from);

/** The matrix as chart and table; rows of models that were not called say where their price comes from. */
export function costSection({ rows, songs }: Matrix): string {
  const chart = figure(
    costQualityPlot(rows),
    `${songs} test songs. Filled points were asked; rings are models of which only the list price is known.`,
  );
  const estimated = [...new Set(rows.flatMap(({ tokens }) => tokens?.from ?? []))].filter(
    (from) => from !== 'measured',
  );
  const matrix = table({
    caption: `Cost and quality of each model${estimated.length === 0 ? '' : `; * tokens ${estimated.join(', ')}`}`,
    isFigures: true,
    head: [
      'model',
      'MAE',
      'answered',
      'tokens a song',
      'for 1,000 songs',
      'price a million tokens',
      'price from',
    ],
    rows: rows.map(
      ({ name, mae, called, success_rate, tokens, cost_per_1000_usd, price, refused }): Cell[] => [
        name,
        mae === null ? (called ? (refused.length > 0 ? 'refused' : 'none') : 'not called') : shown(mae),
        success_rate === null ? null : `${(success_rate * 100).toFixed(1)} %`,
        tokens === null
          ? null
          : `${Math.round(tokens.prompt)} + ${Math.round(tokens.completion)}${tokens.from === 'measured' ? '' : ' *'}`,
        dollars(cost_per_1000_usd),
        price === null ? null : `$${price.prompt} + $${price.completion}`,
        price === null ? null : `${siteOf(price.from)}${price.as_of === null ? '' : `, ${price.as_of}`}`,
      ],
    ),
  });
  const pages = [...new Set(rows.flatMap(({ price }) => price?.from ?? []))].filter((from) =>
    URL.canParse(from),
  );
  const failures = rows.flatMap(({ name, errors }) =>
    errors.slice(0, 3).map(({ error, songs: count }) => `${name} failed on ${count} songs: ${error}`),
  );
  return section(
    'cost',
    'Cost and quality',
    chart + matrix + list([...pages.map((page) => `List prices: ${page}`), ...failures]),
  );
}

const countTable = (caption: string, name: string, counts: Readonly<Record<string, number>>): string => {
  const entries = Object.entries(counts);
  return entries.length === 0 ? '' : table({ caption, head: [name, 'songs'], rows: entries });
};

/** The datasheet in short. */
export function datasetSection(dataset: DatasetFacts): string {
  const { split, excluded, songs, candidates, catalogue_songs, dataset_hash, seed } = dataset;
  return section(
    'dataset',
    'The data set',
    facts([
      ['hash', dataset_hash],
      ['songs', `${songs} of ${candidates} that meet the criteria, of ${catalogue_songs} in the catalogue`],
      ['to train on', `${split.train.songs} songs of ${split.train.artists} artists`],
      ['to test on', `${split.test.songs} songs of ${split.test.artists} artists`],
      ['seed', seed],
    ]) +
      paragraph(
        'The targets are answers of analysers and no judgement of people: agreement with them is agreement with an analyser. The halves share no artist.',
      ) +
      `<div class="columns">${[
        countTable('Left out', 'because of', excluded),
        countTable('Targets from', 'analyser', dataset.analyzers),
        countTable('Decades', 'decade', dataset.eras),
        countTable('Languages', 'language', dataset.languages),
      ].join('')}</div>`,
  );
}

const seen = (detail: unknown): string | null => (typeof detail === 'string' ? detail : null);

export const endpointSection = (
  { chat_model, embeddings_model, capabilities }: EndpointFacts,
  details: Readonly<Record<string, unknown>>,
): string =>
  section(
    'endpoint',
    'The model endpoint',
    facts([
      ['chat model', chat_model],
      ['embeddings', embeddings_model],
    ]) +
      table({
        caption: 'Capabilities',
        head: ['capability', 'verdict', 'what was seen'],
        rows: Object.entries(capabilities).map(([name, verdict]) => [name, verdict, seen(details[name])]),
      }),
  );

export const stepsSection = (steps: readonly ReportedStep[]): string =>
  section(
    'steps',
    'Steps',
    table({
      caption: 'What was made, left out or refused',
      head: ['step', 'state', 'reason'],
      rows: steps.map(({ name, state, reason }) => [name, state, reason]),
    }),
  );

const KNOWN = new Set(['evaluate', 'compare-models', 'prepare-dataset', 'test-api']);
const MOST_FACTS = 60;

/** Figures of a result as names with their values, in the order in which they stand. */
function flatten(value: unknown, name: string): [string, Cell][] {
  if (typeof value === 'number' || typeof value === 'string') return [[name, value]];
  if (typeof value === 'boolean') return [[name, value ? 'yes' : 'no']];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    flatten(inner, name === '' ? key : `${name}, ${key}`),
  );
}

/** Steps that have no section of their own, as tables of their figures. */
export const furtherSections = (steps: readonly ReportedStep[]): string[] =>
  steps
    .filter(({ name, state }) => !KNOWN.has(name) && state !== 'skipped')
    .map(({ name, metrics }) => {
      const rows = flatten(metrics, '');
      const more = rows.length - MOST_FACTS;
      return section(
        `step-${name}`,
        name,
        table({ caption: `Figures of ${name}`, head: ['figure', 'value'], rows: rows.slice(0, MOST_FACTS) }) +
          (more > 0 ? paragraph(`${more} more stand in ${name}.json.`) : ''),
      );
    });

export const runSection = ({ run }: Results): string =>
  section(
    'run',
    'How to make it again',
    facts([
      ['command', `npm run barline -- lab ${run.command}`],
      ['code', run.code_version],
      ['Node', run.node_version],
      ['data', run.data_hash],
      ['seed', run.seed],
      ['started', run.started_at],
    ]) +
      table({
        caption: 'Configuration',
        head: ['option', 'value'],
        rows: Object.entries(run.configuration).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      }),
  );
