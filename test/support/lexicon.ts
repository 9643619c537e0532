import bytes from '../../dist/lexicon.bin';
import { openLexicon } from '../../src/lyrics/phonetics/lexicon.ts';

/** The compiled lexicon, for tests in workerd. */
export const lexicon = openLexicon(bytes);
