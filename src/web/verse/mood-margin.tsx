import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatSigned } from '../text/format.ts';
import { verseText } from '../text/verse.ts';
import { type Jump, LineLink, markingBy } from './findings/jump.tsx';
import { reachOf, type Tenth } from './tenths.ts';

interface MoodMarginProps {
  tenths: readonly Tenth[];
  jump: Jump;
}

/** Where a bar stands beside the lines, from the top of the text, as a style says it. */
type Span = {
  top: string;
  height: string;
};

/** The least length of a bar, so that it can be seen, in percent of its half. */
const LEAST = 6;

/** The mood of the song in the margin of its verse: a bar beside the lines of each tenth, to the right where it is bright. */
export function MoodMargin({ tenths, jump }: MoodMarginProps) {
  const list = useRef<HTMLOListElement>(null);
  const spans = useSpans(list, tenths);
  const text = verseText.feeling;
  const reach = reachOf(tenths);
  return (
    <div class="mood-margin">
      <p class="mood-title" aria-hidden="true">
        {text.title}
      </p>
      <ol ref={list} aria-label={text.arc}>
        {tenths.map(({ place, score, from, to, evidence }, at) => (
          <li
            key={place}
            class={score < 0 ? 'mood-low' : 'mood-high'}
            style={spans[at]}
            {...markingBy(jump, evidence)}
          >
            <LineLink line={from} last={to} jump={jump}>
              <span
                class="mood-bar"
                style={{ width: `${Math.max(LEAST, (Math.abs(score) / reach) * 100) / 2}%` }}
              />
              <span class="unseen">{text.tenth(from + 1, to + 1, formatSigned(score, 2))}</span>
            </LineLink>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Measures the lines of each tenth, again whenever the text is set anew. */
function useSpans(list: { current: HTMLElement | null }, tenths: readonly Tenth[]): Span[] {
  const [spans, setSpans] = useState<Span[]>([]);
  useLayoutEffect(() => {
    const verse = list.current?.closest('.verse') ?? null;
    if (verse === null) return;
    const measure = () => setSpans(tenths.map((tenth) => spanOf(verse, tenth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(verse);
    return () => observer.disconnect();
  }, [tenths]);
  return spans;
}

function spanOf(verse: Element, { from, to }: Tenth): Span {
  const boxOf = (line: number) => verse.querySelector(`#L${line + 1}`)?.getBoundingClientRect();
  const [first, last] = [boxOf(from), boxOf(to)];
  if (first === undefined || last === undefined) return { top: '0', height: '0' };
  const top = first.top - verse.getBoundingClientRect().top;
  return { top: `${top}px`, height: `${last.bottom - first.top}px` };
}
