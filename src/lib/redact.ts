const REDACTED = '[redacted]';
/** A shorter value is no secret, and its letters occur in ordinary words. */
const MIN_LENGTH = 6;

/** What is a secret by its form, whoever it belongs to. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bbl_(local|staging|production)_([0-9A-Za-z]{12})_[0-9A-Za-z]{20,49}/g, `bl_$1_$2_${REDACTED}`],
  [/\b(bearer|basic)(\s{1,4}|%20|\+)[^\s"\\,;]{6,2000}/gi, `$1 ${REDACTED}`],
  [/:\/\/[^\s/:@"]{0,200}:[^\s/@"]{1,200}@/g, `://${REDACTED}@`],
];

/** The forms in which a text may repeat a secret: as it is, in JSON, and in an address. */
function formsOf(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  return [
    ...new Set([
      secret,
      inJson,
      JSON.stringify(inJson).slice(1, -1),
      encodeURIComponent(secret.toWellFormed()),
    ]),
  ];
}

/**
 * Takes secrets out of a text that is written where others may read it, such as a server's message that repeats our
 * request: the given ones, keys of our own form, bearer and basic credentials, and user and password of addresses.
 */
export function createRedactor(secrets: readonly string[] = []): (text: string) => string {
  const known = secrets
    .filter((secret) => secret.length >= MIN_LENGTH)
    .flatMap(formsOf)
    // The longest first: a secret may be a part of another.
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const unnamed = known.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text);
    return FORMS.reduce((rest, [form, instead]) => rest.replace(form, instead), unnamed);
  };
}
