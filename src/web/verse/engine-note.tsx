import type { EngineFailure } from '../engine/engine.ts';
import { Button } from '../parts/button.tsx';
import { verseText } from '../text/verse.ts';
import type { HeardText } from './heard-text.ts';

/** Says why a text stands without its rhymes, and offers to try again. */
export function EngineNote({ failure, retry }: { failure: EngineFailure; retry: () => void }) {
  return (
    <div class="notice" role="alert">
      <p>{verseText.engine[failure]}</p>
      <Button onClick={retry}>{verseText.engine.again}</Button>
    </div>
  );
}

/** What of a text was not heard, and why. */
export function UnheardNote({ rhyme }: Pick<HeardText, 'rhyme'>) {
  const { is_partial: isPartial, unheard } = rhyme;
  if (!isPartial && unheard === null) return null;
  const { partial, unheard: unheardLines } = verseText.engine;
  return (
    <p class="notice">
      {[isPartial && partial, unheard && unheardLines(unheard.lines)].filter(Boolean).join(' ')}
    </p>
  );
}
