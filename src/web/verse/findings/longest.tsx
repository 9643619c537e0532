import { verseText } from '../../text/verse.ts';
import type { VerseModel } from '../verse-model.ts';
import { type Jump, LineLink, markingBy } from './jump.tsx';
import { Panel } from './panel.tsx';

/** The most syllables in a row that rhyme, with both sides. */
export function Longest({ model, jump }: { model: VerseModel; jump: Jump }) {
  const { longest, syllables: heard } = model.heard.rhyme;
  const text = verseText.longest;
  if (heard === 0) return null;
  if (longest === null)
    return (
      <Panel title={text.title}>
        <p class="muted">{text.none}</p>
      </Panel>
    );
  const { first, second, syllables, is_mosaic: isMosaic } = longest;
  return (
    <Panel title={text.title}>
      {jump.text !== null && (
        <p class="longest" {...markingBy(jump, [first, second])}>
          <LineLink line={first.line} jump={jump}>
            {first.text}
          </LineLink>{' '}
          <span class="muted">{text.with}</span>{' '}
          <LineLink line={second.line} jump={jump}>
            {second.text}
          </LineLink>
        </p>
      )}
      <p class="muted">
        {text.syllables(syllables)}
        {isMosaic && `, ${text.mosaic}`}
      </p>
    </Panel>
  );
}
