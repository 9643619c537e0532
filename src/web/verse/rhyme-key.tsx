import { verseText } from '../text/verse.ts';

const SHAPES = ['end', 'inside', 'multi', 'mosaic'] as const;

/** How the kinds of rhymes are drawn. */
export function RhymeKey() {
  return (
    <ul class="rhyme-legend" aria-label={verseText.key.label}>
      {SHAPES.map((shape) => (
        <li key={shape}>
          <span class={`rhyme-sample rhyme-${shape}`} aria-hidden="true">
            {verseText.key.samples[shape]}
          </span>{' '}
          {verseText.key[shape]}
        </li>
      ))}
    </ul>
  );
}
