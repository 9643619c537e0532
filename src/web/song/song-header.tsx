import type { TrackDetail } from '../api/types.ts';
import { PageHeading } from '../shell/page-heading.tsx';
import { formatDate, formatDuration, languageName } from '../text/format.ts';
import { songText } from '../text/song.ts';
import { readSourceLink } from './source-link.ts';

/** Who made the song and when, what it is, and where it comes from. */
export function SongHeader({ track }: { track: TrackDetail }) {
  return (
    <header class="song-head">
      <PageHeading title={songText.tab(track.title, track.artist)} class="song-title">
        {track.title}
      </PageHeading>
      <p class="song-artist">
        <a href={`/app/artists/${track.artist_id}`}>{track.artist}</a>
        {track.featured.length > 0 && <span class="song-featured"> {songText.with(track.featured)}</span>}
      </p>
      <Facts track={track} />
      <Sources track={track} />
    </header>
  );
}

function Facts({ track }: { track: TrackDetail }) {
  const { album, release_date, release_date_precision, language, duration_ms } = track;
  return (
    <ul class="facts" aria-label={songText.facts}>
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
          <span class="badge">{songText.explicit}</span>
        </li>
      )}
    </ul>
  );
}

function Sources({ track }: { track: TrackDetail }) {
  const source = readSourceLink(track.url);
  const metadata = readSourceLink(track.spotify_url);
  if (source === null && metadata === null) return null;
  return (
    <p class="song-sources">
      {source !== null && (
        <a href={source.href} rel="noopener">
          {songText.source(source.site)}
        </a>
      )}
      {metadata !== null && (
        <a href={metadata.href} rel="noopener">
          {songText.metadata(metadata.site)}
        </a>
      )}
    </p>
  );
}
