const CODES: ReadonlyMap<string, number> = new Map(
  Array.from(
    new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, i) => i)),
    (char, i) => [char, i],
  ),
);

/** Encodes HTML as windows-1251; letters that it lacks become numeric references. */
export function encodeWindows1251(html: string): Buffer {
  const bytes: number[] = [];
  for (const char of html) {
    const code = CODES.get(char);
    if (code !== undefined) bytes.push(code);
    else bytes.push(...Buffer.from(`&#${char.codePointAt(0)};`, 'latin1'));
  }
  return Buffer.from(bytes);
}
