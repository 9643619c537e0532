import type { Scene } from './scene.ts';

/** Slurs and insults of several words. Written for this project. */
export const INSULT_SCENES: readonly Scene[] = [
  {
    kind: 'slur',
    severity: 'strong',
    phrases: `
      carpet/rug muncher/munchers
      fudge packer/packers
      pillow biter/biters
      porch monkey/monkeys
      jungle bunny/bunnies
      camel jockey/jockeys
      towel/rag head/heads !on
      sand/house/field/prairie nigger/niggers/nigga
      batty/chi_chi boy/bwoy/man/men
      ching chong
      slant/slanty/round eye/eyes/eyed ~1 chink/bastard/gook
      white trash
      cotton picker/pickers
      curry muncher/munchers
      dirty mexican/mexicans/jew/jews/arab/arabs/indian/indians/immigrant/immigrants
      filthy mexican/mexicans/jew/jews/arab/arabs/immigrant/immigrants
      go_back_to africa/mexico/china
      n word !is !isn't
    `,
  },
];
