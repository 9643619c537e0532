import type { SearchAnswer } from '../api/types.ts';
import { searchText } from '../text/search.ts';
import { askedTime } from './asked-time.ts';
import { narrowed, type SearchState, searchHref } from './query-state.ts';

const { doubt, degraded, time } = searchText;

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

/** Offers the songs of the time that a question names: words do not tell when a song came out. */
export function TimeOffer({ state }: { state: SearchState }) {
  const asked = askedTime(state.q);
  if (asked === null || state.decade + state.from_year + state.to_year !== '') return null;
  const { kind, value, rest } = asked;
  const label = kind === 'year' ? value : time.decade(value);
  return (
    <p class="notice">
      <a href={searchHref(narrowed({ ...state, q: rest }, kind, value))}>
        {rest === '' ? time.offer(label) : time.offerOf(label, rest)}
      </a>
    </p>
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
