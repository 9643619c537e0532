/** On a screen of one column: stays at the top, so that the findings are one step from every line. */
export function SongNav({ hasSimilar }: { hasSimilar: boolean }) {
  return (
    <nav class="song-nav" aria-label="Parts of the song">
      <a href="#lyrics">Lyrics</a>
      <a href="#analysis">Analysis</a>
      {hasSimilar && <a href="#similar">Similar</a>}
    </nav>
  );
}
