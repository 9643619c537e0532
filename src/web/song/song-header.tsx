import type { TrackDetail } from '../api/types.ts';
import { formatDate, formatDuration, languageName } from '../shell/format.ts';
import { PageHeading } from '../shell/page-heading.tsx';

/** Who made the song and when, what it is, and where it comes from. */
export function SongHeader({ track }: { track: TrackDetail }) {
  return (
    <header class="song-head">
      <PageHeading title={`${track.title} by ${track.artist}`} class="song-title">
        {track.title}
      </PageHeading>
      <p class="song-artist">
        {track.artist}
        {track.featured.length > 0 && <span class="song-featured"> with {track.featured.join(', ')}</span>}
      </p>
      <Facts track={track} />
      <Sources track={track} />
    </header>
  );
}

function Facts({ track }: { track: TrackDetail }) {
  const { album, release_date, release_date_precision, language, duration_ms } = track;
  return (
    <ul class="facts" aria-label="About the song">
      {album !== null && (
        <li>
          <cite>{album}</cite>
        </li>
      )}
      {release_date !== null && (
        <li>
          <time dateTime={release_date}>{formatDate(release_date, release_date_precision)}</time>
        </li>
      )}
      {language !== null && <li>{languageName(language)}</li>}
      {duration_ms !== null && <li>{formatDuration(duration_ms)}</li>}
      {track.explicit && (
        <li>
          <span class="badge">Explicit</span>
        </li>
      )}
    </ul>
  );
}

function Sources({ track }: { track: TrackDetail }) {
  if (track.url === null && track.spotify_url === null) return null;
  return (
    <p class="song-sources">
      {track.url !== null && (
        <a href={track.url} rel="noopener">
          Source on Genius
        </a>
      )}
      {track.spotify_url !== null && (
        <a href={track.spotify_url} rel="noopener">
          Metadata from Spotify
        </a>
      )}
    </p>
  );
}
