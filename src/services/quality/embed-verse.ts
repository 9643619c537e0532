import type { ServiceContext } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import type { OrdinalModel } from '../../ml/quality/predict.ts';
import type { TrainedQuality } from '../../ml/quality/trained-quality.ts';
import { currentEmbedder } from '../embedding/current-embedder.ts';
import { embedPassages } from '../embedding/embed-passages.ts';
import type { Quality } from './contract.ts';

export type EmbedVerseContext = Pick<
  ServiceContext,
  'sql' | 'config' | 'clock' | 'embedder' | 'nextEmbedder' | 'breaker' | 'state' | 'metrics' | 'log'
>;

export interface ChosenQualityModel {
  model: OrdinalModel;
  vector: readonly number[] | null;
  /** Why the model of the engine's features alone answers; null if the vector is used. */
  reason: Quality['model']['features_reason'];
}

/**
 * The model that can answer now: the one with the vector, if the configured embedding model is the one it learned with.
 * `text` is null if nothing is scored.
 */
export async function chooseQualityModel(
  ctx: EmbedVerseContext,
  trained: TrainedQuality,
  text: string | null,
): Promise<ChosenQualityModel> {
  const engine = (reason: ChosenQualityModel['reason']): ChosenQualityModel => ({
    model: trained.engine,
    vector: null,
    reason,
  });
  if (text === null) return engine('not_scored');
  const model = trained.vector;
  if (model?.vector == null) return engine('no_better_with_embedding');
  try {
    const embedder = await currentEmbedder(ctx);
    if (embedder === null) return engine('embeddings_off');
    if (embedder.model !== model.vector.model) return engine('other_embedding_model');
    const embedded = await embedPassages(ctx, embedder, text);
    return embedded === null ? engine('embedding_failed') : { model, vector: embedded.vector, reason: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'CLIENT_GONE') throw error;
    ctx.log.warn('a verse was not embedded', { code: error.code, reason: error.reason });
    return engine('embedding_failed');
  }
}
