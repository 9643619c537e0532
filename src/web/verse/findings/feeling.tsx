import { formatNumber, formatSigned } from '../../text/format.ts';
import { SENTIMENT_LABELS } from '../../text/labels.ts';
import { verseText } from '../../text/verse.ts';
import { reachOf, type Tenth, tenthsOf } from '../tenths.ts';
import type { AnyAnalysis } from './any-analysis.ts';
import { EvidenceLinks, type Jump, LineLink, markingBy } from './jump.tsx';
import { Panel } from './panel.tsx';

const EMOTIONS_SHOWN = 3;

/** The mood of the text, its course, and the feelings that words of it show; a score without a word is not shown. */
export function Feeling({ analysis, jump }: { analysis: AnyAnalysis; jump: Jump }) {
  const { sentiment, sentiment_score, emotional_profile } = analysis;
  const text = verseText.feeling;
  if (sentiment === null || sentiment_score === null)
    return (
      <Panel title={text.title}>
        <p class="muted">{analysis.language === null ? text.noLanguage : text.unjudged}</p>
      </Panel>
    );
  const shown = Object.entries(emotional_profile.scores)
    .map(([emotion, score]) => ({
      emotion,
      score,
      evidence: emotional_profile.evidence.filter((one) => one.emotion === emotion),
    }))
    .filter(({ score, evidence }) => score > 0 && evidence.length > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, EMOTIONS_SHOWN);
  const tenths = tenthsOf(analysis, jump.text);
  if (tenths.length === 0 && emotional_profile.evidence.length === 0)
    return (
      <Panel title={text.title}>
        <p class="muted">{text.noWord}</p>
      </Panel>
    );
  return (
    <Panel title={text.title}>
      <p class="panel-lead">
        {SENTIMENT_LABELS[sentiment]} <span class="number">{formatSigned(sentiment_score, 2)}</span>
      </p>
      {tenths.length > 1 && <Arc tenths={tenths} jump={jump} />}
      {shown.length === 0 && <p class="muted">{text.noneStandsOut}</p>}
      <ul class="findings">
        {shown.map(({ emotion, score, evidence }) => (
          <li key={emotion} {...markingBy(jump, evidence)}>
            <span class="finding-name">{emotion}</span> <span class="number">{formatNumber(score, 2)}</span>
            <EvidenceLinks evidence={evidence} jump={jump} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface ArcProps {
  tenths: readonly Tenth[];
  jump: Jump;
}

/** A bar for each tenth of the song, above the middle where it is bright; each leads to its lines. */
function Arc({ tenths, jump }: ArcProps) {
  const reach = reachOf(tenths);
  return (
    <ol class="feeling-arc" aria-label={verseText.feeling.arc}>
      {tenths.map(({ place, score, from, to, evidence }) => (
        <li
          key={place}
          class={score < 0 ? 'feeling-low' : 'feeling-high'}
          style={{ gridColumn: place + 1 }}
          {...markingBy(jump, evidence)}
        >
          <LineLink line={from} last={to} jump={jump}>
            <span class="feeling-bar" style={{ height: `${Math.max(2, (Math.abs(score) / reach) * 50)}%` }} />
            <span class="unseen">{verseText.feeling.tenth(from + 1, to + 1, formatSigned(score, 2))}</span>
          </LineLink>
        </li>
      ))}
    </ol>
  );
}
