import { partsText } from '../text/parts.ts';

const WIDTH = 60;
const MARK = 3;

/**
 * Where a song stands among the reference songs: a mark on a line. `percentile` (0-1) is the share that lie below;
 * `text` says it of others than songs.
 */
export function PercentileMark({ percentile, text }: { percentile: number; text?: string }) {
  return (
    <>
      <svg class="rank" viewBox={`0 0 ${WIDTH} 8`} width={WIDTH} height="8" aria-hidden="true">
        <rect class="rank-line" x="0" y="3.5" width={WIDTH} height="1" />
        <rect class="rank-here" x={percentile * (WIDTH - MARK)} y="0" width={MARK} height="8" />
      </svg>
      <span class="unseen">{text ?? partsText.percentile(percentile)}</span>
    </>
  );
}
