import { logistic } from './confidence';

/** A row of a logistic regression. */
export interface FitRow {
  readonly x: readonly number[];
  /** The wanted probability, 0 or 1. */
  readonly y: number;
  readonly weight: number;
}

/** Solves a x = b by Gaussian elimination with pivoting. Small systems only. */
function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const n = b.length;
  const rows = a.map((row, index) => [...row, b[index] as number]);
  for (let col = 0; col < n; col += 1) {
    let pivot = col;
    for (let r = col + 1; r < n; r += 1) {
      if (Math.abs(rows[r]?.[col] ?? 0) > Math.abs(rows[pivot]?.[col] ?? 0)) pivot = r;
    }
    [rows[col], rows[pivot]] = [rows[pivot] as number[], rows[col] as number[]];
    const head = rows[col] as number[];
    const scale = head[col] as number;
    if (Math.abs(scale) < 1e-12) continue;
    for (let r = 0; r < n; r += 1) {
      const row = rows[r] as number[];
      const factor = r === col ? 0 : (row[col] as number) / scale;
      if (factor === 0) continue;
      for (let k = col; k <= n; k += 1) row[k] = (row[k] as number) - factor * (head[k] as number);
    }
  }
  return rows.map((row, index) => {
    const scale = row[index] as number;
    return Math.abs(scale) < 1e-12 ? 0 : (row[n] as number) / scale;
  });
}

/**
 * Logistic regression by Newton's method, with a small ridge that keeps separable data finite. Deterministic.
 *
 * @param ridge how strongly weights are drawn to 0 (the first, the constant, is not).
 */
export function fitLogistic(rows: readonly FitRow[], ridge = 1): readonly number[] {
  const size = rows[0]?.x.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < 25; step += 1) {
    const gradient = weights.map((value, index) => (index === 0 ? 0 : -ridge * value));
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? (i === 0 ? 1e-6 : ridge) : 0)));
    for (const { x, y, weight } of rows) {
      const p = logistic(x.reduce((sum, value, index) => sum + value * (weights[index] as number), 0));
      const slope = weight * Math.max(1e-9, p * (1 - p));
      for (let i = 0; i < size; i += 1) {
        const xi = x[i] as number;
        gradient[i] = (gradient[i] as number) + weight * (y - p) * xi;
        const line = hessian[i] as number[];
        for (let j = 0; j < size; j += 1) line[j] = (line[j] as number) + slope * xi * (x[j] as number);
      }
    }
    const change = solve(hessian, gradient);
    const longest = Math.max(...change.map(Math.abs));
    // A Newton step far from the optimum overshoots: no step is longer than 5.
    const scale = longest > 5 ? 5 / longest : 1;
    weights = weights.map((value, index) => value + scale * (change[index] as number));
    if (longest < 1e-6) break;
  }
  return weights;
}

/** The lowest point of a convex-like function between two bounds, by golden-section search. */
export function minimise(f: (x: number) => number, low: number, high: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [c, d] = [b - ratio * (b - a), a + ratio * (b - a)];
  let [fc, fd] = [f(c), f(d)];
  for (let step = 0; step < 40; step += 1) {
    if (fc < fd) {
      b = d;
      d = c;
      fd = fc;
      c = b - ratio * (b - a);
      fc = f(c);
    } else {
      a = c;
      c = d;
      fc = fd;
      d = a + ratio * (b - a);
      fd = f(d);
    }
  }
  return (a + b) / 2;
}
