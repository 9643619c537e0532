import '../styles/hits.css';
import '../styles/artist.css';
import type { ApiError } from '../api/api-error.ts';
import type { Artist } from '../api/types.ts';
import { useJson } from '../api/use-json.ts';
import { Waiting } from '../parts/waiting.tsx';
import type { Arrival } from '../router/history.ts';
import { Failure } from '../shell/failure.tsx';
import { PageHeading } from '../shell/page-heading.tsx';
import type { PageProps } from '../shell/pages.ts';
import { artistText } from '../text/artist.ts';
import { ArtistMeasures } from './artist-measures.tsx';
import { ArtistSongs } from './artist-songs.tsx';
import { ArtistThemes } from './artist-themes.tsx';
import { NearestArtists } from './nearest-artists.tsx';

/** One artist: what is measured over the songs, who is near, and the songs themselves. */
export function ArtistPage({ place, params }: PageProps) {
  const path = `/artists/${encodeURIComponent(params.id ?? '')}`;
  return <OneArtist key={path} path={path} arrival={place.arrival} />;
}

function OneArtist({ path, arrival }: { path: string; arrival: Arrival }) {
  const loaded = useJson<Artist>(path, arrival);
  if (loaded.status === 'loading') {
    return (
      <div class="column loading">
        <Waiting text={artistText.opening} />
      </div>
    );
  }
  if (loaded.status === 'failed') return <NoArtist error={loaded.error} retry={loaded.retry} />;
  return <Shown artist={loaded.data} arrival={arrival} />;
}

// An address that no artist can have is refused as malformed.
const MISSING = [404, 422];

function NoArtist({ error, retry }: { error: ApiError; retry: () => void }) {
  const { missing, failed } = artistText;
  const isMissing = error.status !== null && MISSING.includes(error.status);
  const title = isMissing ? missing.title : failed;
  return (
    <div class="column">
      <PageHeading title={title}>{title}</PageHeading>
      {isMissing ? <p>{missing.text}</p> : <Failure error={error} retry={retry} />}
      <p>
        <a href="/app/artists">{missing.way}</a>
      </p>
    </div>
  );
}

function Shown({ artist, arrival }: { artist: Artist; arrival: Arrival }) {
  const { profile } = artist;
  const years = profile?.years;
  return (
    <article class="artist">
      <header>
        <PageHeading title={artist.name} class="artist-name">
          {artist.name}
        </PageHeading>
        <p class="muted">
          {artistText.facts(artist.counts)}
          {years && years.first !== null && years.last !== null && (
            <>, {artistText.years(years.first, years.last)}</>
          )}
        </p>
        {profile === null && <p class="notice">{artistText.noProfile}</p>}
        {profile !== null && !artist.is_current && <p class="notice">{artistText.outdated}</p>}
      </header>
      <div class="artist-body">
        <ArtistSongs name={artist.name} arrival={arrival} />
        <div class="artist-findings">
          {profile !== null && <ArtistMeasures artist={artist} profile={profile} />}
          {profile !== null && <ArtistThemes name={artist.name} themes={profile.themes} />}
          <NearestArtists lists={artist.nearest_artists} />
        </div>
      </div>
    </article>
  );
}
