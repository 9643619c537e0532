/** One-syllable words that are normally unstressed in speech. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but nor so if as at by for from in of off on to up with than that this these those
  i me my you your he him his she her it its we us our they them their who whom whose which what
  am is are was were be been do does did has have had can could will would shall should may might must
  i'm i'll i've i'd you're you'll you've he's she's it's we're we'll they're that's there's what's
  not no yes oh when where while how then there here just like 'cause cause cuz 'em da ya yo em ma
  don't can't won't ain't gon let's`.split(/\s+/),
);
