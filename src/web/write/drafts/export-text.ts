import { writeText } from '../../text/write.ts';

const LONGEST_NAME = 60;

/** What the file systems of one computer or another refuse in a name. */
const REFUSED = '\\/:*?"<>|';

const isAllowed = (letter: string): boolean => letter >= ' ' && !REFUSED.includes(letter);

/** A name for the file of a text: its first line, without what file systems refuse. */
export function fileNameOf(text: string): string {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const letters = Array.from(first.trim().slice(0, LONGEST_NAME), (letter) =>
    isAllowed(letter) ? letter : ' ',
  );
  const words = letters.join('').split(/\s+/).filter(Boolean);
  // A name that begins with a full stop is hidden, and one that ends with it is refused.
  while (words[0]?.startsWith('.')) words.shift();
  while (words.at(-1)?.endsWith('.')) words.push((words.pop() ?? '').slice(0, -1));
  const name = words.filter(Boolean).join(' ');
  return writeText.drafts.fileName(name === '' ? writeText.title : name);
}

/** Saves a text as a file on the reader's device. */
export function exportText(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameOf(text);
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
