// `text.replace(/x+$/, '')` searches for an end at every x: quadratic in a run of x that ends elsewhere. These
// functions read the text once.

/** The text without the characters of `chars` at its start. */
export function trimStartOf(text: string, chars: string): string {
  let start = 0;
  while (start < text.length && chars.includes(text.charAt(start))) start += 1;
  return text.slice(start);
}

/** The text without the characters of `chars` at its end. */
export function trimEndOf(text: string, chars: string): string {
  let end = text.length;
  while (end > 0 && chars.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The text without the characters of `chars` (UTF-16 units) at either end. Linear in the text. */
export const trimOf = (text: string, chars: string): string => trimEndOf(trimStartOf(text, chars), chars);
