import type { Theme } from './theme-names.ts';

/** Theme densities that a quarter of the reference songs exceed. Written by scripts/tables/reference-songs.ts. */
export const THEME_TYPICAL: Record<Theme, number> = {
  wealth: 3.687,
  hustle: 2.152,
  street_life: 4.826,
  violence: 4.11,
  drug_trade: 2.367,
  substance_use: 4.536,
  love: 5.401,
  sex: 2.941,
  loyalty_family: 2.794,
  faith: 1.828,
  loss_grief: 2.439,
  mental_health: 1.476,
  social_justice: 1.018,
  boast: 3.288,
  battle: 3.145,
  party: 3.263,
  fame: 1.98,
  hip_hop: 5.036,
  place: 2.794,
};
