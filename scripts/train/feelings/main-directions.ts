const SWEEPS = 30;

/**
 * The orthonormal directions (right singular vectors) in which the rows of a wide matrix differ most, strongest first.
 * By Jacobi rotations of its small Gram matrix.
 */
export function mainDirections(rows: readonly (readonly number[])[], count: number): number[][] {
  const gram = rows.map((a) => rows.map((b) => dot(a, b)));
  const vectors = rows.map((_, i) => rows.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < rows.length; p++)
      for (let q = p + 1; q < rows.length; q++) rotate(gram, vectors, [p, q]);
  const order = rows.map((_, i) => i).sort((a, b) => (gram[b]?.[b] ?? 0) - (gram[a]?.[a] ?? 0));
  return order.slice(0, count).map((column) => {
    const width = rows[0]?.length ?? 0;
    const direction = Array.from({ length: width }, (_, i) =>
      rows.reduce((sum, row, r) => sum + (row[i] ?? 0) * (vectors[r]?.[column] ?? 0), 0),
    );
    const size = Math.sqrt(dot(direction, direction));
    return direction.map((value) => value / size);
  });
}

function rotate(gram: number[][], vectors: number[][], [p, q]: readonly [number, number]): void {
  const at = (i: number, j: number): number => gram[i]?.[j] ?? 0;
  if (Math.abs(at(p, q)) < 1e-12) return;
  const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cos = 1 / Math.sqrt(t * t + 1);
  const turn = [cos, t * cos] as const;
  turnColumns(gram, [p, q], turn);
  turnRows(gram, [p, q], turn);
  turnColumns(vectors, [p, q], turn);
}

type Pair = readonly [number, number];

function turnColumns(matrix: number[][], [p, q]: Pair, [cos, sin]: Pair): void {
  for (const row of matrix) {
    const [a, b] = [row[p] ?? 0, row[q] ?? 0];
    row[p] = cos * a - sin * b;
    row[q] = sin * a + cos * b;
  }
}

function turnRows(matrix: number[][], [p, q]: Pair, [cos, sin]: Pair): void {
  const [first, second] = [matrix[p] ?? [], matrix[q] ?? []];
  for (let i = 0; i < first.length; i++) {
    const [a, b] = [first[i] ?? 0, second[i] ?? 0];
    first[i] = cos * a - sin * b;
    second[i] = sin * a + cos * b;
  }
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
