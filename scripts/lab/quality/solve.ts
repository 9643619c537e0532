/**
 * Solves `A x = b` for a symmetric positive definite matrix by Cholesky's decomposition (Golub & Van Loan, Matrix
 * Computations, 4.2). `a` holds the rows one after another and is overwritten. Throws if `a` is not positive definite.
 */
export function solveSymmetric(a: Float64Array, b: Float64Array): Float64Array {
  const size = b.length;
  const at = (row: number, column: number): number => a[row * size + column] ?? 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = at(row, column);
      for (let k = 0; k < column; k++) sum -= at(row, k) * at(column, k);
      if (row !== column) a[row * size + column] = sum / at(column, column);
      else if (sum > 0) a[row * size + row] = Math.sqrt(sum);
      else throw new Error('the matrix is not positive definite: the penalty is too small');
    }
  }
  const x = Float64Array.from(b);
  for (let row = 0; row < size; row++) {
    let sum = x[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= at(row, k) * (x[k] ?? 0);
    x[row] = sum / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = x[row] ?? 0;
    for (let k = row + 1; k < size; k++) sum -= at(k, row) * (x[k] ?? 0);
    x[row] = sum / at(row, row);
  }
  return x;
}
