import { ruzicka } from '../../ml/overlap.ts';
import type { ThemesOverYears } from './artist-profile.ts';

const SHOWN = 5;

/**
 * How similar the themes of two artists are: `overlap` is the sum of each theme's smaller share divided by the sum of
 * the larger ones (Ruzicka), 1 if all shares are equal; null if either has no theme. `differences` are the first's
 * shares minus the second's, the largest first.
 */
export function compareThemes(first: ThemesOverYears, second: ThemesOverYears) {
  const shareOf = ({ shares }: ThemesOverYears, theme: string): number =>
    shares.find(({ value }) => value === theme)?.share ?? 0;
  const themes = new Set([...first.shares, ...second.shares].map(({ value }) => value));
  const rows = Array.from(themes, (theme) => ({
    theme,
    first: shareOf(first, theme),
    second: shareOf(second, theme),
  }));
  const known = first.shares.length > 0 && second.shares.length > 0;
  return {
    overlap: known ? ruzicka(rows.map((row) => [row.first, row.second])) : null,
    differences: rows
      .map((row) => ({ ...row, difference: row.first - row.second }))
      .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || (a.theme < b.theme ? -1 : 1))
      .slice(0, SHOWN),
  };
}
