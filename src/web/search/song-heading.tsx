import type { Track } from '../api/types.ts';
import { languageName, words, yearOf } from '../text/format.ts';
import { searchText } from '../text/search.ts';

interface SongHeadingProps {
  track: Track;
  level?: 'h2' | 'h3';
  /** Where all songs are by one artist, who is named above. */
  hideArtist?: boolean;
}

/** A song of a list: its title, what is unusual about it, who made it and when. */
export function SongHeading({ track, level: Heading = 'h2', hideArtist = false }: SongHeadingProps) {
  const facts = [yearOf(track.release_date), track.album].filter((fact) => fact !== null);
  return (
    <>
      <Heading class="hit-title">
        <a href={`/app/tracks/${track.id}`}>{track.title}</a>
        {track.lyrics_state !== 'ok' && <span class="badge">{words(track.lyrics_state)}</span>}
        {track.explicit && <span class="badge">{searchText.hit.explicit}</span>}
        {track.language !== null && track.language !== 'en' && (
          <span class="badge">{languageName(track.language)}</span>
        )}
      </Heading>
      <p class="hit-facts">
        {!hideArtist && <a href={`/app/artists/${track.artist_id}`}>{track.artist}</a>}
        {!hideArtist && facts.length > 0 && ' · '}
        {facts.join(' · ')}
      </p>
    </>
  );
}
