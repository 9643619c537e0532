import { useMemo, useState } from 'preact/hooks';
import type { TrackDetail } from '../api/types.ts';
import { toLyricBlocks } from '../verse/lyric-blocks.ts';
import type { LineRange } from './line-hash.ts';
import { LyricBlocks } from './lyric-block.tsx';
import { RhymeControls } from './rhyme-controls.tsx';
import { groupSpans, type LineEnd, lineEnds, type RhymeView } from './rhyme-pieces.ts';
import { DuplicateNotice, SongState } from './song-state.tsx';
import { readSourceLink } from './source-link.ts';

const NO_ENDS: ReadonlyMap<number, LineEnd> = new Map();

/** The words of the song as far as they may be shown, with their rhymes on request. */
export function LyricsPanel({ track, chosen }: { track: TrackDetail; chosen: LineRange | null }) {
  return (
    <section id="lyrics" class="lyrics-panel" aria-labelledby="lyrics-title" tabIndex={-1}>
      <h2 id="lyrics-title" class="label">
        Lyrics
      </h2>
      <SongState track={track} />
      <DuplicateNotice track={track} />
      {track.lyrics !== null && <Lyrics track={track} lyrics={track.lyrics} chosen={chosen} />}
      {track.lyrics === null && track.lyrics_available && <Excerpt track={track} />}
    </section>
  );
}

function Lyrics({ track, lyrics, chosen }: { track: TrackDetail; lyrics: string; chosen: LineRange | null }) {
  const [view, setView] = useState<RhymeView>('ends');
  const [group, setGroup] = useState<number | null>(null);
  const rhyme = track.analysis?.rhyme ?? null;
  const blocks = useMemo(() => toLyricBlocks(lyrics, track.sections), [lyrics, track.sections]);
  const ends = useMemo(() => (rhyme === null ? NO_ENDS : lineEnds(rhyme)), [rhyme]);
  const asides = useMemo(() => Map.groupBy(track.asides, ({ line }) => line), [track.asides]);
  const spans = useMemo(() => groupSpans(rhyme?.groups ?? [], group), [rhyme, group]);
  const chooseView = (next: RhymeView) => {
    setView(next);
    setGroup(null);
  };
  const showsGroups = view === 'all' || group !== null;
  return (
    <>
      {rhyme !== null && rhyme.groups.length > 0 && (
        <RhymeControls
          groups={rhyme.groups}
          view={view}
          group={group}
          onView={chooseView}
          onGroup={setGroup}
        />
      )}
      <div class="lyrics" lang={track.language ?? undefined}>
        <LyricBlocks
          blocks={blocks}
          ends={view === 'off' ? NO_ENDS : ends}
          spans={showsGroups ? spans : null}
          asides={asides}
          chosen={chosen}
        />
      </div>
    </>
  );
}

function Excerpt({ track }: { track: TrackDetail }) {
  const source = readSourceLink(track.url);
  return (
    <>
      {track.snippet !== null && track.withheld === null && (
        <blockquote class="excerpt" lang={track.language ?? undefined}>
          {track.snippet.text}
        </blockquote>
      )}
      {track.withheld === 'budget' && (
        <p class="notice">
          You have seen as many lines of lyrics as this site shows in a day. More can be read tomorrow.
        </p>
      )}
      <p class="notice">
        Full lyrics are not public here.
        {source !== null && (
          <>
            {' '}
            They can be read on <a href={source.href}>{source.site}</a>.
          </>
        )}
      </p>
    </>
  );
}
