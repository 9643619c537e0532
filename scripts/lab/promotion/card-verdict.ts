import type { ModelName } from '../train/trainer.ts';
import type { Comparison } from './registry.ts';

/** The card of the model in use. */
export const cardPath = (name: ModelName): string => `docs/models/${name}.md`;

/** How a model came into use, for the end of its card. */
export const describePromotion = ({ with: other, compared_at, artists, examples, why }: Comparison): string =>
  `## Promotion

Compared on ${compared_at.slice(0, 10)} with ${other === null ? 'the best constant, because no model was in use,' : `\`${other}\``} on ${examples} texts of ${artists} artists that neither has
learned from (\`barline lab promote\`). ${why}
`;
