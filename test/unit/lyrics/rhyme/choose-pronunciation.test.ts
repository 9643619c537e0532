import { describe, expect, it } from 'vitest';
import { analyzeFlow } from '../../../../src/lyrics/flow/analyze-flow.ts';
import { analyzeRhyme } from '../../../../src/lyrics/rhyme/analyze-rhyme.ts';
import { lexicon } from '../../../support/lexicon.ts';

const schemeOf = (...lines: string[]) => analyzeRhyme(lines.join('\n'), [], lexicon).schemes[0]?.scheme;

describe('of several readings the one that rhymes with its neighbours is heard', () => {
  it.each([
    ['there was nothing left to read', 'she gave me all that I would need'],
    ['every letter that I read', 'was underneath the wooden bed'],
    ['that is no way to live', 'I have nothing more to give'],
    ['they were playing music live', 'every evening until five'],
    ['on the beaches in the wind', 'she was swearing that I sinned'],
    ['all the roads begin to wind', 'leaving everyone behind'],
    ['on her face a single tear', 'said that he was never here'],
    ['every page began to tear', 'and the pieces filled the air'],
    ['keep your enemies this close', 'give the medicine a dose'],
    ['every door begins to close', 'where he went to no one knows'],
    ['you can follow while I lead', 'there is nothing more I need'],
    ['both my feet are made of lead', 'and I never leave the bed'],
    ['hunting with an ancient bow', 'in the middle of the snow'],
    ['now the actors take a bow', 'no one plays the music now'],
    ['turning up the heavy bass', 'everybody in their place'],
    ['underneath the skies above', 'all I noticed was a dove'],
    ['from the bridge the swimmers dove', 'diving deep into the cove'],
    ['that is more than I can use', 'you have everything to lose'],
    ['all the talking is no use', 'every animal is loose'],
    ['he was counting every wound', 'far away the wedding tuned'],
    ['all around the yarn was wound', 'nobody could hear a sound'],
  ])('%s / %s', (first, second) => expect(schemeOf(first, second)).toBe('AA'));
});

describe('the syllables of a word do not depend on its neighbours', () => {
  it.each([
    ['learned', 'head', 'burned'],
    ['blessed', 'rest', 'head'],
    ['moped', 'hoped', 'bed'],
    ['resume', 'room', 'day'],
    ['beloved', 'shoved', 'bid'],
    ['every', 'reverie', 'chevy'],
    ['family', 'calamity', 'hammily'],
    ['hour', 'power', 'our'],
  ])('%s beside %s and %s', (word, one, other) => {
    const count = (text: string) => analyzeFlow(text, [], lexicon).lines.at(-1)?.syllables;
    const alone = count(word);
    expect(count(`${one}\n${word}`)).toBe(alone);
    expect(count(`${other}\n${word}`)).toBe(alone);
  });
});
