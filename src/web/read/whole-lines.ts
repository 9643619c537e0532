/** The first whole lines of a text within `most` UTF-16 units; `lines` is their number where some were left out. */
export function wholeLines(text: string, most: number): { text: string; lines: number | null } {
  if (text.length <= most) return { text, lines: null };
  const end = text.lastIndexOf('\n', most);
  // A first line that is too long by itself is cut, between letters.
  const cut =
    end > 0
      ? text.slice(0, end)
      : text
          .slice(0, most)
          .toWellFormed()
          .replace(/\uFFFD$/, '');
  return { text: cut, lines: cut.split('\n').filter((line) => line.trim() !== '').length };
}
