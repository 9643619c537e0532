import { useMemo } from 'preact/hooks';
import type { TrackDetail } from '../api/types.ts';
import '../styles/verse.css';
import '../styles/findings.css';
import { songText } from '../text/song.ts';
import { heardSong } from '../verse/heard-text.ts';
import { useLit } from '../verse/use-lit.ts';
import { toVerse } from '../verse/verse-model.ts';
import { SongFindings } from './song-findings.tsx';
import { DuplicateNotice, Excerpt, SongState } from './song-state.tsx';

const goNowhere = () => undefined;

/** A song without words to show: it has none, or they are not public. What is known of it stands beside. */
export function WordlessSong({ track }: { track: TrackDetail }) {
  const model = useMemo(() => toVerse(heardSong(track, '')), [track]);
  const lit = useLit(null, goNowhere);
  const jump = { text: null, href: null, go: goNowhere, mark: goNowhere };
  return (
    <div class="reader-body">
      <section id="lyrics" class="reader-text" aria-labelledby="lyrics-title" tabIndex={-1}>
        <h2 id="lyrics-title" class="unseen">
          {songText.lyrics}
        </h2>
        <SongState track={track} />
        <DuplicateNotice track={track} />
        {track.lyrics_available && <Excerpt track={track} />}
      </section>
      <aside id="analysis" class="reader-findings" aria-labelledby="analysis-title" tabIndex={-1}>
        <h2 id="analysis-title" class="unseen">
          {songText.analysis}
        </h2>
        {track.analysis?.summary && <p class="reader-sentence">{track.analysis.summary}</p>}
        <SongFindings {...{ model, lit, jump, track }} lyrics={null} />
      </aside>
    </div>
  );
}
