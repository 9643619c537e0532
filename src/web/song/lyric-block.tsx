import type { LyricBlock, LyricLine } from '../verse/lyric-blocks.ts';
import type { LineRange } from './line-hash.ts';
import { RhymeMark } from './rhyme-mark.tsx';
import {
  endSpan,
  type LineEnd,
  type LinePiece,
  type RhymeSpan,
  type Stretch,
  toPieces,
} from './rhyme-pieces.ts';

interface TextProps {
  /** Line ends that rhyme, where they are shown. */
  ends: ReadonlyMap<number, LineEnd>;
  /** Rhymes anywhere, where they are shown; null where the line ends alone are. */
  spans: ReadonlyMap<number, readonly RhymeSpan[]> | null;
  /** Ad-libs and backing voices by line. */
  asides: ReadonlyMap<number, readonly Stretch[]>;
  chosen: LineRange | null;
}

const BARS_NUMBERED = 4;

export function LyricBlocks({ blocks, ...props }: TextProps & { blocks: readonly LyricBlock[] }) {
  return (
    <>
      {blocks.map((block, i) => (
        <Block key={i} block={block} {...props} />
      ))}
    </>
  );
}

function Block({ block: { section, lines }, ...props }: TextProps & { block: LyricBlock }) {
  return (
    <div class="block">
      {section !== null && section.kind !== 'unlabelled' && (
        <h3 class="block-head">
          {section.label}
          {section.repeat > 1 && <span class="block-repeat"> ×{section.repeat}</span>}
          {section.performers.length > 0 && (
            <span class="block-performers"> {section.performers.join(', ')}</span>
          )}
        </h3>
      )}
      {lines.map((line) =>
        line.bar === null ? <Gap key={line.index} /> : <Line key={line.index} line={line} {...props} />,
      )}
    </div>
  );
}

const Gap = () => <div class="gap" />;

const isChosen = (line: LyricLine, chosen: LineRange | null): boolean =>
  chosen !== null && line.index >= chosen.start_line && line.index < chosen.end_line;

function Line({ line, ends, spans, asides, chosen }: TextProps & { line: LyricLine }) {
  const end = ends.get(line.index);
  const rhymes = spans === null ? endSpan(end) : (spans.get(line.index) ?? []);
  const pieces = toPieces(line, rhymes, asides.get(line.index));
  return (
    <p id={`L${line.index + 1}`} class={isChosen(line, chosen) ? 'line line-chosen' : 'line'} tabIndex={-1}>
      <span class="line-number" aria-hidden="true">
        {line.bar !== null && line.bar % BARS_NUMBERED === 0 ? line.bar : ''}
      </span>
      <span class="line-text">
        {pieces.map((piece, i) => (
          <Piece key={i} piece={piece} />
        ))}
      </span>
      <span class="line-scheme" aria-hidden="true">
        {end?.letter}
      </span>
    </p>
  );
}

function Piece({ piece: { text, rhyme, isAside } }: { piece: LinePiece }) {
  const content = rhyme === null ? text : <RhymeMark look={rhyme}>{text}</RhymeMark>;
  return isAside ? <span class="aside">{content}</span> : content;
}
