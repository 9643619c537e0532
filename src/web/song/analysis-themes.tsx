import type { Analysis } from '../api/types.ts';
import { themeLabel } from '../search/labels.ts';
import { formatNumber } from '../text/format.ts';
import { EvidenceLinks } from './evidence-links.tsx';

/** What the song is about, with the lines that say so. */
export function Themes({ analysis, lyrics }: { analysis: Analysis; lyrics: string | null }) {
  return (
    <section class="panel">
      <h3>Themes</h3>
      {analysis.themes.length === 0 && <p class="muted">None found with enough evidence.</p>}
      <ul class="findings">
        {analysis.themes.map(({ theme, score, evidence }) => (
          <li key={theme}>
            <span class="finding-name">{themeLabel(theme)}</span>{' '}
            <span class="number">{formatNumber(score, 2)}</span>
            <EvidenceLinks evidence={evidence} lyrics={lyrics} />
          </li>
        ))}
      </ul>
    </section>
  );
}
