/** The closed list of themes. */
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

/** The themes as a sentence names them. */
export const THEME_LABELS: Record<Theme, string> = {
  wealth: 'wealth',
  hustle: 'the hustle',
  street_life: 'street life',
  violence: 'violence',
  drug_trade: 'the drug trade',
  substance_use: 'substance use',
  love: 'love',
  sex: 'sex',
  loyalty_family: 'loyalty and family',
  faith: 'faith',
  loss_grief: 'loss and grief',
  mental_health: 'mental health',
  social_justice: 'social justice',
  boast: 'self-praise',
  battle: 'battle',
  party: 'partying',
  fame: 'fame',
  hip_hop: 'hip-hop',
  place: 'a place to come from',
};
