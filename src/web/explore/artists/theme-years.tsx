import type { Artist } from '../../api/types.ts';
import { artistsText } from '../../text/explore-artists.ts';
import { type MeasureRow, themeOverYears, yearsOf } from './measures.ts';

const SHOWN = 5;
const WIDTH = 160;
const HEIGHT = 36;

interface ThemeYearsProps {
  artists: readonly Artist[];
  themes: readonly MeasureRow[];
}

/** The main themes of each artist by year, on the same years and the same scale. */
export function ThemeYears({ artists, themes }: ThemeYearsProps) {
  const years = yearsOf(artists);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || themes.length === 0) return null;
  return (
    <section class="measure-rows" aria-labelledby="theme-years">
      <h2 id="theme-years" class="label">
        {artistsText.themeYears(first, last)}
      </h2>
      {themes.slice(0, SHOWN).map(({ key, label }) => (
        <div key={key} class="measure-line">
          <h3>{label}</h3>
          {artists.map((artist) => (
            <div key={artist.id} class="measure-cell">
              <span class="measure-artist">{artist.name}</span>
              <YearBars
                label={`${artist.name}, ${label}`}
                shares={themeOverYears(artist, key, years)}
                years={years}
              />
            </div>
          ))}
        </div>
      ))}
      <p class="hint">{artistsText.yearsHint}</p>
    </section>
  );
}

interface YearBarsProps {
  label: string;
  shares: readonly (number | null)[];
  years: readonly number[];
}

/** A bar a year from 0 to all songs; a mark at the foot where the year had songs, so that none and 0 differ. */
function YearBars({ label, shares, years }: YearBarsProps) {
  const step = WIDTH / Math.max(1, years.length);
  const width = Math.max(1, Math.min(6, step - 1));
  return (
    <svg
      class="year-bars"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={artistsText.yearBars(label, shares, years)}
    >
      <rect class="rank-line" x="0" y={HEIGHT - 3} width={WIDTH} height="0.75" />
      {shares.map((share, i) => {
        if (share === null) return null;
        const height = share * (HEIGHT - 6);
        return (
          <g key={years[i]}>
            <rect class="scale-bar" x={i * step} y={HEIGHT - 3 - height} width={width} height={height} />
            <rect class="year-had" x={i * step} y={HEIGHT - 2} width={width} height="2" />
          </g>
        );
      })}
    </svg>
  );
}
