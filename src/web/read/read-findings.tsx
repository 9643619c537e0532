import { useEffect } from 'preact/hooks';
import { Waiting } from '../parts/waiting.tsx';
import { readText } from '../text/read.ts';
import { EngineNote } from '../verse/engine-note.tsx';
import type { AnyAnalysis } from '../verse/findings/any-analysis.ts';
import { Craft } from '../verse/findings/craft.tsx';
import { Feeling } from '../verse/findings/feeling.tsx';
import { Flow } from '../verse/findings/flow.tsx';
import { Longest } from '../verse/findings/longest.tsx';
import { Scheme } from '../verse/findings/scheme.tsx';
import { Themes } from '../verse/findings/themes.tsx';
import { Who } from '../verse/findings/who.tsx';
import type { ReaderParts } from '../verse/reader.tsx';
import { AskServer } from './ask-server.tsx';
import type { EngineAnalysis } from './use-engine-analysis.ts';
import type { Server } from './use-server.ts';

interface ReadFindingsProps extends ReaderParts {
  /** Null while the engine looks for it. */
  analysis: AnyAnalysis | null;
  /** What the engine of the page tells. */
  told: EngineAnalysis;
  server: Server;
}

/** What is found in a text, in the order in which a reader asks. */
export function ReadFindings({ model, lit, jump, analysis, told, server }: ReadFindingsProps) {
  const { flow, map } = model.heard;
  const isHeard = map !== null;
  // Where the rhymes failed too, their "Try again" is for both.
  useEffect(() => {
    if (isHeard && told.failure !== null) told.retry();
  }, [isHeard]);
  return (
    <>
      <Scheme model={model} lit={lit} />
      <Longest model={model} jump={jump} />
      {flow !== null && <Flow flow={flow} />}
      {analysis === null && told.failure === null && <Waiting text={readText.looking} />}
      {analysis === null && told.failure !== null && isHeard && (
        <EngineNote failure={told.failure} retry={told.retry} />
      )}
      {analysis !== null && (
        <>
          <Feeling analysis={analysis} jump={jump} />
          <Themes analysis={analysis} jump={jump} />
          <Craft analysis={analysis} />
        </>
      )}
      <AskServer server={server} />
      {analysis !== null && <Who analysis={analysis} />}
    </>
  );
}
