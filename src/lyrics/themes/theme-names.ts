/** The closed list of what a song can be about. */
export const THEMES = [
  'wealth',
  'hustle',
  'street_life',
  'violence',
  'drug_trade',
  'substance_use',
  'love',
  'sex',
  'loyalty_family',
  'faith',
  'loss_grief',
  'mental_health',
  'social_justice',
  'boast',
  'battle',
  'party',
  'fame',
  'hip_hop',
  'place',
] as const;

export type Theme = (typeof THEMES)[number];
