/** The text that is hashed, stored and pointed into by offsets: letters composed (NFC), line breaks as LF. */
export function exactText(text: string): string {
  return text.normalize('NFC').replaceAll(/\r\n?/g, '\n');
}
