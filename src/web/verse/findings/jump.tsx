import type { ComponentChildren } from 'preact';
import { verseText } from '../../text/verse.ts';
import type { Evidence } from '../evidence.ts';

/** How a finding leads to its words in the text. */
export interface Jump {
  /** The text, from which words are quoted; null where it may not be shown. */
  text: string | null;
  /** The address of lines, to `last`; null where the address holds the text itself and cannot name a line too. */
  href: ((line: number, last?: number) => string) | null;
  go: (line: number) => void;
  /** Marks words of the text while a finding has the pointer or the focus; none to end that. */
  mark: (evidence: readonly Evidence[]) => void;
}

/** Words that lead to a line of the text, or to the first of several. */
export function LineLink({
  line,
  last,
  jump,
  children,
}: {
  line: number;
  last?: number;
  jump: Jump;
  children: ComponentChildren;
}) {
  // Words that are not shown lead nowhere.
  if (jump.text === null) return <span>{children}</span>;
  if (jump.href !== null) return <a href={jump.href(line, last)}>{children}</a>;
  return (
    <button type="button" class="line-link" onClick={() => jump.go(line)}>
      {children}
    </button>
  );
}

const SHOWN = 4;
const MAX_QUOTE_LENGTH = 60;

function quote(text: string, { start, end }: Evidence): string {
  const words = text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
  return words.length <= MAX_QUOTE_LENGTH ? words : `${words.slice(0, MAX_QUOTE_LENGTH - 1).trimEnd()}…`;
}

/** What marks words of the text: given to the element of a finding. */
export const markingBy = (jump: Jump, evidence: readonly Evidence[]) => ({
  onPointerEnter: () => jump.mark(evidence),
  onPointerLeave: () => jump.mark([]),
  onFocusCapture: () => jump.mark(evidence),
  onBlurCapture: () => jump.mark([]),
});

/** The words a finding stands on, each a link to its line; only their number where the text is not shown. */
export function EvidenceLinks({ evidence, jump }: { evidence: readonly Evidence[]; jump: Jump }) {
  const { text } = jump;
  if (evidence.length === 0) return null;
  if (text === null) return <span class="evidence muted">{verseText.evidence.places(evidence.length)}</span>;
  return (
    <span class="evidence">
      {evidence.slice(0, SHOWN).map((one, i) => (
        <LineLink key={i} line={one.line} jump={jump}>
          {quote(text, one)}
        </LineLink>
      ))}
      {evidence.length > SHOWN && (
        <span class="muted">{verseText.evidence.more(evidence.length - SHOWN)}</span>
      )}
    </span>
  );
}
