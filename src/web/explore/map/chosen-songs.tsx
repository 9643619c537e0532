import { useState } from 'preact/hooks';
import { useAnswer } from '../../api/use-answer.ts';
import { Button } from '../../parts/button.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Failure } from '../../shell/failure.tsx';
import { mapText } from '../../text/explore-map.ts';
import { yearOf } from '../../text/format.ts';
import type { SongMap } from './song-map.ts';
import { nameSongs } from './song-names.ts';

const AT_ONCE = 20;

interface ChosenSongsProps {
  map: SongMap;
  title: string;
  /** Places on the map. */
  songs: readonly number[];
  closeHref: string;
  onPoint: (place: number | null) => void;
}

/** The songs of a group or of an outline, the newest first, some at a time. */
export function ChosenSongs({ map, title, songs, closeHref, onPoint }: ChosenSongsProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const sorted = songs.toSorted((a, b) => (map.years[b] ?? 0) - (map.years[a] ?? 0) || a - b);
  const ids = sorted.slice(0, shown).map((place) => map.ids[place] ?? 0);
  const placeOf = new Map(sorted.map((place) => [map.ids[place] ?? 0, place]));
  const answer = useAnswer(ids.length === 0 ? null : `songs ${ids.join()}`, (signal) =>
    nameSongs(ids, signal),
  );
  const { data, error, isLoading } = answer;
  return (
    <section class="chosen-songs" aria-label={title} aria-busy={isLoading}>
      <div class="chosen-head">
        <h2 class="label">{title}</h2>
        <a class="hint-link" href={closeHref} data-choice>
          {mapText.closeList}
        </a>
      </div>
      {songs.length > AT_ONCE && (
        <p class="hint">{mapText.rest(Math.min(shown, songs.length), songs.length)}</p>
      )}
      {error !== null && <Failure error={error} retry={answer.retry} />}
      {data === null && isLoading && <Waiting text={mapText.naming} />}
      {data !== null && data.length === 0 && songs.length > 0 && !isLoading && (
        <p class="muted">{mapText.unnamed}</p>
      )}
      <ol class="song-rows">
        {(songs.length === 0 ? [] : (data ?? [])).map((track) => (
          <li
            key={track.id}
            onPointerEnter={() => onPoint(placeOf.get(track.id) ?? null)}
            onPointerLeave={() => onPoint(null)}
            onFocusCapture={() => onPoint(placeOf.get(track.id) ?? null)}
            onBlurCapture={() => onPoint(null)}
          >
            <a href={`/app/tracks/${track.id}`}>{track.title}</a>
            <span class="muted">
              {[track.artist, yearOf(track.release_date)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {shown < songs.length && (
        <Button isBusy={isLoading} onClick={() => setShown(shown + AT_ONCE)}>
          {isLoading ? mapText.loadingMore : mapText.moreSongs}
        </Button>
      )}
    </section>
  );
}
