import type { Theme } from './theme-names.ts';

/** Theme densities that a quarter of the reference songs exceed. Written by scripts/tables/reference-songs.ts. */
export const THEME_TYPICAL: Record<Theme, number> = {
  wealth: 3,
  hustle: 3,
  street_life: 3,
  violence: 3,
  drug_trade: 3,
  substance_use: 3,
  love: 3,
  sex: 3,
  loyalty_family: 3,
  faith: 3,
  loss_grief: 3,
  mental_health: 3,
  social_justice: 3,
  boast: 3,
  battle: 3,
  party: 3,
  fame: 3,
  hip_hop: 3,
  place: 3,
};
