const REPLACEMENT = '\ufffd';
/** Matches every JSON escape completely, so that a backslash before a `u` is not mistaken for the start of one. */
const ESCAPE = /\\(?:(u0000|ud[89a-f][0-9a-f]{2})|.)/g;

/**
 * Any value as JSON that Postgres can store as jsonb. Postgres refuses NUL and lone surrogates, so both are written as
 * the letters of their escape (`\u0000`). Values that JSON cannot represent (undefined) become null.
 */
export function toStorableJson(value: unknown): string {
  const text = JSON.stringify(value ?? null) ?? 'null';
  return text.replace(ESCAPE, (whole, refused: string | undefined) =>
    refused === undefined ? whole : `\\\\${refused}`,
  );
}

/** Text that Postgres can store: each NUL and each lone surrogate becomes U+FFFD. */
export function toStorableText(text: string): string {
  const known = text.includes('\0') ? text.replaceAll('\0', REPLACEMENT) : text;
  return known.isWellFormed() ? known : known.toWellFormed();
}

/** A statement parameter in which all texts can be stored, including those in lists. */
export function toStorableParam(value: unknown): unknown {
  if (typeof value === 'string') return toStorableText(value);
  return Array.isArray(value) ? value.map(toStorableParam) : value;
}
