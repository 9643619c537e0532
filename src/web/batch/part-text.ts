/** What stands between the texts of a plain text file. */
export type Parting = 'dashes' | 'gap' | 'blank' | 'none';
export const PARTINGS: readonly Parting[] = ['none', 'blank', 'gap', 'dashes'];

const BETWEEN: Readonly<Record<Exclude<Parting, 'none'>, RegExp>> = {
  dashes: /^[ \t]*(?:-{3,}|={3,}|\*{3,}|_{3,})[ \t]*$/m,
  gap: /\n[ \t]*\n[ \t]*\n+/,
  blank: /\n[ \t]*\n\s*/,
};

/** The texts in a file, without those that are empty. */
export function partText(text: string, parting: Parting): string[] {
  const parts = parting === 'none' ? [text] : text.split(BETWEEN[parting]);
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** How a file seems to part its texts; one that is longer than a text may be, and has no sign, by its empty lines. */
export function partingOf(text: string, longest: number): Parting {
  if (BETWEEN.dashes.test(text)) return 'dashes';
  if (BETWEEN.gap.test(text)) return 'gap';
  return text.length > longest && BETWEEN.blank.test(text) ? 'blank' : 'none';
}
