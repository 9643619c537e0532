import { useId } from 'preact/hooks';
import { artistsText } from '../../text/explore-artists.ts';
import type { MeasuredArtist, MeasureRow } from './measures.ts';

const WIDTH = 100;

/** Measures of the artists beside each other: one row a measure, one column an artist, one scale a row. */
export function MeasureRows({ title, rows }: { title: string; rows: readonly MeasureRow[] }) {
  const id = useId();
  return (
    <section class="measure-rows" aria-labelledby={id}>
      <h2 id={id} class="label">
        {title}
      </h2>
      {rows.map((row) => (
        <div key={row.key} class="measure-line">
          <h3>{row.label}</h3>
          {row.cells.map((cell) => (
            <MeasureCell key={cell.id} row={row} cell={cell} />
          ))}
        </div>
      ))}
    </section>
  );
}

/** A number that says on focus what it means, with its place on the scale of the row. */
function MeasureCell({ row, cell }: { row: MeasureRow; cell: MeasuredArtist }) {
  const id = useId();
  const { value } = cell;
  if (value === null)
    return (
      <div class="measure-cell">
        <span class="measure-artist">{cell.name}</span>
        <span class="muted">{artistsText.unmeasured}</span>
      </div>
    );
  return (
    <div class="measure-cell">
      <span class="measure-artist">{cell.name}</span>
      <button type="button" class="told number" aria-describedby={id}>
        {row.format(value)}
      </button>
      <span id={id} role="tooltip" class="told-text">
        {artistsText.told(row, cell)}
      </span>
      <ScaleMark row={row} value={value} />
    </div>
  );
}

function ScaleMark({ row: { min, max }, value }: { row: MeasureRow; value: number }) {
  const at = (one: number) => ((Math.min(max, Math.max(min, one)) - min) / (max - min || 1)) * WIDTH;
  const [zero, here] = [at(0), at(value)];
  return (
    <svg class="scale-mark" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="rank-line" x="0" y="3.5" width={WIDTH} height="1" />
      <rect
        class="scale-bar"
        x={Math.min(zero, here)}
        y="1"
        width={Math.max(0.5, Math.abs(here - zero))}
        height="6"
      />
    </svg>
  );
}
