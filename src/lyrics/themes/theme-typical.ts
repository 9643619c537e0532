import type { Theme } from './theme-names.ts';

/** Theme densities that a quarter of the reference songs exceed. Written by scripts/tables/reference-songs.ts. */
export const THEME_TYPICAL: Record<Theme, number> = {
  wealth: 3.4404,
  hustle: 2.1327,
  street_life: 4.7619,
  violence: 4.1096,
  drug_trade: 1.8651,
  substance_use: 4.5307,
  love: 5.2373,
  sex: 2.6846,
  loyalty_family: 2.8,
  faith: 1.6949,
  loss_grief: 1.7241,
  mental_health: 1.3889,
  social_justice: 1.0444,
  boast: 3.2877,
  battle: 3.0303,
  party: 2.8436,
  fame: 1.7131,
  hip_hop: 5.036,
  place: 2.7944,
};
