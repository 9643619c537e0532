/** The quantile of the normal distribution for a two-sided interval of 95 %. */
const Z = 1.959963984540054;

/**
 * Wilson's interval of a share (1927; Brown, Cai and DasGupta 2001): `count` of `trials`, neither of which need be whole. From 0
 * to 1 without trials.
 */
export function wilsonInterval(count: number, trials: number, z = Z): { low: number; high: number } {
  if (!(trials > 0)) return { low: 0, high: 1 };
  const share = Math.min(1, Math.max(0, count / trials));
  const z2 = z * z;
  const middle = share + z2 / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share) + z2 / (4 * trials)) / trials);
  const scale = 1 + z2 / trials;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}
