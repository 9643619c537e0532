/** UTF-16 units of a title or a credit line that are read: longer than any real one, and matching stays cheap. */
const MAX_TITLE = 500;

/** A title or credit line from outside in the form that matchers and classifiers read. */
export const readableTitle = (text: string): string => text.slice(0, MAX_TITLE);
