/** The batch used in the document's examples. */
export const EXAMPLE_BATCH_ID = '5b0c6f0e-8d6c-4f4a-9a57-2f1f4f3c7d10';

/** The text sent in the document's examples. */
export const EXAMPLE_LYRICS = 'I count the lamps along the lane\nAnd every one is calling out your name';
