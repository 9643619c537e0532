/** The batch that the document's examples speak of. */
export const EXAMPLE_BATCH_ID = '5b0c6f0e-8d6c-4f4a-9a57-2f1f4f3c7d10';

/** The text that the document's examples send. */
export const EXAMPLE_LYRICS = 'I count the lamps along the lane\nAnd every one is calling out your name';
