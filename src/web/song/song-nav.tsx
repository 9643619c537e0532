import { songText } from '../text/song.ts';

/** On a screen of one column: stays at the top, so that the findings are one step from every line. */
export function SongNav({ hasSimilar }: { hasSimilar: boolean }) {
  const { nav } = songText;
  return (
    <nav class="song-nav" aria-label={nav.label}>
      <a href="#lyrics">{nav.lyrics}</a>
      <a href="#analysis">{nav.analysis}</a>
      <a href="#made">{nav.made}</a>
      {hasSimilar && <a href="#similar">{nav.similar}</a>}
    </nav>
  );
}
