/** Words of reports, terms, product texts and letters of business that verses hardly use. */
export const FORMAL_WORDS: ReadonlySet<string> = new Set(
  (
    'shall may must within upon however although though whether according following such which including therefore further ' +
    'due each any per via regarding previous subsequent subsequently several various approximately currently available ' +
    'required recommended announced reported reporters officials official spokesman spokeswoman company council ministry ' +
    'report analysts investors residents quarterly regulator article section party parties agreement notice terms ' +
    'conditions liable liability warranty customers products product premium delivery website account details offers ' +
    'personal data please hereby thereof sincerely regards appreciate confirm'
  ).split(' '),
);
