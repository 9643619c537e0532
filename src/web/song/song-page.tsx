import '../styles/song.css';
import { useEffect } from 'preact/hooks';
import type { ApiError } from '../api/api-error.ts';
import type { TrackDetail } from '../api/types.ts';
import { useJson } from '../api/use-json.ts';
import { Waiting } from '../parts/waiting.tsx';
import { Failure } from '../shell/failure.tsx';
import { PageHeading } from '../shell/page-heading.tsx';
import type { PageProps } from '../shell/pages.ts';
import { songText } from '../text/song.ts';
import { parseLineHash } from '../verse/line-hash.ts';
import { MadeBy } from './made-by.tsx';
import { SimilarSongs } from './similar-songs.tsx';
import { SongHeader } from './song-header.tsx';
import { SongNav } from './song-nav.tsx';
import { SongReader } from './song-reader.tsx';
import { WordlessSong } from './wordless-song.tsx';

export function SongPage({ place, params }: PageProps) {
  const path = `/tracks/${encodeURIComponent(params.id ?? '')}`;
  const loaded = useJson<TrackDetail>(path, place.arrival);
  if (loaded.status === 'loading')
    return (
      <div class="column">
        <Waiting text={songText.opening} />
      </div>
    );
  if (loaded.status === 'failed') return <NoSong error={loaded.error} retry={loaded.retry} />;
  return <Song track={loaded.data} place={place} />;
}

// An address that no song can have is refused as malformed.
const MISSING = [404, 422];

function NoSong({ error, retry }: { error: ApiError; retry: () => void }) {
  const { missing, failed } = songText;
  if (error.status !== null && MISSING.includes(error.status)) {
    return (
      <div class="column">
        <PageHeading title={missing.title}>{missing.title}</PageHeading>
        <p>{missing.text}</p>
        <p>
          <a href="/">{missing.way}</a>
        </p>
      </div>
    );
  }
  return (
    <div class="column">
      <PageHeading title={failed.tab}>{failed.title}</PageHeading>
      <Failure error={error} retry={retry} />
      <p>
        <a href="/">{failed.way}</a>
      </p>
    </div>
  );
}

function Song({ track, place }: { track: TrackDetail; place: PageProps['place'] }) {
  const { hash, arrival, index } = place;
  const chosen = parseLineHash(hash);
  // The part of the song that an address names is gone to once; it was not there when the browser looked.
  useEffect(() => {
    if (hash === '' || arrival === 'history' || arrival === 'choice') return;
    const part = document.getElementById(chosen === null ? hash.slice(1) : `L${chosen.start_line + 1}`);
    part?.scrollIntoView({ block: chosen === null ? 'start' : 'center' });
    part?.focus({ preventScroll: true });
  }, [hash, index]);

  return (
    <article class="song">
      <SongHeader track={track} />
      <SongNav hasSimilar={track.lyrics_available} />
      {track.lyrics === null ? (
        <WordlessSong track={track} />
      ) : (
        <SongReader track={track} lyrics={track.lyrics} chosen={chosen} place={place} />
      )}
      <MadeBy track={track} arrival={arrival} />
      <SimilarSongs track={track} arrival={arrival} />
    </article>
  );
}
