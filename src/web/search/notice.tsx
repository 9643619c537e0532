import type { SearchAnswer } from '../api/types.ts';
import { type SearchState, searchHref } from './query-state.ts';

const REASONS: Record<string, string> = {
  embeddings_not_configured: 'This server has no model of meaning, so songs were found by their words.',
  embeddings_unavailable:
    'The model of meaning does not answer right now, so songs were found by their words.',
};

/** Offers what was probably meant, and says so when nothing fits well. */
export function Doubt({ answer, state }: { answer: SearchAnswer; state: SearchState }) {
  const { query, words = [], artist } = answer.did_you_mean ?? {};
  return (
    <>
      {query && (
        <p class="notice">
          No song has {words.map(({ typed }) => `“${typed}”`).join(', ')}. Did you mean{' '}
          <a href={searchHref({ ...state, q: query })}>{query}</a>?
        </p>
      )}
      {artist && (
        <p class="notice">
          No song by that artist. Did you mean <a href={searchHref({ ...state, artist })}>{artist}</a>?
        </p>
      )}
      {answer.confidence === 'none' && answer.items.length > 0 && (
        <p class="notice">Nothing fits well. These songs are the nearest.</p>
      )}
    </>
  );
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
