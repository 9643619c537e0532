import type { ComponentChildren } from 'preact';
import { verseText } from '../text/verse.ts';
import type { Margins, VerseLine, VerseModel } from './verse-model.ts';
import type { VersePiece } from './verse-pieces.ts';

const BARS_NUMBERED = 4;

interface LineProps {
  line: VerseLine;
  model: VerseModel;
  margins: Margins;
  href: ((line: number) => string) | null;
  isChosen: boolean;
}

/** A line with its number, its syllables, its rhymes and the letter of its end. */
export function Line({ line, model, margins, href, isChosen }: LineProps) {
  const { end } = line;
  const isNumbered = line.bar !== null && line.bar % BARS_NUMBERED === 0;
  return (
    <p
      id={`L${line.index + 1}`}
      class={isChosen ? 'line line-chosen' : 'line'}
      tabIndex={-1}
      data-line={line.index}
    >
      <span class={isNumbered ? 'line-number is-numbered' : 'line-number'}>
        {margins !== 'letters' && <span aria-hidden="true">{line.syllables}</span>}
        {margins === 'letters' && href === null && (
          <span aria-hidden="true">{isNumbered ? line.bar : ''}</span>
        )}
        {margins === 'letters' && href !== null && line.bar !== null && (
          <a href={href(line.index)} tabIndex={-1} aria-label={verseText.bar(line.bar)}>
            {line.bar}
          </a>
        )}
      </span>
      <span class="line-text">
        <span class="line-words">
          {line.pieces.map((piece, i) => (
            <Piece key={i} piece={piece} line={line.index} model={model}>
              {margins === 'stresses' ? <Beats piece={piece} beats={line.beats} /> : piece.text}
            </Piece>
          ))}
        </span>
      </span>
      <span class="line-scheme" aria-hidden="true" {...(end?.group != null && { 'data-group': end.group })}>
        {end?.letter}
      </span>
    </p>
  );
}

interface PieceProps {
  piece: VersePiece;
  line: number;
  model: VerseModel;
  children: ComponentChildren;
}

function Piece({ piece: { rhyme, isAside }, line, model, children }: PieceProps) {
  if (rhyme === null) return isAside ? <span class="aside">{children}</span> : children;
  const { group, shape, isLast } = rhyme;
  const looks = `rhyme rhyme-${model.hues[group] ?? 0} rhyme-${shape}${isAside ? ' aside' : ''}`;
  return (
    <span class={looks} data-group={group} {...(isLast && { 'data-mark': model.marks.of(group, line) })}>
      {children}
    </span>
  );
}

/** A piece with the beat of each of its words below it. */
function Beats({ piece: { text, start }, beats }: { piece: VersePiece; beats: VerseLine['beats'] }) {
  const parts: ComponentChildren[] = [];
  let done = 0;
  for (const [from, { end, marks }] of beats) {
    const [at, to] = [from - start, Math.min(end - start, text.length)];
    if (at < done || to <= at) continue;
    parts.push(
      text.slice(done, at),
      <span key={at} class="beat" data-beat={marks}>
        {text.slice(at, to)}
      </span>,
    );
    done = to;
  }
  return (
    <>
      {parts}
      {text.slice(done)}
    </>
  );
}
