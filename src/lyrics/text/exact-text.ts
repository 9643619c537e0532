const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** The text that is hashed, stored and analysed: letters composed (NFC), line breaks of any kind as LF. */
export function exactText(text: string): string {
  return text.normalize('NFC').replace(LINE_BREAK, '\n');
}
