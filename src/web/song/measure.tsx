import type { ComponentChildren } from 'preact';
import { formatShare } from '../shell/format.ts';

interface MeasureProps {
  name: string;
  /** Null where it could not be measured. */
  value: number | null;
  format: (value: number) => string;
  /** 0-1: the share of the reference songs that lie below. */
  percentile?: number | null;
}

const WIDTH = 60;

/** A number with its name and where it stands among other songs. What was not measured says so. */
export function Measure({ name, value, format, percentile = null }: MeasureProps) {
  return (
    <div class="measure">
      <dt>{name}</dt>
      <dd class="number">{value === null ? <span class="muted">not measured</span> : format(value)}</dd>
      {value !== null && percentile !== null && (
        <dd class="measure-rank">
          <svg viewBox={`0 0 ${WIDTH} 8`} width={WIDTH} height="8" aria-hidden="true">
            <rect class="rank-line" x="0" y="3.5" width={WIDTH} height="1" />
            <rect class="rank-here" x={percentile * (WIDTH - 3)} y="0" width="3" height="8" />
          </svg>
          <span class="unseen">above {formatShare(percentile)} of songs</span>
        </dd>
      )}
    </div>
  );
}

export function Measures({
  title,
  note,
  children,
}: {
  title: string;
  note?: string;
  children: ComponentChildren;
}) {
  return (
    <section class="panel">
      <h3>{title}</h3>
      <dl class="measures">{children}</dl>
      {note !== undefined && <p class="panel-note">{note}</p>}
    </section>
  );
}
