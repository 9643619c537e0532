/** Weights of what `measureThemes` gives, the bias last. Written by scripts/train/themes/train-themes.ts. */
export const THEME_MODEL: readonly number[] = [1.803, 2.238, 0.108, -0.529, 0.914, -5.219];
