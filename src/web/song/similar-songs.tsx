import type { SimilarAnswer, TrackDetail } from '../api/types.ts';
import { useJson } from '../api/use-json.ts';
import { SimilarityMeter } from '../parts/similarity-meter.tsx';
import { Waiting } from '../parts/waiting.tsx';
import type { Arrival } from '../router/history.ts';
import { Failure } from '../shell/failure.tsx';
import { yearOf } from '../text/format.ts';
import { songText } from '../text/song.ts';

const SHOWN = 6;

/** Songs whose lyrics mean nearly the same; nothing is shown of a song that has no lyrics to compare. */
export function SimilarSongs({ track, arrival }: { track: TrackDetail; arrival: Arrival }) {
  if (!track.lyrics_available) return null;
  return (
    <section id="similar" class="similar" aria-labelledby="similar-title" tabIndex={-1}>
      <h2 id="similar-title" class="label">
        {songText.similar.title}
      </h2>
      <SimilarList id={track.id} arrival={arrival} />
    </section>
  );
}

function SimilarList({ id, arrival }: { id: number; arrival: Arrival }) {
  const loaded = useJson<SimilarAnswer>(`/tracks/${id}/similar?limit=${SHOWN}`, arrival);
  if (loaded.status === 'loading') return <Waiting text={songText.similar.asking} />;
  if (loaded.status === 'failed') return <Failure error={loaded.error} retry={loaded.retry} />;
  if (loaded.data.items.length === 0) return <p class="muted">{songText.similar.none}</p>;
  return (
    <ol>
      {loaded.data.items.map((song) => (
        <li key={song.id}>
          <a href={`/app/tracks/${song.id}`}>{song.title}</a>
          <span class="muted">{[song.artist, yearOf(song.release_date)].filter(Boolean).join(' · ')}</span>
          {song.lyrics_similarity !== null && <SimilarityMeter value={song.lyrics_similarity} />}
        </li>
      ))}
    </ol>
  );
}
