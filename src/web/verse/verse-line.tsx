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
            <Piece key={i} piece={piece} line={line.index} model={model} />
          ))}
        </span>
        {margins === 'stresses' && line.pattern !== '' && <Stresses pattern={line.pattern} />}
      </span>
      <span class="line-scheme" aria-hidden="true" {...(end?.group != null && { 'data-group': end.group })}>
        {end?.letter}
      </span>
    </p>
  );
}

function Piece({ piece, line, model }: { piece: VersePiece; line: number; model: VerseModel }) {
  const { text, rhyme, isAside } = piece;
  if (rhyme === null) return isAside ? <span class="aside">{text}</span> : text;
  const { group, shape, isLast } = rhyme;
  const looks = `rhyme rhyme-${model.hues[group] ?? 0} rhyme-${shape}${isAside ? ' aside' : ''}`;
  return (
    <span class={looks} data-group={group} {...(isLast && { 'data-mark': model.marks.of(group, line) })}>
      {text}
    </span>
  );
}

/** The beat of a line: a stroke for each stressed syllable, a dot for each other. */
function Stresses({ pattern }: { pattern: string }) {
  return (
    <span class="line-stresses" aria-hidden="true">
      {Array.from(pattern, (mark) => (mark === '/' ? 'ˈ' : '·')).join(' ')}
    </span>
  );
}
