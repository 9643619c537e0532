import type { Analysis } from '../api/types.ts';
import { SENTIMENT_LABELS } from '../search/labels.ts';
import { formatNumber, formatSigned } from '../text/format.ts';
import { EvidenceLinks } from './evidence-links.tsx';

const EMOTIONS_SHOWN = 3;
const BAR = 8;
const GAP = 2;
const HALF = 16;

const NO_DOMINANT = {
  no_evidence: 'No word shows a feeling',
  none_stands_out: 'No feeling stands out',
};

const signed = (value: number): string => formatSigned(value, 2);

/** The mood of the song, its course from first to last line, and the feelings that show. */
export function Feeling({ analysis, lyrics }: { analysis: Analysis; lyrics: string | null }) {
  const { sentiment, sentiment_score, sentiment_detail, emotional_profile } = analysis;
  const strongest = Object.entries(emotional_profile.scores)
    .filter(([, score]) => score > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, EMOTIONS_SHOWN);
  return (
    <section class="panel">
      <h3>Sentiment</h3>
      <p class="panel-lead">
        {sentiment === null || sentiment_score === null ? (
          'Not judged: the analyser does not know the language'
        ) : (
          <>
            {SENTIMENT_LABELS[sentiment]} <span class="number">{signed(sentiment_score)}</span>
          </>
        )}
      </p>
      {sentiment_detail.arc.length > 1 && <Arc arc={sentiment_detail.arc} />}
      {emotional_profile.reason != null && emotional_profile.reason !== 'language' && (
        <p>{NO_DOMINANT[emotional_profile.reason]}</p>
      )}
      {strongest.length > 0 && (
        <ul class="findings">
          {strongest.map(([emotion, score]) => (
            <li key={emotion}>
              <span class="finding-name">{emotion}</span> <span class="number">{formatNumber(score, 2)}</span>
              <EvidenceLinks
                evidence={emotional_profile.evidence.filter((one) => one.emotion === emotion)}
                lyrics={lyrics}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Arc({ arc }: { arc: readonly number[] }) {
  const reach = Math.max(0.2, ...arc.map(Math.abs));
  const width = arc.length * (BAR + GAP) - GAP;
  const label = `Sentiment from ${signed(arc[0] ?? 0)} at the start to ${signed(arc.at(-1) ?? 0)} at the end`;
  return (
    <svg class="arc" viewBox={`0 0 ${width} ${2 * HALF}`} role="img" aria-label={label}>
      <line x1="0" x2={width} y1={HALF} y2={HALF} />
      {arc.map((score, i) => {
        const height = Math.max(1, (Math.abs(score) / reach) * (HALF - 1));
        return (
          <rect
            key={i}
            class={score < 0 ? 'arc-low' : 'arc-high'}
            x={i * (BAR + GAP)}
            y={score < 0 ? HALF : HALF - height}
            width={BAR}
            height={height}
          />
        );
      })}
    </svg>
  );
}
