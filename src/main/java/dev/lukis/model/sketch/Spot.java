package dev.lukis.model.sketch;

/**
 * Where one copy of a thing stands. Immutable.
 *
 * @param look how it is drawn
 * @param x of its middle, as a fraction of the width
 * @param foot as a fraction of the height
 * @param size of its longer side, as a fraction of the picture's shorter side
 * @param flies whether it touches no ground
 */
record Spot(Look look, double x, double foot, double size, boolean flies) {

  /** How much of the smaller of two spots the other one covers, roughly. */
  double overlap(Spot other, Frame frame) {
    double half = frame.across(size) * 0.45;
    double otherHalf = frame.across(other.size) * 0.45;
    double wide = Math.min(x + half, other.x + otherHalf) - Math.max(x - half, other.x - otherHalf);
    double tall =
        Math.min(foot, other.foot)
            - Math.max(foot - frame.down(size), other.foot - frame.down(other.size));
    double smaller = Math.min(size, other.size);
    double area = frame.across(smaller) * frame.down(smaller);
    return Math.max(0, wide) * Math.max(0, tall) / area;
  }

  /** Far ones come first: those that fly, then by how low they stand. */
  double order() {
    return foot - (flies ? 1 : 0);
  }

  Spot at(double newX, double newFoot, double newSize, boolean nowFlies) {
    return new Spot(look, newX, newFoot, newSize, nowFlies);
  }
}
