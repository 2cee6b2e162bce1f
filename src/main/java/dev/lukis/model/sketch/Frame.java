package dev.lukis.model.sketch;

/**
 * The size of a picture in pixels. Sizes of things are fractions of its shorter side. Immutable.
 */
record Frame(int width, int height) {
  int shorter() {
    return Math.min(width, height);
  }

  int longer() {
    return Math.max(width, height);
  }

  /** A size as a fraction of the width. */
  double across(double size) {
    return size * shorter() / width;
  }

  /** A size as a fraction of the height. */
  double down(double size) {
    return size * shorter() / height;
  }
}
