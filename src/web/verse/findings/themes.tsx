import { formatNumber } from '../../text/format.ts';
import { themeLabel } from '../../text/labels.ts';
import { verseText } from '../../text/verse.ts';
import type { AnyAnalysis } from './any-analysis.ts';
import { EvidenceLinks, type Jump, markingBy } from './jump.tsx';
import { Panel } from './panel.tsx';

/** What the text is about, with the lines that say so. */
export function Themes({ analysis, jump }: { analysis: AnyAnalysis; jump: Jump }) {
  const found = analysis.themes.filter(({ evidence }) => evidence.length > 0);
  const { title, none, unjudged } = verseText.themes;
  return (
    <Panel title={title}>
      {found.length === 0 && <p class="muted">{analysis.entities.reason === 'language' ? unjudged : none}</p>}
      <ul class="findings">
        {found.map(({ theme, score, evidence }) => (
          <li key={theme} {...markingBy(jump, evidence)}>
            <span class="finding-name">{themeLabel(theme)}</span>{' '}
            <span class="number">{formatNumber(score, 2)}</span>
            <EvidenceLinks evidence={evidence} jump={jump} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
