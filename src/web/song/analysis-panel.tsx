import type { Analysis, TrackDetail } from '../api/types.ts';
import { formatNumber, words } from '../text/format.ts';
import { Explicitness, Names, Style } from './analysis-content.tsx';
import { Feeling } from './analysis-feeling.tsx';
import { Flow, Scores, Vocabulary } from './analysis-measures.tsx';
import { Themes } from './analysis-themes.tsx';

const STATUSES: Record<string, string> = {
  pending: 'The analysis is under way. Open the song again in a moment.',
  failed: 'The analysis failed, and the failure was kept: nothing is shown in its place.',
  unreadable: 'The analysis was stored by another version of Barline and cannot be shown by this one.',
  none: 'This song has not been analysed.',
};

/** What the analyser says of the song, each figure with what it stands on, and who says it. */
export function AnalysisPanel({ track }: { track: TrackDetail }) {
  const { analysis } = track;
  return (
    <aside id="analysis" class="analysis" aria-labelledby="analysis-title" tabIndex={-1}>
      <h2 id="analysis-title" class="label">
        Analysis
      </h2>
      {analysis === null ? (
        <p class="muted">{STATUSES[track.analysis_status] ?? STATUSES.none}</p>
      ) : (
        <>
          {analysis.summary !== null && <p class="analysis-summary">{analysis.summary}</p>}
          <Feeling analysis={analysis} lyrics={track.lyrics} />
          <Themes analysis={analysis} lyrics={track.lyrics} />
          <Style analysis={analysis} lyrics={track.lyrics} />
          <Scores analysis={analysis} />
          <Flow analysis={analysis} />
          <Vocabulary analysis={analysis} />
          <Explicitness analysis={analysis} />
          <Names analysis={analysis} />
          <Provenance analysis={analysis} />
          {track.analysis_is_current === false && (
            <p class="notice">
              This analysis was made by a former version. A new one is on its way and takes its place.
            </p>
          )}
        </>
      )}
    </aside>
  );
}

const ANALYZERS: Record<string, string> = {
  qwen: 'QWEN',
  algorithmic: 'Barline’s lyric engine',
  hybrid: 'QWEN and Barline’s lyric engine',
};

const REASONS: Record<string, string> = {
  not_configured: 'no language model is configured here',
  circuit_open: 'the language model failed a moment ago and is left alone for now',
  timed_out: 'the language model took too long',
  rate_limited: 'the language model was asked too often',
  upstream_unavailable: 'the language model does not answer',
  upstream_rejected: 'the language model refused the text',
};

function Provenance({ analysis: { provenance, confidence, confidence_reasons } }: { analysis: Analysis }) {
  const { analyzer, model, prompt_version, degraded, reason } = provenance;
  return (
    <div class="provenance">
      <p>
        By {ANALYZERS[analyzer] ?? analyzer}
        {model !== null && (
          <>
            {' '}
            (<code>{model}</code>
            {prompt_version !== null && `, prompt ${prompt_version}`})
          </>
        )}
        {reason !== null && `; ${REASONS[reason] ?? 'the language model gave no answer that could be used'}`}.
        Confidence {formatNumber(confidence, 2)}
        {confidence_reasons.length > 0 && `: ${confidence_reasons.map(words).join(', ')}`}.
      </p>
      {degraded && (
        <p class="notice notice-degraded">The model did not answer, so this is the engine’s answer alone.</p>
      )}
    </div>
  );
}
