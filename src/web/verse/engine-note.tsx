import type { EngineFailure } from '../engine/engine.ts';
import { Button } from '../parts/button.tsx';
import { verseText } from '../text/verse.ts';

/** Says why a text stands without its rhymes, and offers to try again. */
export function EngineNote({ failure, retry }: { failure: EngineFailure; retry: () => void }) {
  return (
    <div class="notice" role="alert">
      <p>{verseText.engine[failure]}</p>
      <Button onClick={retry}>{verseText.engine.again}</Button>
    </div>
  );
}
