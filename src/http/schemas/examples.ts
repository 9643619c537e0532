/** The batch used in the document's examples. */
export const EXAMPLE_BATCH_ID = '5b0c6f0e-8d6c-4f4a-9a57-2f1f4f3c7d10';

/** The song that the document's example takes down. */
export const EXAMPLE_TAKEDOWN_ID = 999_999;

/** The key used in the document's examples. */
export const EXAMPLE_KEY_ID = 'ExampleKey01';

/**
 * The description and the example of a value that a request may omit. The example is only shown: Swagger UI would fill in
 * an `example` before the reader has chosen anything, and the examples of all filters together match no song.
 */
export const omissible = <Value>(description: string, example: Value) => ({
  description: `${description}. Example: \`${String(example)}\``,
  examples: [example],
});

/** The text sent in the document's examples. */
export const EXAMPLE_LYRICS = 'I count the lamps along the lane\nAnd every one is calling out your name';
