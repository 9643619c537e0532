import type { ComponentChildren } from 'preact';
import { PercentileMark } from '../parts/percentile-mark.tsx';

interface MeasureProps {
  name: string;
  /** Null where it could not be measured. */
  value: number | null;
  format: (value: number) => string;
  /** 0-1: the share of the reference songs that lie below. */
  percentile?: number | null;
}

/** A number with its name and where it stands among other songs. What was not measured says so. */
export function Measure({ name, value, format, percentile = null }: MeasureProps) {
  return (
    <div class="measure">
      <dt>{name}</dt>
      <dd class="number">{value === null ? <span class="muted">not measured</span> : format(value)}</dd>
      {value !== null && percentile !== null && (
        <dd class="measure-rank">
          <PercentileMark percentile={percentile} />
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
