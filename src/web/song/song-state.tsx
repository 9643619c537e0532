import type { TrackDetail } from '../api/types.ts';
import { words } from '../text/format.ts';

const STATES: Record<string, string> = {
  instrumental: 'This is an instrumental: it has no lyrics.',
  unreleased: 'This song is not released, so its lyrics are not out yet.',
  untranscribed: 'Nobody has written the lyrics of this song down yet.',
  not_a_song: 'This page holds something other than a song.',
  blocked: 'The source refused the page, so nothing is known of the lyrics yet.',
  parse_error: 'The page could not be read with certainty, so nothing was stored.',
};

/** Says why there are no lyrics. `lyrics_evidence`, which says what the parser saw, is for operators. */
export function SongState({ track }: { track: TrackDetail }) {
  if (track.lyrics_state === 'ok') return null;
  return (
    <p class="notice">{STATES[track.lyrics_state] ?? `There are no lyrics: ${words(track.lyrics_state)}.`}</p>
  );
}

/** Points from a near-duplicate to the song whose text it repeats. */
export function DuplicateNotice({ track }: { track: TrackDetail }) {
  if (track.duplicate_of === null) return null;
  return (
    <p class="notice">
      The text nearly repeats <a href={`/app/tracks/${track.duplicate_of}`}>another song’s</a>, under which
      searches find it.
    </p>
  );
}
