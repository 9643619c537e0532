import type { QualityAnswer } from '../../api/types.ts';
import { IntervalBar } from '../../parts/interval-bar.tsx';
import { formatNumber, formatShare } from '../../text/format.ts';
import { verseText } from '../../text/verse.ts';
import { Panel } from './panel.tsx';

const LOWEST = 1;
const HIGHEST = 10;
const WIDTH = 320;
const onTen = (value: number): string => formatNumber(value, 1);

/** The rating that is foreseen, its interval on a ruler over the ratings of the songs, and what moved it. */
export function Quality({ quality, note }: { quality: QualityAnswer; note?: string | undefined }) {
  const text = verseText.quality;
  const { quality_on_ten: value, interval, drivers, not_scored: notScored, model } = quality;
  if (value === null || interval === null)
    return (
      <Panel title={text.title}>
        <p>
          {text.notScored} {notScored?.explanation}
        </p>
      </Panel>
    );
  const { low_on_ten: low, high_on_ten: high, level } = interval;
  return (
    <Panel title={text.title} note={[text.miss(formatNumber(model.mae, 2)), note].filter(Boolean).join(' ')}>
      <p class="panel-lead">
        {text.onTen(onTen(value))}{' '}
        <span class="number">{text.between(onTen(low), onTen(high), formatShare(level))}</span>
      </p>
      <Ratings ratings={quality.ratings} />
      <IntervalBar {...{ value, low, high }} min={LOWEST} max={HIGHEST} width={WIDTH} format={onTen} />
      <p class="ruler-ends number" aria-hidden="true">
        <span>{LOWEST}</span>
        <span>{HIGHEST}</span>
      </p>
      <p>{quality.summary}</p>
      {drivers.length > 0 && (
        <>
          <h4>{text.moved}</h4>
          <ul class="drivers">
            {drivers.map(({ feature, sentence }) => (
              <li key={feature}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

const BARS_HEIGHT = 28;

/** How likely each rating is, above the ruler. */
function Ratings({ ratings }: Pick<QualityAnswer, 'ratings'>) {
  const most = Math.max(...ratings.map(({ probability }) => probability), 0);
  if (most === 0) return null;
  const step = WIDTH / (HIGHEST - LOWEST);
  return (
    <svg
      class="ratings"
      viewBox={`0 0 ${WIDTH} ${BARS_HEIGHT}`}
      width={WIDTH}
      height={BARS_HEIGHT}
      aria-hidden="true"
    >
      {ratings.map(({ rating, probability }) => {
        const height = (probability / most) * BARS_HEIGHT;
        const x = Math.min(WIDTH - 6, Math.max(0, (rating - LOWEST) * step - 3));
        return <rect key={rating} x={x} y={BARS_HEIGHT - height} width="6" height={height} />;
      })}
    </svg>
  );
}
