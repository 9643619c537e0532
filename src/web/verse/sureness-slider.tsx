import { verseText } from '../text/verse.ts';

const STEPS = verseText.sureness.steps.length;
const MIDDLE = (STEPS - 1) / 2;

/** The sureness (-1 to 1) of a place of the slider, and back. */
const surenessAt = (step: number): number => (step - MIDDLE) / MIDDLE;
const stepOf = (sureness: number): number => Math.round(sureness * MIDDLE + MIDDLE);

interface SurenessProps {
  /** From -1, every echo, to 1, only sure rhymes. */
  sureness: number;
  /** While it moves. */
  onMove: (sureness: number) => void;
  /** Where it was left. */
  onSettle: (sureness: number) => void;
}

/** What counts as a rhyme, from every echo to only sure ones: no one setting suits every song. */
export function SurenessSlider({ sureness, onMove, onSettle }: SurenessProps) {
  const { label, sure, echo, steps } = verseText.sureness;
  const step = stepOf(sureness);
  const read = (event: Event) =>
    event.currentTarget instanceof HTMLInputElement ? surenessAt(Number(event.currentTarget.value)) : 0;
  return (
    <label class="sureness">
      <span class="sureness-label">{label}</span>
      <span class="sureness-scale">
        <span aria-hidden="true">{echo}</span>
        <input
          type="range"
          min="0"
          max={STEPS - 1}
          step="1"
          value={step}
          aria-valuetext={steps[step]}
          onInput={(event) => onMove(read(event))}
          onChange={(event) => onSettle(read(event))}
        />
        <span aria-hidden="true">{sure}</span>
      </span>
    </label>
  );
}
