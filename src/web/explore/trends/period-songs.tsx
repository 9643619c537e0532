import { useState } from 'preact/hooks';
import { getJson } from '../../api/get-json.ts';
import type { Track } from '../../api/types.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Button } from '../../parts/button.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { navigate } from '../../router/history.ts';
import { Failure } from '../../shell/failure.tsx';
import { trendsText } from '../../text/explore-trends.ts';
import { formatDate } from '../../text/format.ts';
import { binsBetween, type Series, type TimeBin } from './series-facts.ts';
import { type TrendState, trendsHref, withoutSongs } from './trend-state.ts';

const AT_ONCE = 10;
const PAGE = 100;
/** A period of weeks is looked for in the songs of its years: as many pages of them as one wait may take. */
const MOST_PAGES = 5;
const THEME = 'theme_';

interface TrackPage {
  items: Track[];
  next_cursor: string | null;
}

interface Found {
  songs: Track[];
  hasMore: boolean;
}

interface Wanted {
  from: string;
  to: string;
  filters: Readonly<Record<string, string>>;
  count: number;
}

/** Songs released between two days, until there are so many. */
async function findSongs({ from, to, filters, count }: Wanted, signal: AbortSignal): Promise<Found> {
  const songs: Track[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const params = new URLSearchParams({
      ...filters,
      from_year: from.slice(0, 4),
      to_year: to.slice(0, 4),
      limit: String(PAGE),
      ...(cursor !== null && { cursor }),
    });
    const answer: TrackPage = await getJson<TrackPage>(`/tracks?${params}`, { signal });
    const isWithin = ({ release_date: day }: Track) => day !== null && day >= from && day <= to;
    songs.push(...answer.items.filter(isWithin));
    cursor = answer.next_cursor;
    if (cursor === null || songs.length > count) break;
  }
  return { songs, hasMore: songs.length > count || cursor !== null };
}

interface PeriodSongsProps {
  series: Series;
  bins: readonly TimeBin[];
  state: TrendState;
}

/** The songs of a period: those that show the series most, and all of them. */
export function PeriodSongs({ series, bins, state }: PeriodSongsProps) {
  const [count, setCount] = useState(AT_ONCE);
  const chosen = binsBetween(bins, state.from, state.to);
  const [first, last] = [chosen[0], chosen.at(-1)];
  const theme = series.name.startsWith(THEME) ? series.name.slice(THEME.length) : state.theme;
  const { artist, language } = state;
  const filters = Object.fromEntries(
    Object.entries({ theme, artist, language }).filter(([, value]) => value !== ''),
  );
  const wanted = { from: first?.from ?? '', to: last?.to ?? '', filters, count };
  const answer = useAnswer(JSON.stringify(wanted), (signal) => findSongs(wanted, signal));
  const { data, error, isLoading } = answer;
  const title = trendsText.panel(series, first?.label ?? '', last?.label ?? '');
  const shown = data?.songs.slice(0, count) ?? [];
  const most = series.songs.filter(
    ({ release_date: day }) => day !== null && day >= wanted.from && day <= wanted.to,
  );
  return (
    <section class="period-songs" aria-label={title} aria-busy={isLoading}>
      <div class="period-head">
        <h3>{title}</h3>
        <PeriodChoice bins={bins} state={state} chosen={chosen} />
        <a class="hint-link" href={trendsHref(withoutSongs(state))} data-choice>
          {trendsText.close}
        </a>
      </div>
      {most.length > 0 && (
        <div>
          <h4 class="label">{trendsText.most}</h4>
          <ul class="song-rows">
            {most.map((song) => (
              <li key={song.id}>
                <a href={`/app/tracks/${song.id}`}>{song.title}</a>
                <span class="muted">
                  {[song.artist, song.release_date && formatDate(song.release_date, 'month')]
                    .filter(Boolean)
                    .join(' · ')}
                  {series.group !== 'themes' && ` · ${trendsText.value(series, song.value)}`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h4 class="label">{trendsText.allSongs(series)}</h4>
        {error !== null && <Failure error={error} retry={answer.retry} />}
        {data === null && isLoading && <Waiting text={trendsText.finding} />}
        {data !== null && shown.length === 0 && !isLoading && <p class="muted">{trendsText.noSongs}</p>}
        <ul class="song-rows">
          {shown.map((track) => (
            <li key={track.id}>
              <a href={`/app/tracks/${track.id}`}>{track.title}</a>
              <span class="muted">
                {[
                  track.artist,
                  track.release_date && formatDate(track.release_date, track.release_date_precision),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        {data?.hasMore && (
          <Button isBusy={isLoading} onClick={() => setCount(count + AT_ONCE)}>
            {isLoading ? trendsText.loading : trendsText.more}
          </Button>
        )}
      </div>
    </section>
  );
}

interface PeriodChoiceProps {
  bins: readonly TimeBin[];
  state: TrendState;
  chosen: readonly TimeBin[];
}

/** The period by two lists: what pulling across a chart does, for the keyboard. */
function PeriodChoice({ bins, state, chosen }: PeriodChoiceProps) {
  const choose = (change: Partial<TrendState>) => {
    const ends = { from: chosen[0]?.label ?? '', to: chosen.at(-1)?.label ?? '' };
    navigate(trendsHref({ ...state, ...ends, ...change }), { isChoice: true });
  };
  const options = bins.map(({ label }) => (
    <option key={label} value={label}>
      {label}
    </option>
  ));
  return (
    <p class="period-choice">
      <label>
        {trendsText.period_from}{' '}
        <select value={chosen[0]?.label} onChange={(event) => choose({ from: event.currentTarget.value })}>
          {options}
        </select>
      </label>{' '}
      <label>
        {trendsText.period_to}{' '}
        <select value={chosen.at(-1)?.label} onChange={(event) => choose({ to: event.currentTarget.value })}>
          {options}
        </select>
      </label>
    </p>
  );
}
