import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { verseText } from '../text/verse.ts';
import type { LineRange } from './line-hash.ts';
import { type Lit, lightingBy } from './use-lit.ts';
import { arcsThrough, wordBoxes } from './verse-arcs.ts';
import { Line } from './verse-line.tsx';
import { groupWords, type Margins, type VerseBlock, type VerseModel } from './verse-model.ts';

interface VerseTextProps {
  model: VerseModel;
  lit: Lit;
  margins: Margins;
  chosen: LineRange | null;
  /** The address of a line, where it has one. */
  href: ((line: number) => string) | null;
  /** Of the text, for the reader's voice; left out where it is not known. */
  lang?: string | undefined;
  /** What stands in its margin. */
  children?: ComponentChildren;
}

const WORDS_TOLD = 12;

/** The text as verse: its rhymes coloured and underlined by kind, the lit group with arcs through its words. */
export function VerseText({ model, lit, margins, chosen, href, lang, children }: VerseTextProps) {
  const root = useRef<HTMLDivElement>(null);
  const [start, end] = [chosen?.start_line ?? -1, chosen?.end_line ?? -1];
  // The same elements while only the light changes: a long song is not drawn anew for a pointer that moves.
  const blocks = useMemo(
    () => model.blocks.map((block, i) => <Block key={i} {...{ block, model, margins, href, start, end }} />),
    [model, margins, start, end],
  );
  const arcs = useArcs(root, model, lit.group, margins);
  const words = lit.group === null ? [] : groupWords(model.heard, lit.group);
  return (
    <>
      <p class="unseen" role="status">
        {words.length > 0 && verseText.lit(words.slice(0, WORDS_TOLD), words.length)}
      </p>
      <div
        ref={root}
        class="verse"
        lang={lang}
        data-margins={margins}
        {...(lit.group !== null && { 'data-lit': '' })}
        {...lightingBy(lit)}
      >
        {blocks}
        <svg class="verse-arcs" aria-hidden="true">
          <path d={arcs} />
        </svg>
        {children}
      </div>
    </>
  );
}

interface BlockProps {
  block: VerseBlock;
  model: VerseModel;
  margins: Margins;
  href: VerseTextProps['href'];
  start: number;
  end: number;
}

function Block({ block: { section, lines }, model, margins, href, start, end }: BlockProps) {
  const isNamed = section !== null && section.kind !== 'unlabelled';
  return (
    <div class="block">
      {isNamed && (
        <h3 class="block-head">
          {section.label}
          {section.repeat > 1 && <span class="block-repeat"> ×{section.repeat}</span>}
          {section.performers.length > 0 && (
            <span class="block-performers"> {section.performers.join(', ')}</span>
          )}
        </h3>
      )}
      <div class="block-lines">
        {lines.map((line) =>
          line.bar === null ? (
            <div key={line.index} class="gap" />
          ) : (
            <Line
              key={line.index}
              {...{ line, model, margins, href }}
              isChosen={line.index >= start && line.index < end}
            />
          ),
        )}
      </div>
    </div>
  );
}

/** Marks the words of the lit group, and gives the arcs through them; measured again when the text is set anew. */
function useArcs(
  root: { current: HTMLDivElement | null },
  model: VerseModel,
  group: number | null,
  margins: Margins,
): string {
  const [arcs, setArcs] = useState('');
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null || group === null) return setArcs('');
    const words = element.querySelectorAll(`[data-group="${group}"]`);
    for (const word of words) word.classList.add('is-lit');
    const measure = () => setArcs(arcsThrough(wordBoxes(element, group)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      for (const word of words) word.classList.remove('is-lit');
    };
  }, [model, group, margins]);
  return arcs;
}
