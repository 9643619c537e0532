import type { PopularityRow } from '../../db/queries/popularity.ts';
import type { NO_POPULARITY_REASONS, Quality } from './contract.ts';

/** With fewer songs the middle one says little. */
const MIN_SONGS = 5;
const MIN_COMPARED = 30;

type Told = Pick<Quality, 'commercial_potential' | 'predicted_popularity' | 'popularity'>;
type Reason = (typeof NO_POPULARITY_REASONS)[number];

/** Song lyrics explain about a twelfth of popularity among artists not seen, with artist and sound an eighth. */
const WHY_NOT_THE_WORDS =
  'Popularity follows the artist and the year far more than the words: published models that see only lyrics explain 8 % of it among artists they have not seen.';

function nothing(reason: Reason, sentence: string, row: PopularityRow | null = null): Told {
  return {
    commercial_potential: null,
    predicted_popularity: null,
    popularity: {
      explanation: `${sentence} ${WHY_NOT_THE_WORDS}`,
      reason,
      artist: row?.artist ?? null,
      songs: row?.songs ?? 0,
      low: null,
      high: null,
    },
  };
}

/** What the popularity of an artist's songs lets expect of another one; `row` is null if it could not be read. */
export function tellPopularity(artist: string | null, row: PopularityRow | null): Told {
  if (artist === null)
    return nothing('no_artist', 'No artist was named, so that there are no songs to expect it from.');
  if (row === null) return nothing('database_unavailable', 'The catalogue could not be read.');
  if (row.artist === null) return nothing('unknown_artist', `The catalogue has no artist ${artist}.`);
  const { low, median, high, songs, compared, below } = row;
  if (songs < MIN_SONGS || median === null || low === null || high === null) {
    const known = songs === 0 ? 'no song' : `${songs} song${songs === 1 ? '' : 's'}`;
    return nothing(
      'too_few_songs',
      `The catalogue has ${known} by ${row.artist} whose popularity is known, and needs ${MIN_SONGS}.`,
      row,
    );
  }
  return {
    commercial_potential: compared < MIN_COMPARED ? null : below / compared,
    predicted_popularity: median,
    popularity: {
      explanation: `The middle one of ${songs} songs by ${row.artist}, on Spotify's scale from 0 to 100; four of five lie between ${Math.round(low)} and ${Math.round(high)}. ${WHY_NOT_THE_WORDS}`,
      reason: null,
      artist: row.artist,
      songs,
      low,
      high,
    },
  };
}
