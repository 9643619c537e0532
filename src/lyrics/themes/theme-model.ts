/** Weights of what `measureThemes` gives, the bias last. Written by `barline lab promote`. */
export const THEME_MODEL: readonly number[] = [2.146, 1.589, 0.331, -1.305, 1.235, -5.054];
