const REACH = 4.1;

/** The path of a dot inside a line: a diamond around a point of the strip. */
export const diamond = (x: number, y: number): string =>
  `M${x - REACH} ${y}L${x} ${y - REACH}L${x + REACH} ${y}L${x} ${y + REACH}Z`;
