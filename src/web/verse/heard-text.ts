import type { Analysis, TrackDetail } from '../api/types.ts';
import type { Reading } from '../engine/messages.ts';

/** A text with what is heard in it: by the engine of the page, or by the server, which tells no single syllables. */
export interface HeardText extends Omit<Reading, 'map' | 'flow' | 'sections'> {
  sections: readonly TrackDetail['sections'][number][];
  map: Reading['map'] | null;
  flow: Analysis['flow'] | null;
}

/** A song of the catalogue as its stored analysis hears it. */
export function heardSong(track: TrackDetail, lyrics: string): HeardText {
  return {
    text: lyrics,
    sections: track.sections,
    asides: track.asides,
    rhyme: track.analysis?.rhyme ?? NOTHING_HEARD,
    flow: track.analysis?.flow ?? null,
    map: null,
  };
}

/** What is told of rhymes before anything is heard. */
export const NOTHING_HEARD: HeardText['rhyme'] = {
  is_partial: false,
  syllables: 0,
  aside_syllables: 0,
  rhymed_syllables: 0,
  density: null,
  malmi: null,
  alliteration: null,
  assonance: null,
  counts: { end: 0, internal: 0, chain: 0, multisyllabic: 0, mosaic: 0, repeated_ends: 0 },
  longest: null,
  groups: [],
  multis: [],
  schemes: [],
  unheard: null,
};

/** A text of which nothing was heard yet: it is readable from the first moment. */
export const unheardText = (text: string): HeardText => ({
  text,
  sections: [],
  asides: [],
  rhyme: NOTHING_HEARD,
  flow: null,
  map: null,
});
