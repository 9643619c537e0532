import type { FoundRhyme } from '../../../lyrics/rhyme/finder/contract.ts';

/** From this score on a rhyme is drawn in full ink. */
const STRONG = 0.9;

interface RhymeWordProps {
  item: FoundRhyme;
  /** Whether it shows how many syllables it has. */
  showsCount: boolean;
  onPick: (word: string) => void;
}

/** One rhyme. It does not take the focus from the text area when it is pressed, so that a keyboard on the screen stays. */
export const RhymeWord = ({ item: { word, syllables, score }, showsCount, onPick }: RhymeWordProps) => (
  <button
    type="button"
    class={score >= STRONG ? 'finder-pick' : 'finder-pick finder-pick-weak'}
    onPointerDown={(event) => event.preventDefault()}
    onMouseDown={(event) => event.preventDefault()}
    onClick={() => onPick(word)}
  >
    {word}
    {showsCount && (
      <span class="number" aria-hidden="true">
        {syllables}
      </span>
    )}
  </button>
);
