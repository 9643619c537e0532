import type { TrackDetail } from '../api/types.ts';
import { songText } from '../text/song.ts';
import { Explicitness, Names, Style } from '../verse/findings/content.tsx';
import { Craft } from '../verse/findings/craft.tsx';
import { Feeling } from '../verse/findings/feeling.tsx';
import { Flow } from '../verse/findings/flow.tsx';
import { Longest } from '../verse/findings/longest.tsx';
import { Scheme } from '../verse/findings/scheme.tsx';
import { Themes } from '../verse/findings/themes.tsx';
import { DegradedNote, Who } from '../verse/findings/who.tsx';
import type { ReaderParts } from '../verse/reader.tsx';
import { RateSong } from './rate-song.tsx';

interface SongFindingsProps extends ReaderParts {
  track: TrackDetail;
  /** Null where they may not be shown. */
  lyrics: string | null;
}

const { statuses } = songText;
const statusText = (status: string): string =>
  Object.hasOwn(statuses, status) ? statuses[status as keyof typeof statuses] : statuses.none;

/** What the stored analysis says of a song, each figure with what it stands on, and who says it. */
export function SongFindings({ model, lit, jump, track, lyrics }: SongFindingsProps) {
  const { analysis } = track;
  if (analysis === null) return <p class="muted">{statusText(track.analysis_status)}</p>;
  const { provenance } = analysis;
  return (
    <>
      {provenance.degraded && <DegradedNote reason={provenance.reason ?? ''} />}
      <Scheme model={model} lit={lit} />
      <Longest model={model} jump={jump} />
      <Flow flow={analysis.flow} />
      <Feeling analysis={analysis} jump={jump} />
      <Themes analysis={analysis} jump={jump} />
      <Style analysis={analysis} jump={jump} />
      <Craft analysis={analysis} />
      {lyrics !== null && <RateSong lyrics={lyrics} />}
      <Explicitness analysis={analysis} />
      <Names analysis={analysis} />
      <Who analysis={analysis} />
      {track.analysis_is_current === false && <p class="notice">{songText.former}</p>}
    </>
  );
}
