import { Button } from '../../parts/button.tsx';
import { writeText } from '../../text/write.ts';
import type { Stretch } from './edit.ts';
import type { PadView } from './mark-keeper.ts';
import { countLines } from './pad-text.ts';

const { pad: text } = writeText;

interface FactsProps {
  view: PadView;
  made: readonly Stretch[];
  retry: () => void;
}

/** One line under the pad: how much stands there, how it rhymes, and why it is not coloured. */
export function PadFacts({ view: { text: verse, facts: heard, failure }, made, retry }: FactsProps) {
  if (failure !== null)
    return (
      <p class="notice notice-degraded" role="alert">
        {text.failures[failure]}{' '}
        <Button kind="quiet" onClick={retry}>
          {text.retry}
        </Button>
      </p>
    );
  if (verse.trim() === '') return null;
  if (heard === null) return <p class="pad-facts">{text.listening}</p>;
  const scheme = heard.schemes.join(' ');
  const facts = [
    text.counts(countLines(verse), heard.syllables),
    /[^-\s]/.test(scheme) && scheme.length <= 40 && text.scheme(scheme),
    heard.isPartial && text.partial,
    heard.unheardLines > 0 && text.unheard(heard.unheardLines),
  ];
  return (
    <div class="pad-facts">
      <p>{facts.filter(Boolean).join(' · ')}</p>
      {made.length > 0 && <p>{text.made}</p>}
    </div>
  );
}
