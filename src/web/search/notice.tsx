import type { SearchAnswer } from '../api/types.ts';

const REASONS: Record<string, string> = {
  embeddings_not_configured: 'This server has no model of meaning, so songs were found by their words.',
  embeddings_unavailable:
    'The model of meaning does not answer right now, so songs were found by their words.',
};

/** Says so when an answer used less than was asked for. */
export function Notice({ answer }: { answer: SearchAnswer }) {
  if (!answer.degraded && answer.reason === null) return null;
  const reason = answer.reason ?? 'degraded';
  return (
    <p class={answer.degraded ? 'notice notice-degraded' : 'notice'}>
      {REASONS[reason] ?? 'Less was used for this search than was asked for.'}
    </p>
  );
}
