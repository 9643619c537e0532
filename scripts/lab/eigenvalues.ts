const SWEEPS = 30;
const SMALL = 1e-12;

/** Eigenvalues of a symmetric matrix, the greatest first, by cyclic Jacobi rotations. The matrix is used up. */
export function symmetricEigenvalues(matrix: Float64Array[]): number[] {
  const size = matrix.length;
  const row = (i: number): Float64Array => matrix[i] ?? new Float64Array();
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const apq = row(p)[q] ?? 0;
        off += apq * apq;
        if (apq * apq > SMALL * SMALL) rotate(matrix, p, q, apq);
      }
    }
    if (off < SMALL) break;
  }
  return matrix.map((_, i) => row(i)[i] ?? 0).sort((a, b) => b - a);
}

function rotate(matrix: Float64Array[], p: number, q: number, apq: number): void {
  const [rowP, rowQ] = [matrix[p], matrix[q]];
  if (rowP === undefined || rowQ === undefined) return;
  const theta = ((rowQ[q] ?? 0) - (rowP[p] ?? 0)) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of matrix) {
    const [x, y] = [row[p] ?? 0, row[q] ?? 0];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
  for (let i = 0; i < matrix.length; i++) {
    const [x, y] = [rowP[i] ?? 0, rowQ[i] ?? 0];
    rowP[i] = c * x - s * y;
    rowQ[i] = s * x + c * y;
  }
}
