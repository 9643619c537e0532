import { useMemo } from 'preact/hooks';
import type { TrackDetail } from '../api/types.ts';
import { navigate, type Place } from '../router/history.ts';
import { heardSong } from '../verse/heard-text.ts';
import { type LineRange, lineHash } from '../verse/line-hash.ts';
import { Reader } from '../verse/reader.tsx';
import { addChoices, type ReaderState, readChoices } from '../verse/reader-state.ts';
import { SongFindings } from './song-findings.tsx';
import { DuplicateNotice } from './song-state.tsx';

interface SongReaderProps {
  track: TrackDetail;
  lyrics: string;
  chosen: LineRange | null;
  place: Place;
}

const lineHref = (line: number, last = line): string => lineHash({ start_line: line, end_line: last + 1 });

/** A song whose words may be shown, as it is read; what the reader chose stands in the address. */
export function SongReader({ track, lyrics, chosen, place }: SongReaderProps) {
  const heard = useMemo(() => heardSong(track, lyrics), [track, lyrics]);
  const state = readChoices(new URLSearchParams(place.search));
  const change = (part: Partial<ReaderState>) => {
    const params = new URLSearchParams();
    addChoices(params, { ...state, ...part });
    const search = params.size === 0 ? '' : `?${params}`;
    navigate(`${place.path}${search}${place.hash}`, { isChoice: true });
  };
  return (
    <>
      <DuplicateNotice track={track} />
      <Reader
        {...{ heard, state, chosen }}
        title={track.title}
        onChange={change}
        href={lineHref}
        lang={track.language ?? undefined}
        analysis={track.analysis}
        findings={(parts) => <SongFindings {...parts} track={track} lyrics={lyrics} />}
      />
    </>
  );
}
