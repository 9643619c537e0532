import { Button } from '../parts/button.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { useServer } from '../read/use-server.ts';
import { Failure } from '../shell/failure.tsx';
import { readText } from '../text/read.ts';
import { songText } from '../text/song.ts';
import { verseText } from '../text/verse.ts';
import { Panel } from '../verse/findings/panel.tsx';
import { Quality } from '../verse/findings/quality.tsx';

/** The rating of a song with its interval and what moved it, worked out when it is asked for. */
export function RateSong({ lyrics }: { lyrics: string }) {
  const { quality, ratedLines, rate } = useServer(lyrics);
  if (quality.state === 'there')
    return (
      <Quality
        quality={quality.answer}
        note={ratedLines === null ? undefined : readText.ask.ratedLines(ratedLines)}
      />
    );
  return (
    <Panel title={verseText.quality.title}>
      {quality.state === 'idle' && (
        <>
          <p class="muted">{songText.rate.offer}</p>
          <Button onClick={rate}>{songText.rate.ask}</Button>
        </>
      )}
      {quality.state === 'asking' && <Waiting text={readText.ask.rating} />}
      {quality.state === 'failed' && <Failure error={quality.error} retry={rate} />}
    </Panel>
  );
}
