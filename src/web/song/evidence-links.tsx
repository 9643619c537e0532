import { plural } from '../text/format.ts';
import { lineHash } from './line-hash.ts';

interface Evidence {
  line: number;
  start: number;
  end: number;
}

const SHOWN = 4;
const MAX_QUOTE_LENGTH = 60;

function quote(lyrics: string, { start, end }: Evidence): string {
  const text = lyrics.slice(start, end).replaceAll(/\s+/g, ' ').trim();
  return text.length <= MAX_QUOTE_LENGTH ? text : `${text.slice(0, MAX_QUOTE_LENGTH - 1).trimEnd()}…`;
}

/** The words a finding stands on, each a link to its line; only their number where the lyrics are not public. */
export function EvidenceLinks({
  evidence,
  lyrics,
}: {
  evidence: readonly Evidence[];
  lyrics: string | null;
}) {
  if (evidence.length === 0) return null;
  if (lyrics === null)
    return <span class="evidence muted">from {plural(evidence.length, 'place')} in the text</span>;
  return (
    <span class="evidence">
      {evidence.slice(0, SHOWN).map((one, i) => (
        <a key={i} href={lineHash({ start_line: one.line, end_line: one.line + 1 })}>
          {quote(lyrics, one)}
        </a>
      ))}
      {evidence.length > SHOWN && <span class="muted">and {evidence.length - SHOWN} more</span>}
    </span>
  );
}
