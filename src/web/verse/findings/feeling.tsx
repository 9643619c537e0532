import { formatNumber, formatSigned } from '../../text/format.ts';
import { SENTIMENT_LABELS } from '../../text/labels.ts';
import { verseText } from '../../text/verse.ts';
import type { AnyAnalysis } from './any-analysis.ts';
import { EvidenceLinks, type Jump, LineLink, markingBy } from './jump.tsx';
import { Panel } from './panel.tsx';

const EMOTIONS_SHOWN = 3;

/** The mood of the text, its course, and the feelings that words of it show; a score without a word is not shown. */
export function Feeling({ analysis, jump }: { analysis: AnyAnalysis; jump: Jump }) {
  const { sentiment, sentiment_score, sentiment_detail, emotional_profile } = analysis;
  const text = verseText.feeling;
  if (sentiment === null || sentiment_score === null)
    return (
      <Panel title={text.title}>
        <p class="muted">{text.unjudged}</p>
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
  return (
    <Panel title={text.title}>
      <p class="panel-lead">
        {SENTIMENT_LABELS[sentiment]} <span class="number">{formatSigned(sentiment_score, 2)}</span>
      </p>
      {sentiment_detail.arc.length > 1 && <Arc detail={sentiment_detail} jump={jump} />}
      {shown.length === 0 && <p class="muted">{text.noWord}</p>}
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

const LEAST_REACH = 0.2;

interface ArcProps {
  detail: AnyAnalysis['sentiment_detail'];
  jump: Jump;
}

/** A bar for each tenth of the song, above the middle where it is bright; each leads to its first line. */
function Arc({ detail: { arc, lines }, jump }: ArcProps) {
  const reach = Math.max(LEAST_REACH, ...arc.map(Math.abs));
  return (
    <ol class="feeling-arc" aria-label={verseText.feeling.arc}>
      {arc.map((score, tenth) => {
        const first = Math.floor((tenth * lines.length) / arc.length);
        const last = Math.max(first, Math.floor(((tenth + 1) * lines.length) / arc.length) - 1);
        const [from, to] = [lines[first]?.line ?? 0, lines[last]?.line ?? 0];
        const height = `${Math.max(2, (Math.abs(score) / reach) * 50)}%`;
        return (
          <li key={tenth} class={score < 0 ? 'feeling-low' : 'feeling-high'}>
            <LineLink line={from} jump={jump}>
              <span class="feeling-bar" style={{ height }} />
              <span class="unseen">{verseText.feeling.tenth(from + 1, to + 1, formatSigned(score, 2))}</span>
            </LineLink>
          </li>
        );
      })}
    </ol>
  );
}
