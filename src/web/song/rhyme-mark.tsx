import type { ComponentChildren } from 'preact';
import type { RhymeLook } from './rhyme-pieces.ts';

/** Words of a rhyme: coloured, and with an underline and their letter where colours are not shown. */
export function RhymeMark({
  look: { hue, letter, isEnd },
  children,
}: {
  look: RhymeLook;
  children: ComponentChildren;
}) {
  return (
    <span
      class={`rhyme rhyme-${hue} ${isEnd ? 'rhyme-end' : 'rhyme-inside'}`}
      {...(letter !== null && { 'data-letter': letter })}
    >
      {children}
    </span>
  );
}
