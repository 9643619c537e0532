const REPLACEMENT = '\ufffd';
/** Every escape of JSON whole, so that a backslash before a `u` is not taken for the beginning of one. */
const ESCAPE = /\\(?:(u0000|ud[89a-f][0-9a-f]{2})|.)/g;

/**
 * Any value as JSON that Postgres stores as jsonb, which refuses NUL and lone surrogates: both stay visible, as the letters
 * of their escape (`\u0000`). What JSON cannot say (undefined) is null.
 */
export function toStorableJson(value: unknown): string {
  const text = JSON.stringify(value ?? null) ?? 'null';
  return text.replace(ESCAPE, (whole, refused: string | undefined) =>
    refused === undefined ? whole : `\\\\${refused}`,
  );
}

/** Text that Postgres stores: each NUL and each lone surrogate is U+FFFD. */
export function toStorableText(text: string): string {
  const known = text.includes('\0') ? text.replaceAll('\0', REPLACEMENT) : text;
  return known.isWellFormed() ? known : known.toWellFormed();
}

/** A parameter of a statement whose texts can be stored, those of lists too. */
export function toStorableParam(value: unknown): unknown {
  if (typeof value === 'string') return toStorableText(value);
  return Array.isArray(value) ? value.map(toStorableParam) : value;
}
