import { getJson } from '../../api/get-json.ts';
import type { SearchAnswer, TrendWords } from '../../api/types.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { Hit } from '../../search/hit.tsx';
import { Failure } from '../../shell/failure.tsx';
import { wordsText } from '../../text/explore-words.ts';
import { searchFor } from './search-words.ts';
import { isWithin, type WordsState, wordsHref, yearOfPeriod } from './words-state.ts';
import '../../styles/hits.css';

const SHOWN = 50;

interface PointSongsProps {
  term: TrendWords['terms'][number];
  songs: TrendWords['songs'];
  state: WordsState;
}

/** The songs behind one point, with the lines that hold the word. */
export function PointSongs({ term, songs, state }: PointSongsProps) {
  const year = yearOfPeriod(state.period);
  const query = searchFor(term);
  const params = new URLSearchParams({
    q: query,
    mode: 'lexical',
    from_year: year,
    to_year: year,
    limit: String(SHOWN),
  });
  const point = term.points.find(({ period }) => period === state.period);
  const path = `/search?${params}`;
  const { data, error, isLoading, retry } = useAnswer(
    query === '' || point?.songs === 0 ? null : path,
    (signal) => getJson<SearchAnswer>(path, { signal }),
  );
  // A search also answers with songs that are only near; behind the point are those that hold the word.
  const hits =
    data?.items.filter(
      ({ track, why }) => why.matched_words.length > 0 && isWithin(state.period, track.release_date),
    ) ?? [];
  const named = songs.filter(({ track_id: id }) => point?.examples.includes(id));
  const title = wordsText.panel(term.term, state.period);
  const hasNone = !isLoading && error === null && hits.length === 0;
  return (
    <section class="point-songs" aria-label={title} aria-busy={isLoading}>
      <div class="period-head">
        <h2>{title}</h2>
        <a class="hint-link" href={wordsHref({ ...state, period: '' })} data-choice>
          {wordsText.close}
        </a>
      </div>
      {point !== undefined && <p class="muted">{wordsText.pointFacts(point)}</p>}
      {error !== null && <Failure error={error} retry={retry} />}
      {isLoading && <Waiting text={wordsText.finding} />}
      {!isLoading && hits.length > 0 && (
        <ol class="hits">
          {hits.map((hit) => (
            <Hit key={hit.track.id} hit={hit} />
          ))}
        </ol>
      )}
      {hasNone && named.length === 0 && <p class="muted">{wordsText.noSongs}</p>}
      {hasNone && named.length > 0 && (
        <ul class="song-rows">
          {named.map((song) => (
            <li key={song.track_id}>
              <a href={`/app/tracks/${song.track_id}`}>{song.title}</a>
              <span class="muted">{song.artist}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
