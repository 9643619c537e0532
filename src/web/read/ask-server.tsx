import { Button } from '../parts/button.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { Failure } from '../shell/failure.tsx';
import { readText } from '../text/read.ts';
import { Panel } from '../verse/findings/panel.tsx';
import { Quality } from '../verse/findings/quality.tsx';
import { DegradedNote } from '../verse/findings/who.tsx';
import { Comparison } from './comparison.tsx';
import type { Server } from './use-server.ts';

const text = readText.ask;

/** What only the server can tell, after the reader let the text go there. */
export function AskServer({ server }: { server: Server }) {
  const { model, degraded, quality, comparison, analysedLines, ratedLines, ask, compare } = server;
  const isAsked = model.state !== 'idle' || degraded !== null || quality.state !== 'idle';
  return (
    <>
      <Panel title={text.title}>
        {!isAsked && (
          <>
            <p class="muted">{text.offer}</p>
            <Button onClick={ask}>{text.ask}</Button>
          </>
        )}
        {analysedLines !== null && <p class="panel-note">{text.sentLines(analysedLines)}</p>}
        {model.state === 'asking' && degraded === null && <Waiting text={text.asking} />}
        {degraded !== null && (
          <DegradedNote
            reason={degraded.reason}
            {...(degraded.reason !== 'not_configured' && { retry: ask })}
          />
        )}
        {model.state === 'failed' && <Failure error={model.error} retry={ask} />}
        {quality.state === 'asking' && <Waiting text={text.rating} />}
        {quality.state === 'failed' && model.state !== 'failed' && (
          <Failure error={quality.error} retry={ask} />
        )}
      </Panel>
      {quality.state === 'there' && (
        <Quality
          quality={quality.answer}
          note={ratedLines === null ? undefined : text.ratedLines(ratedLines)}
        />
      )}
      {isAsked && (
        <Panel title={text.compareTitle}>
          {comparison.state === 'idle' && (
            <>
              <p class="muted">{text.compareOffer}</p>
              <Button onClick={compare}>{text.compare}</Button>
            </>
          )}
          {comparison.state === 'asking' && <Waiting text={text.comparing} />}
          {comparison.state === 'failed' && <Failure error={comparison.error} retry={compare} />}
          {comparison.state === 'there' && <Comparison answer={comparison.answer} />}
        </Panel>
      )}
    </>
  );
}
