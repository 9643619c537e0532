import type { Analysis } from '../api/types.ts';
import { languageName, words } from '../text/format.ts';
import type { FilterKey, SearchMode } from './query-state.ts';

export const MODE_LABELS: Record<SearchMode, { label: string; hint: string }> = {
  hybrid: { label: 'Hybrid', hint: 'By meaning and by words, merged' },
  semantic: { label: 'Meaning', hint: 'What a song is about, whatever its words' },
  lexical: { label: 'Words', hint: 'Songs that hold these words; quotes keep a phrase together' },
};

type Theme = Analysis['themes'][number]['theme'];

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

export const SENTIMENT_LABELS: Record<NonNullable<Analysis['sentiment']>, string> = {
  positive: 'Positive',
  neutral: 'Neutral',
  mixed: 'Mixed',
  negative: 'Negative',
};

/** Languages that the filter offers by name; the address may hold any other. */
export const LANGUAGE_CODES = ['en', 'es', 'fr', 'de', 'it', 'pt', 'ru'];

export const themeLabel = (theme: string): string => THEME_LABELS[theme as Theme] ?? words(theme);

const sentimentLabel = (value: string): string =>
  SENTIMENT_LABELS[value as NonNullable<Analysis['sentiment']>] ?? words(value);

/** A filter as the list above the hits says it: "Theme: Loss and grief". */
export function filterText(key: FilterKey, value: string): string {
  switch (key) {
    case 'artist':
      return `By ${value}`;
    case 'decade':
      return `${value}s`;
    case 'from_year':
      return `From ${value}`;
    case 'to_year':
      return `Until ${value}`;
    case 'language':
      return languageName(value);
    case 'explicit':
      return value === 'false' ? 'Not explicit' : 'Explicit';
    case 'theme':
      return `Theme: ${themeLabel(value)}`;
    case 'sentiment':
      return `Sentiment: ${sentimentLabel(value)}`;
  }
}
