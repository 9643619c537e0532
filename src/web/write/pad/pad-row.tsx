import { Component } from 'preact';
import type { Mark, PadLine, Piece } from './marks.ts';

interface PadRowProps {
  line: PadLine;
  /** The caret stands in it. */
  isNow: boolean;
  /** The rhyme group of the word at the caret, where the line has words of it. */
  lit: number | null;
}

/** Gives a line without a letter its height. Behind letters it could begin a line that the text area does not have. */
const EMPTY = '\u200b';

/** What stands behind one line of the text area. It is drawn anew only where the line looks different. */
export class PadRow extends Component<PadRowProps> {
  override shouldComponentUpdate(next: PadRowProps): boolean {
    const { line, isNow, lit } = this.props;
    return next.line.key !== line.key || next.isNow !== isNow || next.lit !== lit;
  }

  render() {
    const { line, isNow, lit } = this.props;
    const looks = ['pad-line', line.isMade && 'pad-line-made', isNow && 'pad-line-now'];
    return (
      <div class={looks.filter(Boolean).join(' ')}>
        <span class="pad-count">{line.syllables}</span>
        <span class="pad-text">
          {line.pieces.map((piece, i) => (
            <PadPiece key={i} piece={piece} lit={lit} />
          ))}
          {line.pieces.length === 0 && EMPTY}
        </span>
        <span class="pad-letter">{line.letter}</span>
      </div>
    );
  }
}

function looksOf({ hue, kind, isAside, group }: Mark, lit: number | null): string {
  const looks = ['pad-mark', `pad-hue-${hue}`, `pad-mark-${kind}`];
  return [...looks, isAside && 'pad-mark-aside', group === lit && 'pad-mark-lit'].filter(Boolean).join(' ');
}

const PadPiece = ({ piece: { text, mark }, lit }: { piece: Piece; lit: number | null }) =>
  mark === null ? text : <span class={looksOf(mark, lit)}>{text}</span>;
