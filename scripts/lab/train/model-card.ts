import type { ModelData } from '../promotion/registry.ts';
import type { Analyses } from './analyses.ts';
import { CARD_TEXTS } from './card-texts.ts';
import type { ModelName } from './trainer.ts';

export interface CardFacts {
  name: ModelName;
  /** What is counted as a loss, with its unit. */
  loss: string;
  version: string;
  method: string;
  builtAt: string;
  /** Paths of its files. */
  files: readonly string[];
  data: ModelData;
  analyses: Analyses;
  /** Why it could not be compared with the model in use; null if it could. */
  whyNot: string | null;
}

type Figure = Analyses['loss'];

const MOST_FEATURES = 12;

const number = (value: number): string => value.toFixed(3);

const shown = (figure: Figure): string => {
  if (figure === null) return '–';
  const range = figure.interval?.map(number).join(', ');
  return `${number(figure.value)}${range === undefined ? '' : ` [${range}]`}`;
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The model's card in Markdown, with the headings of Mitchell et al. 2019 ("Model Cards for Model Reporting", FAT* 2019). */
export function modelCard(facts: CardFacts): string {
  const { name, loss, data, analyses } = facts;
  const texts = CARD_TEXTS[name];
  return `# Model card: ${texts.title}

Made by \`barline lab train-${name}\`; do not edit it by hand. 95 % intervals, by resampling whole artists, stand in brackets.

## Model details

${cardDetails(facts)}

## Intended use

${texts.use}

Out of scope: ${texts.outOfScope}

## Factors

${texts.factors}

## Metrics

The loss is the ${loss}. It is measured on texts whose artists the model has not seen, beside the best answer that is always
the same. The unit that is left out and resampled is the ${texts.unit}. Less is better.

## Evaluation data

The training data by cross-validation: each artist is judged by a model that was chosen and fitted without the artist.

## Training data

${data.examples} labelled texts of ${data.artists} artists, labelled by ${data.labelled_by}; licence: ${data.licence}. SHA-256 \`${data.hash}\`.
Only weights are committed, nothing of the texts.

## Quantitative analyses

${quantitativeAnalyses(name, analyses)}

## Ethical considerations

${texts.ethics}

## Caveats and recommendations

${texts.caveats}

## How it reaches the Worker

The weights are files of the sources. \`barline lab promote\` writes them there if the new model is better on artists that neither
model has seen (docs/models/README.md), a release builds the Worker with them, and \`migrate\` notes in \`model_versions\` which
version that is. \`barline lab rollback ${name}\` brings the version before back.
${facts.whyNot === null ? '' : `\nThis version was not compared with another one: ${facts.whyNot}\n`}`;
}

/** What a run has measured, as Markdown. */
export const quantitativeAnalyses = (name: ModelName, analyses: Analyses): string => `${table(
  ['texts', 'loss', 'of the constant', 'gain over the constant'],
  [[String(analyses.examples), shown(analyses.loss), shown(analyses.constant), shown(analyses.gain)]],
)}

${verdictOf(analyses.gain)}

${byGroup(analyses)}

${curveOf(analyses)}

${importanceOf(name, analyses)}`;

/** The head of a card as a table. */
export const cardDetails = ({
  version,
  builtAt,
  method,
  files,
}: Pick<CardFacts, 'version' | 'builtAt' | 'method' | 'files'>): string =>
  table(
    ['', ''],
    [
      ['version', `\`${version}\``],
      ['built', builtAt.slice(0, 10)],
      ['method', method],
      ['weights', files.map((path) => `\`${path}\``).join(', ')],
    ],
  );

function verdictOf(gain: Figure): string {
  if (gain?.interval == null)
    return 'There are too few artists to say whether it is better than the constant.';
  if (gain.interval[0] > 0) return 'It loses less than the constant, by more than chance explains.';
  if (gain.interval[1] < 0) return 'It loses more than the constant.';
  return 'Its gain over the constant may be chance: the interval holds 0.';
}

const byGroup = ({ groups }: Analyses): string =>
  table(
    ['group', 'texts', 'loss', 'of the constant'],
    groups.map(({ group, examples, loss, constant }) => [
      group,
      String(examples),
      shown(loss),
      number(constant),
    ]),
  );

const curveOf = ({ curve }: Analyses): string =>
  curve.length === 0
    ? 'There are too few artists for a learning curve.'
    : `Learning curve: models of a part of the artists, judged on the same unseen ones.

${table(
  ['artists learned from', 'texts', 'loss', 'what all the others save'],
  curve.map(({ artists, examples, loss, gain_of_all }) => [
    artists.toFixed(1),
    examples.toFixed(0),
    shown(loss),
    shown(gain_of_all),
  ]),
)}`;

function importanceOf(name: ModelName, { importance }: Analyses): string {
  if (importance.length === 0) return `Importance: ${CARD_TEXTS[name].noImportance ?? 'not measured.'}`;
  const told = importance.slice(0, MOST_FEATURES);
  return `Importance: by how much the loss on unseen artists grows when a feature is dealt out anew among all texts. Features that say the
same hide each other. ${importance.length > told.length ? `The ${told.length} largest of ${importance.length}.` : ''}

${table(
  ['feature', 'increase of the loss'],
  told.map(({ feature, increase }) => [`\`${feature}\``, shown(increase)]),
)}`;
}
