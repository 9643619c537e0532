import type { ModelData, ModelVersion } from '../promotion/registry.ts';
import type { Analyses } from './analyses.ts';
import { CARD_TEXTS } from './card-texts.ts';
import { cardDetails, quantitativeAnalyses } from './model-card.ts';
import type { ModelName } from './trainer.ts';

/** What a training run has found of the same way of training. */
export interface RetrainedFacts {
  version: string;
  data: ModelData;
  analyses: Analyses;
}

/** The card of weights that were trained before the training command: nothing is told of them that was not measured. */
export function inheritedCard(
  name: ModelName,
  { version, built_at: builtAt, method, files, data }: ModelVersion,
  retrained: RetrainedFacts | null,
): string {
  const texts = CARD_TEXTS[name];
  return `# Model card: ${texts.title}

Made by \`barline lab card ${name}\`; do not edit it by hand. These weights are older than \`barline lab train-${name}\`, which has not measured them.

## Model details

${cardDetails({ version, builtAt, method, files: Object.keys(files) })}

## Intended use

${texts.use}

Out of scope: ${texts.outOfScope}

## Factors

${texts.factors}

## Training data

${texts.inherited}

${data.examples} labelled verses, labelled by ${data.labelled_by}; licence: ${data.licence}. SHA-256 of the verses as
they were noted \`${data.hash}\`. Only weights are committed, nothing of the songs.

## Metrics, evaluation data and quantitative analyses

${retrained === null ? 'No new figures were measured, neither of these weights nor of weights that were trained anew.' : figuresOf(name, retrained)}

\`${texts.evaluation}\` measures the weights in use on verses of the half that nothing was tuned on.

## Ethical considerations

${texts.ethics}

## Caveats and recommendations

${texts.caveats}

## How it reaches the Worker

The weights are files of the sources. \`barline lab promote\` alone replaces them, by a model that is better on artists that neither
has learned from (docs/models/README.md). This version was in use before models were compared.
`;
}

const figuresOf = (
  name: ModelName,
  { version, data, analyses }: RetrainedFacts,
): string => `The weights in use were not measured, because they have learned from all these verses. The figures are those of weights trained
anew in the same way (\`${version}\`, ${data.examples} texts, SHA-256 \`${data.hash}\`), which differ from the weights in use and are
not in use. 95 % intervals, by resampling whole artists, stand in brackets. What is left out and resampled is the ${CARD_TEXTS[name].unit}.
The loss is the ${CARD_TEXTS[name].loss}; less is better.

${quantitativeAnalyses(name, analyses)}`;
