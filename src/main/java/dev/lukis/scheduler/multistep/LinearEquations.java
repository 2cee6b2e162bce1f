package dev.lukis.scheduler.multistep;

/** Gauss' elimination with pivots. */
final class LinearEquations {
  private LinearEquations() {}

  /**
   * @param rows of the coefficients, each with its right side at the end; overwritten
   */
  static double[] solve(double[][] rows) {
    int count = rows.length;
    for (int column = 0; column < count; column++) {
      pivot(rows, column);
      for (int row = 0; row < count; row++) {
        if (row != column) {
          subtract(rows[row], rows[column], rows[row][column] / rows[column][column], column);
        }
      }
    }
    double[] solution = new double[count];
    for (int i = 0; i < count; i++) {
      solution[i] = rows[i][count] / rows[i][i];
    }
    return solution;
  }

  private static void pivot(double[][] rows, int column) {
    int best = column;
    for (int row = column + 1; row < rows.length; row++) {
      if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) {
        best = row;
      }
    }
    double[] row = rows[best];
    rows[best] = rows[column];
    rows[column] = row;
  }

  private static void subtract(double[] from, double[] row, double factor, int first) {
    for (int i = first; i < from.length; i++) {
      from[i] -= factor * row[i];
    }
  }
}
