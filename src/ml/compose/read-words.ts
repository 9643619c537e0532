/** A word of a line as it is compared and as it is written. */
export interface LineWord {
  /** Lower case with straight apostrophes. */
  readonly word: string;
  /** As written: "I'ma", "Verdell". */
  readonly shown: string;
  /** Marks between it and the next word: "", ",", "...". */
  readonly after: string;
}

const WORD = /[\p{L}\p{N}]+(?:['’.$*-][\p{L}\p{N}]+)*['’]?|['’][\p{L}\p{N}]+/gu;
const ASIDE = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g;

/** The words of a line, without asides in brackets. */
export function readWords(line: string): LineWord[] {
  const text = line.replace(ASIDE, ' ').replaceAll('’', "'");
  const found = [...text.matchAll(WORD)];
  return found.map((match, at) => {
    const end = match.index + match[0].length;
    const between = text.slice(end, found[at + 1]?.index ?? text.length);
    return { word: match[0].toLowerCase(), shown: match[0], after: between.replaceAll(/["“”\s]+/g, '') };
  });
}
