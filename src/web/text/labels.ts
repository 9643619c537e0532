import type { Analysis } from '../api/types.ts';
import { words } from './format.ts';

type Theme = Analysis['themes'][number]['theme'];
type Sentiment = NonNullable<Analysis['sentiment']>;

export const THEME_LABELS: Record<Theme, string> = {
  wealth: 'Wealth',
  hustle: 'Hustle',
  street_life: 'Street life',
  violence: 'Violence',
  drug_trade: 'Drug trade',
  substance_use: 'Substance use',
  love: 'Love',
  sex: 'Sex',
  loyalty_family: 'Loyalty and family',
  faith: 'Faith',
  loss_grief: 'Loss and grief',
  mental_health: 'Mental health',
  social_justice: 'Social justice',
  boast: 'Boast',
  battle: 'Battle',
  party: 'Party',
  fame: 'Fame',
  hip_hop: 'Hip-hop itself',
  place: 'Place',
};

export const SENTIMENT_LABELS: Record<Sentiment, string> = {
  positive: 'Positive',
  neutral: 'Neutral',
  mixed: 'Mixed',
  negative: 'Negative',
};

/** Languages that forms offer by name; the address may hold any other. */
export const LANGUAGE_CODES = ['en', 'es', 'fr', 'de', 'it', 'pt', 'ru'];

export const themeLabel = (theme: string): string => THEME_LABELS[theme as Theme] ?? words(theme);

export const sentimentLabel = (value: string): string => SENTIMENT_LABELS[value as Sentiment] ?? words(value);
