import { Waiting } from '../parts/waiting.tsx';
import { readText } from '../text/read.ts';
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
import type { Server } from './use-server.ts';

interface ReadFindingsProps extends ReaderParts {
  /** Null while the engine looks for it. */
  analysis: AnyAnalysis | null;
  server: Server;
}

/** What is found in a text, in the order in which a reader asks. */
export function ReadFindings({ model, lit, jump, analysis, server }: ReadFindingsProps) {
  const { flow } = model.heard;
  return (
    <>
      <Scheme model={model} lit={lit} />
      <Longest model={model} jump={jump} />
      {flow !== null && <Flow flow={flow} />}
      {analysis === null ? (
        <Waiting text={readText.looking} />
      ) : (
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
