import type { SearchAnswer } from '../api/types.ts';
import { searchText } from '../text/search.ts';
import { type SearchState, searchHref } from './query-state.ts';

const { doubt, degraded } = searchText;

/** Offers what was probably meant, and says so when nothing fits well. */
export function Doubt({ answer, state }: { answer: SearchAnswer; state: SearchState }) {
  const { query, words = [], artist } = answer.did_you_mean ?? {};
  return (
    <>
      {query && (
        <p class="notice">
          {doubt.noSongHas(words.map(({ typed }) => typed))} {doubt.didYouMean}{' '}
          <a href={searchHref({ ...state, q: query })}>{query}</a>?
        </p>
      )}
      {artist && (
        <p class="notice">
          {doubt.noArtist} {doubt.didYouMean} <a href={searchHref({ ...state, artist })}>{artist}</a>?
        </p>
      )}
      {answer.confidence === 'none' && answer.items.length > 0 && <p class="notice">{doubt.nothingFits}</p>}
    </>
  );
}

/** Says so when an answer used less than was asked for. */
export function Notice({ answer }: { answer: SearchAnswer }) {
  if (!answer.degraded && answer.reason === null) return null;
  return (
    <p class={answer.degraded ? 'notice notice-degraded' : 'notice'}>
      {degraded(answer.reason ?? 'degraded')}
    </p>
  );
}
