import { Button } from '../../parts/button.tsx';
import { formatNumber, words } from '../../text/format.ts';
import { verseText } from '../../text/verse.ts';
import type { AnyAnalysis } from './any-analysis.ts';
import { Panel } from './panel.tsx';

const text = verseText.who;

/** A reason of the server in a reader's words. */
export const reasonText = (reason: string): string =>
  Object.hasOwn(text.reasons, reason)
    ? text.reasons[reason as keyof typeof text.reasons]
    : text.unknownReason;

/** A name of an analyser in a reader's words. */
export const analyzerName = (name: string): string =>
  Object.hasOwn(text.analyzers, name) ? text.analyzers[name as keyof typeof text.analyzers] : name;

/** Who made an analysis, and how sure it is. */
export function Who({ analysis }: { analysis: AnyAnalysis }) {
  const { provenance, confidence, confidence_reasons: reasons } = analysis;
  const by =
    provenance === undefined
      ? text.by(text.engine, null)
      : text.by(analyzerName(provenance.analyzer), provenance.model);
  return (
    <Panel title={text.title}>
      <p class="muted who">
        {by} {text.confidence(formatNumber(confidence, 2), reasons.map(words))}
      </p>
    </Panel>
  );
}

/** One line under a heading: that less answered than was asked, why, and a way to ask again. */
export function DegradedNote({ reason, retry }: { reason: string; retry?: () => void }) {
  return (
    <div class="notice notice-degraded" role="status">
      <p>{text.degraded(reasonText(reason))}</p>
      {retry && (
        <Button kind="quiet" onClick={retry}>
          {text.retry}
        </Button>
      )}
    </div>
  );
}
