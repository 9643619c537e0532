import { formatNumber } from '../text/format.ts';
import { partsText } from '../text/parts.ts';

const TICKS = 12;
const STEP = 5;

/** Cosine similarity as a row of bars, with the number beside it. */
export function SimilarityMeter({ value }: { value: number }) {
  const filled = Math.round(Math.max(0, Math.min(1, value)) * TICKS);
  return (
    <span class="meter">
      <span class="meter-label">{partsText.meaning}</span>
      <svg viewBox={`0 0 ${TICKS * STEP} 12`} width={TICKS * STEP} height="12" aria-hidden="true">
        {Array.from({ length: TICKS }, (_, i) => (
          <rect
            key={i}
            class={i < filled ? 'tick tick-on' : 'tick'}
            x={i * STEP}
            y="0"
            width="3"
            height="12"
          />
        ))}
      </svg>
      <span class="number">{formatNumber(value, 2)}</span>
    </span>
  );
}
