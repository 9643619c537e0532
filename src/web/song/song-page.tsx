import '../styles/song.css';
import '../styles/lyrics.css';
import '../styles/analysis.css';
import { useEffect } from 'preact/hooks';
import type { ApiError } from '../api/api-error.ts';
import type { TrackDetail } from '../api/types.ts';
import { useJson } from '../api/use-json.ts';
import { Failure } from '../shell/failure.tsx';
import { PageHeading } from '../shell/page-heading.tsx';
import type { PageProps } from '../shell/pages.ts';
import { AnalysisPanel } from './analysis-panel.tsx';
import { parseLineHash } from './line-hash.ts';
import { LyricsPanel } from './lyrics-panel.tsx';
import { SimilarSongs } from './similar-songs.tsx';
import { SongHeader } from './song-header.tsx';
import { SongNav } from './song-nav.tsx';

export function SongPage({ place, params }: PageProps) {
  const path = `/tracks/${encodeURIComponent(params.id ?? '')}`;
  const loaded = useJson<TrackDetail>(path, place.arrival);
  if (loaded.status === 'loading') {
    return (
      <p class="column loading" role="status">
        Opening the song…
      </p>
    );
  }
  if (loaded.status === 'failed') return <NoSong error={loaded.error} retry={loaded.retry} />;
  return <Song track={loaded.data} hash={place.hash} place={place} />;
}

// An address that no song can have is refused as malformed.
const MISSING = [404, 422];

function NoSong({ error, retry }: { error: ApiError; retry: () => void }) {
  if (error.status !== null && MISSING.includes(error.status)) {
    return (
      <div class="column">
        <PageHeading title="No such song">No such song</PageHeading>
        <p>There is no song at this address. It may have been taken away.</p>
        <p>
          <a href="/">Search the songs</a>
        </p>
      </div>
    );
  }
  return (
    <div class="column">
      <PageHeading title="Song not shown">This song cannot be shown</PageHeading>
      <Failure error={error} retry={retry} />
      <p>
        <a href="/">Back to the search</a>
      </p>
    </div>
  );
}

function Song({ track, hash, place }: { track: TrackDetail; hash: string; place: PageProps['place'] }) {
  const chosen = parseLineHash(hash);
  // The part of the song that an address names is gone to once; it was not there when the browser looked.
  useEffect(() => {
    if (hash === '' || place.arrival === 'history') return;
    const part = document.getElementById(chosen === null ? hash.slice(1) : `L${chosen.start_line + 1}`);
    part?.scrollIntoView({ block: chosen === null ? 'start' : 'center' });
    part?.focus({ preventScroll: true });
  }, [hash, place.index]);

  return (
    <article class="song">
      <SongHeader track={track} />
      <SongNav hasSimilar={track.lyrics_available} />
      <div class="song-body">
        <LyricsPanel track={track} chosen={chosen} />
        <AnalysisPanel track={track} />
      </div>
      <SimilarSongs track={track} arrival={place.arrival} />
    </article>
  );
}
