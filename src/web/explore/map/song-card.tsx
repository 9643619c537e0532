import { Button } from '../../parts/button.tsx';
import { mapText } from '../../text/explore-map.ts';
import { yearOf } from '../../text/format.ts';
import type { SongMap } from './song-map.ts';
import { useSong } from './use-song.ts';

const { card } = mapText;

/** Whether the reader points with a finger, and has no keys. */
const isTouched = (): boolean => window.matchMedia('(pointer: coarse)').matches;

interface SongCardProps {
  map: SongMap;
  /** The song's place on the map; null: none is looked at. */
  place: number | null;
  /** The song that was kept, in the address. */
  isKept: boolean;
  onFind: () => void;
}

/** What is under the pointer, or what was chosen. It keeps its height, so that nothing below it moves. */
export function SongCard({ map, place, isKept, onFind }: SongCardProps) {
  const id = place === null ? null : (map.ids[place] ?? null);
  const song = useSong(id);
  return (
    <div class="song-card" aria-live="polite">
      {song.status === 'none' && <p class="muted">{isTouched() ? card.touchHint : card.hint}</p>}
      {song.status === 'loading' && <p class="muted">{card.loading}</p>}
      {song.status === 'gone' && <p class="muted">{card.gone}</p>}
      {song.status === 'failed' && (
        <p class="muted">
          {song.error.title}. {song.error.advice}
        </p>
      )}
      {song.status === 'ready' && (
        <>
          <p class="song-card-title">
            <a href={`/app/tracks/${song.track.id}`}>{song.track.title}</a>
            {isKept && (
              <Button kind="quiet" onClick={onFind}>
                {card.find}
              </Button>
            )}
          </p>
          <p class="muted">
            {[song.track.artist, yearOf(song.track.release_date) ?? card.unknownYear, clusterOf(map, place)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      )}
    </div>
  );
}

const clusterOf = ({ legend, clusters }: SongMap, place: number | null): string =>
  (place === null ? undefined : legend.find(({ key }) => key === clusters[place]))?.label ?? '';
