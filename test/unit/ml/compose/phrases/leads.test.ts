import { expect, it } from 'vitest';
import { leadsOf, namedDoer, PRONOUNS } from '../../../../../src/ml/compose/phrases/leads.ts';

const said = (doer: Parameters<typeof leadsOf>[0], tense: 'past' | 'present'): string[] =>
  leadsOf(doer, tense).map(({ words, form }) => `${words.join(' ')} + ${form}`);
const [i, we, , , he] = PRONOUNS;

it('agree with who acts', () => {
  if (!i || !we || !he) throw new Error('pronouns are missing');
  expect(said(i, 'present')).toContain("I'm + ing");
  expect(said(we, 'present')).toContain("we're + being");
  expect(said(he, 'present')).toEqual(
    expect.arrayContaining(['he + third', "he doesn't + base", "he's + being", "he's got + having"]),
  );
  expect(said(he, 'past')).toEqual(
    expect.arrayContaining(['he was + ing', 'he used to + base', 'he had + having']),
  );
  expect(said(we, 'past')).toContain('we were + being');
  expect(said(i, 'present').some((lead) => /^I \+ third|I is|I are/.test(lead))).toBe(false);
});

it('of named doers are never shortened where nobody says so', () => {
  const people = said(namedDoer(['my', 'people'], true), 'present');
  expect(people).toContain('my people are + being');
  expect(people.join()).not.toContain("'re");
  expect(said(namedDoer(['the', 'boss'], false), 'present')).toContain('the boss is + ing');
  expect(namedDoer(['my', 'mother'], false).own).toBe('her');
  expect(namedDoer(['the', 'judge'], false).own).toBe('his');
  expect(namedDoer(['everybody'], false).own).toBe('their');
});
