import type { TrackDetail } from '../api/types.ts';
import { words } from '../text/format.ts';
import { songText } from '../text/song.ts';
import { readSourceLink } from './source-link.ts';

const { states } = songText;
const stateText = (state: string): string =>
  Object.hasOwn(states, state) ? states[state as keyof typeof states] : songText.otherState(words(state));

/** Says why there are no lyrics. `lyrics_evidence`, which says what the parser saw, is for operators. */
export function SongState({ track }: { track: TrackDetail }) {
  if (track.lyrics_state === 'ok') return null;
  return <p class="notice">{stateText(track.lyrics_state)}</p>;
}

/** Points from a near-duplicate to the song whose text it repeats. */
export function DuplicateNotice({ track }: { track: TrackDetail }) {
  if (track.duplicate_of === null) return null;
  const { before, link, after } = songText.duplicate;
  return (
    <p class="notice">
      {before}
      <a href={`/app/tracks/${track.duplicate_of}`}>{link}</a>
      {after}
    </p>
  );
}

/** Of a song whose lyrics are not public: its first lines, and where all of it can be read. */
export function Excerpt({ track }: { track: TrackDetail }) {
  const source = readSourceLink(track.url);
  return (
    <>
      {track.snippet !== null && track.withheld === null && (
        <blockquote class="excerpt" lang={track.language ?? undefined}>
          {track.snippet.text}
        </blockquote>
      )}
      {track.withheld === 'budget' && <p class="notice">{songText.budget}</p>}
      <p class="notice">
        {songText.notPublic}
        {source !== null && (
          <>
            {' '}
            {songText.readAt}
            <a href={source.href}>{source.site}</a>.
          </>
        )}
      </p>
    </>
  );
}
