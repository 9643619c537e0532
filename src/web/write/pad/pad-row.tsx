import { Component } from 'preact';
import type { PadLine } from './pad-lines.ts';

interface PadRowProps {
  line: PadLine;
  /** The caret stands in it. */
  isNow: boolean;
}

/** Gives a line without a letter its height. Behind letters it could begin a line that the text area does not have. */
const EMPTY = '\u200b';

/** What stands behind one line of the text area. It is drawn anew only where the line looks different. */
export class PadRow extends Component<PadRowProps> {
  override shouldComponentUpdate({ line, isNow }: PadRowProps): boolean {
    return line !== this.props.line || isNow !== this.props.isNow;
  }

  render() {
    const { line, isNow } = this.props;
    const looks = ['pad-line', line.isMade && 'pad-line-made', isNow && 'pad-line-now'];
    return (
      <div class={looks.filter(Boolean).join(' ')}>
        <span class="pad-count">{line.syllables}</span>
        <span class="pad-text">
          {line.pieces.map(({ text, look }, i) =>
            look === null ? (
              text
            ) : (
              <span key={i} class={look}>
                {text}
              </span>
            ),
          )}
          {line.pieces.length === 0 && EMPTY}
        </span>
        <span class="pad-letter">{line.letter}</span>
      </div>
    );
  }
}
