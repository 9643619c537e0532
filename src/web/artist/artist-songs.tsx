import type { TrackList } from '../api/types.ts';
import { Waiting } from '../parts/waiting.tsx';
import type { Arrival } from '../router/history.ts';
import { SongHeading } from '../search/song-heading.tsx';
import { SongList } from '../search/song-list.tsx';
import { usePages } from '../search/use-pages.ts';
import { Failure } from '../shell/failure.tsx';
import { artistText } from '../text/artist.ts';

const texts = artistText.songs;

/** The songs of an artist, the last stored first. */
export function ArtistSongs({ name, arrival }: { name: string; arrival: Arrival }) {
  const path = `/tracks?artist=${encodeURIComponent(name)}`;
  const { found, retry, more } = usePages<TrackList>(path, arrival);
  const { answer, error, loading } = found;
  return (
    <section aria-labelledby="songs" aria-busy={loading}>
      <h2 id="songs" class="label">
        {texts.title}
      </h2>
      {answer === null && error === null && <Waiting text={texts.loading} />}
      {answer?.items.length === 0 && <p class="muted">{texts.none}</p>}
      {answer !== null && (
        <SongList found={found} more={more}>
          {answer.items.map((track) => (
            <li key={track.id} class="hit">
              <SongHeading track={track} level="h3" hideArtist />
            </li>
          ))}
        </SongList>
      )}
      {error !== null && <Failure error={error} {...(answer === null && { retry })} />}
    </section>
  );
}
