/** What no answer may show: text that only the inside of the server knows. */
const INTERNAL: readonly (readonly [string, RegExp])[] = [
  ['a stack trace', /:\d{1,6}:\d{1,6}\)|\\n {1,8}at \w/],
  ['a path of a file', /\/node_modules\/|file:\/\/\/|\.(?:ts|js|mjs):\d|\/(?:home|root|usr|tmp|var)\/\w/],
  [
    'an error of the runtime',
    /\b(?:TypeError|ReferenceError|RangeError|SyntaxError|ZodError|NeonDbError)\b|Cannot read propert/,
  ],
  [
    'an error of the database',
    /syntax error at or near|(?:relation|column) \\?"\w|SQLSTATE|violates [a-z]{3,20} constraint|invalid input syntax|duplicate key value/i,
  ],
  [
    'SQL',
    / from (?:tracks|artists|batches|api_keys|audit_log) where\b|\binsert into \w|\$\d{1,2}::(?:int|text|uuid)/i,
  ],
  ['an address inside', /\b(?:127\.0\.0\.1|localhost):\d/],
];

const MIN_SECRET = 8;

/** Looks for secrets and for internal texts in answers. */
export class LeakFinder {
  readonly #secrets: readonly (readonly [string, string])[];

  /** `secrets` by name: values shorter than eight characters are words, and are not looked for. */
  constructor(secrets: Readonly<Record<string, string>>) {
    this.#secrets = Object.entries(secrets).filter(([, value]) => value.length >= MIN_SECRET);
  }

  /** Names of what an answer shows. Internal texts are looked for in failures only: lyrics may say anything. */
  leaksIn({ text, sent, failed }: { text: string; sent: string; failed: boolean }): string[] {
    const secrets = this.#secrets
      .filter(([, value]) => text.includes(value))
      .map(([name]) => `the secret ${name}`);
    if (!failed) return secrets;
    const internal = INTERNAL.flatMap(([name, pattern]) => {
      const found = pattern.exec(text)?.[0];
      // What the client sent may be repeated to it.
      return found === undefined || sent.includes(found) ? [] : [`${name}: ${found.slice(0, 80)}`];
    });
    return [...secrets, ...internal];
  }
}
