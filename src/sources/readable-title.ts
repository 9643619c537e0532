/** UTF-16 units of a title or a credit line that are looked at: no song has more, and matching stays cheap. */
const MAX_TITLE = 500;

/** A title or credit line from outside as matchers and classifiers read it. */
export const readableTitle = (text: string): string => text.slice(0, MAX_TITLE);
