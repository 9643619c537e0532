import type { Analysis, CompareAnswer } from '../api/types.ts';
import { formatNumber, formatShare, formatSigned } from '../text/format.ts';
import { SENTIMENT_LABELS, themeLabel } from '../text/labels.ts';
import { readText } from '../text/read.ts';
import { verseText } from '../text/verse.ts';
import { analyzerName, reasonText } from '../verse/findings/who.tsx';

const text = readText.ask;

interface Row {
  name: string;
  read: (analysis: Analysis) => string | null;
}

const ROWS: readonly Row[] = [
  {
    name: text.rows.sentiment,
    read: ({ sentiment, sentiment_score: score }) =>
      sentiment && `${SENTIMENT_LABELS[sentiment]}${score === null ? '' : ` ${formatSigned(score, 2)}`}`,
  },
  { name: text.rows.dominant, read: ({ emotional_profile: profile }) => profile.dominant },
  {
    name: text.rows.themes,
    read: ({ themes }) => themes.map(({ theme }) => themeLabel(theme)).join(', ') || null,
  },
  { name: text.rows.tone, read: ({ style }) => style.tone },
  {
    name: text.rows.quality,
    read: ({ quality_score: score }) =>
      score === null ? null : verseText.craft.onOne(formatNumber(score, 2)),
  },
];

/** What each analyser says of the text by itself, and how far they agree. */
export function Comparison({ answer: { analyses, mean_agreement: agreement } }: { answer: CompareAnswer }) {
  return (
    <>
      {agreement !== null && <p>{text.agree(formatShare(agreement))}</p>}
      <table class="comparison">
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{text.measure}</span>
            </th>
            {analyses.map(({ analyzer }) => (
              <th key={analyzer} scope="col">
                {analyzerName(analyzer)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ name, read }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {analyses.map(({ analyzer, analysis }) => (
                <td key={analyzer}>
                  {analysis === null ? '–' : (read(analysis) ?? <span class="muted">{text.none}</span>)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {analyses.map(
        ({ analyzer, error }) =>
          error !== null && (
            <p key={analyzer} class="notice notice-degraded">
              {analyzerName(analyzer)}: {text.noAnswer}; {reasonText(error.reason)}.
            </p>
          ),
      )}
    </>
  );
}
