import type { SearchAnswer } from '../api/types.ts';

const REASONS: Record<string, string> = {
  embeddings_not_configured: 'This server has no model of meaning, so songs were found by their words.',
  embeddings_unavailable:
    'The model of meaning does not answer right now, so songs were found by their words.',
};

/** Says so when nothing fits well, or which artist may be meant. */
export function Doubt({ answer }: { answer: SearchAnswer }) {
  const { artist } = answer.did_you_mean ?? {};
  if (artist !== undefined) return <p class="notice">No song by that artist. Did you mean {artist}?</p>;
  if (answer.confidence !== 'none' || answer.items.length === 0) return null;
  return <p class="notice">Nothing fits well. These songs are the nearest.</p>;
}

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
