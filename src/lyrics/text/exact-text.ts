import { OTHER_LINE_ENDS } from './rows.ts';

/** The text that is hashed, stored and analysed: letters composed (NFC), line breaks of any kind as LF. */
export function exactText(text: string): string {
  return text.normalize('NFC').replace(OTHER_LINE_ENDS, '\n');
}
