import { expect, it } from 'vitest';
import { inflectPhrase, inflectVerb } from '../../../../../src/ml/compose/phrases/verb-forms.ts';

it.each([
  ['count', 'counts', 'counted', 'counting'],
  ['carry', 'carries', 'carried', 'carrying'],
  ['play', 'plays', 'played', 'playing'],
  ['stop', 'stops', 'stopped', 'stopping'],
  ['forget', 'forgets', 'forgot', 'forgetting'],
  ['write', 'writes', 'wrote', 'writing'],
  ['lie', 'lies', 'lay', 'lying'],
  ['wash', 'washes', 'washed', 'washing'],
  ['go', 'goes', 'went', 'going'],
  ['have', 'has', 'had', 'having'],
  ['see', 'sees', 'saw', 'seeing'],
  ['whisper', 'whispers', 'whispered', 'whispering'],
  ['show', 'shows', 'showed', 'showing'],
  ['open', 'opens', 'opened', 'opening'],
  ['fix', 'fixes', 'fixed', 'fixing'],
  ['argue', 'argues', 'argued', 'arguing'],
])('%s is %s, %s, %s', (base, third, past, ing) => {
  expect([inflectVerb(base, 'third'), inflectVerb(base, 'past'), inflectVerb(base, 'ing')]).toEqual([
    third,
    past,
    ing,
  ]);
});

it('inflects the verb of a phrase, after an adverb and in a pair', () => {
  expect(inflectPhrase(['let', 'it', 'go'], 'past').join(' ')).toBe('let it go');
  expect(inflectPhrase(['never', 'talk', 'trash'], 'third').join(' ')).toBe('never talks trash');
  expect(inflectPhrase(['toss', 'and', 'turn'], 'past').join(' ')).toBe('tossed and turned');
  expect(inflectPhrase(['bend', 'the', 'rules'], 'ing').join(' ')).toBe('bending the rules');
});
