import { describe, expect, it } from 'vitest';
import { addressesModel } from '../../../../src/services/models/addresses-model.ts';
import { INJECTIONS } from '../../../support/injections.ts';

describe('a line addressed to the model is detected', () => {
  it.each(INJECTIONS)('%s', (line) => {
    expect(addressesModel(line)).toBe(true);
  });
});

describe('a line addressed to a listener is kept', () => {
  it.each([
    'Forget the rules, I wrote my own on a paper plate',
    'They ignore me on the corner, then they quote me on the stage',
    'I override my worries with a melody at dawn',
    'The system never loved us but we never missed a note',
    'Skip the introduction, everybody knows the name',
    'Return my call, I only answer to the moon',
    'You are now a rumour in the hallway of my mind',
    'Make the quality of mercy something you could hold',
    'Give me a rating out of ten, I give the teacher none',
    'Tell the truth in a summary, tell the lie in a song',
    'I was a user of the light before the light was sold',
    'My confidence is up, my rent is down, my score is settled',
    '[Verse 2: The Assistant Manager]',
    'They say the machine can rhyme now, ask it who it buried',
  ])('%s', (line) => {
    expect(addressesModel(line)).toBe(false);
  });
});
