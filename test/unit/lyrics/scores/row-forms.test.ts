import { describe, expect, it } from 'vitest';
import texts from '../../../../scripts/eval/data/quality-texts.json' with { type: 'json' };
import { rowFormOf } from '../../../../src/lyrics/scores/row-forms.ts';

const DUET = `Ray: You said you'd pick me up but you were never on the way
Nina: I said I'd pick you up but you had nothing left to say
Ray: I waited in the rain until my shoes were full of street
Nina: I waited at the table with your dinner and your seat`;

describe('the form of rows', () => {
  it.each([
    ['code', 'while (true) {\n  step();\n}\nreturn 0;'],
    ['code', '\\begin{document}\n\\section{One}\nWe know.\n\\end{document}'],
    ['chat', '[21:04] Mia: are you in\n[21:05] Ben: yes\n[21:05] Mia: good\n[21:07] Ben: see you'],
    [
      'chat',
      '12/03/2024, 18:22 - Priya: the rent?\n12/03/2024, 18:25 - Joel: paid\n12/03/2024, 18:26 - Priya: oh\n12/03/2024, 18:29 - Joel: yes',
    ],
    ['chat', '<dan> hello\n<kim> hello you\n<dan> how are things\n<kim> well'],
    ['chat', 'Tom: did you see the game\nLisa: no I missed it\nTom: they won at the end\nLisa: what a shame'],
    ['list', '- bread\n- milk\n- two lemons\n- a card for Ann'],
    ['list', '1. Passport\n2. Charger\n3. Sun cream and hat'],
    ['list', '[ ] water the plants\n[x] wash the car\n[ ] call the bank'],
    ['list', '2 cups of rice\n100 g of butter\na pinch of salt'],
  ])('is %s: %j', (form, text) => {
    expect(rowFormOf(text)).toBe(form);
  });

  it.each([
    DUET,
    DUET.replaceAll(/^(?:Ray|Nina): /gm, '- '),
    DUET.split('\n')
      .map((row, at) => `${at + 1}. ${row}`)
      .join('\n'),
    DUET.replaceAll(/^Nina/gm, 'Ray'),
    'I said: go\nShe said: no\nI said: so\nShe said: oh, the way that you say it is slow',
    '',
  ])('is none for %j', (text) => {
    expect(rowFormOf(text)).toBeNull();
  });

  it('is none for every text that is to be scored', () => {
    for (const { id, lines } of texts.filter(({ scored }) => scored))
      expect([id, rowFormOf(lines.join('\n'))]).toEqual([id, null]);
  });
});
