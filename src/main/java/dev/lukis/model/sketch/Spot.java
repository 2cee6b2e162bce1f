package dev.lukis.model.sketch;

/**
 * Where one copy of a thing stands. Immutable.
 *
 * @param look how it is drawn
 * @param x of its middle, as a fraction of the width
 * @param foot as a fraction of the height
 * @param size of its longer side, as a fraction of the picture's shorter side
 * @param support what it stands on
 */
record Spot(Look look, double x, double foot, double size, Support support) {
  /** What carries a thing. */
  enum Support {
    AIR,
    GROUND,
    /** Another thing, in front of which it is drawn. */
    THING
  }

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
    return foot + support.ordinal() - 1;
  }

  Spot at(double newX, double newFoot, double newSize, Support newSupport) {
    return new Spot(look, newX, newFoot, newSize, newSupport);
  }
}
