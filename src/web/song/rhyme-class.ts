const HUES = 8;

/** The class that colours a rhyme group; there are eight colours, so far-apart groups share them. */
export const rhymeClass = (group: number): string => `rhyme rhyme-${group % HUES}`;
