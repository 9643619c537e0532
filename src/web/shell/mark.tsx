/** The sign of the house: the thin and the thick line that end a piece of music. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 14 20" width="14" height="20" aria-hidden="true" focusable="false">
      <rect class="mark-thin" x="0" y="0" width="2.5" height="20" />
      <rect class="mark-thick" x="6" y="0" width="8" height="20" />
    </svg>
  );
}
