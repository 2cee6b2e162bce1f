package dev.lukis.model.sketch;

import dev.lukis.model.scene.Scene;
import dev.lukis.model.scene.Scene.Relation;
import dev.lukis.model.scene.Thing;
import dev.lukis.model.sketch.Spot.Support;
import dev.lukis.model.sketch.canvas.Choices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Finds a spot for each copy of each thing: near is larger and lower, things hide one another as
 * little as can be. A thing takes the first of its own seeded spots that is free, so that it stays
 * where it is while other words change, as far as there is room. Spots are seeded by a thing's
 * position in the prompt, drawings by its name. Not thread-safe.
 */
final class Arrangement {
  private static final Set<String> FLYING = Set.of("sky-weather", "transport-air", "animal-bird");
  private static final Set<String> FLYING_THINGS =
      Set.of("balloon", "kite", "bat", "butterfly", "honeybee");
  private static final Set<String> WALKING =
      Set.of(
          "turkey",
          "chicken",
          "rooster",
          "hatching chick",
          "baby chick",
          "front-facing baby chick",
          "penguin",
          "duck",
          "swan",
          "dodo",
          "flamingo",
          "peacock",
          "goose",
          "seat",
          "luggage");
  // How much of the lower thing's height is below the feet of a thing that stands on it.
  private static final double RESTING = 0.9;
  private static final int TRIES = 14;
  // So much of a thing may be hidden without another spot being tried.
  private static final double FREE = 0.04;
  // The least and the largest size of a thing, by how many there are.
  private static final double[][] SIZES = {
    {0, 0}, {0.46, 0.74}, {0.36, 0.5}, {0.3, 0.42}, {0.26, 0.36}, {0.15, 0.26}
  };

  private final Scene scene;
  private final Drawings drawings;
  private final OptionalDouble horizon;
  private final Choices choices;
  private final Frame frame;
  private final int total;

  // Mutable state
  private final List<Spot> spots = new ArrayList<>();

  private Arrangement(
      Scene scene, Drawings drawings, OptionalDouble horizon, Choices choices, Frame frame) {
    this.scene = scene;
    this.drawings = drawings;
    this.horizon = horizon;
    this.choices = choices;
    this.frame = frame;
    this.total = scene.things().stream().mapToInt(Thing::count).sum();
  }

  /**
   * @param horizon as a fraction of the height; empty where nothing can stand
   * @return the spots of all things, far ones first
   * @throws IllegalArgumentException when there is no drawing of a thing
   */
  static List<Spot> of(
      Scene scene, Drawings drawings, OptionalDouble horizon, Choices choices, Frame frame) {
    Arrangement arrangement = new Arrangement(scene, drawings, horizon, choices, frame);
    for (int i = 0; i < scene.things().size(); i++) {
      arrangement.place(i);
    }
    arrangement.stack();
    arrangement.spots.sort(Comparator.comparingDouble(Spot::order));
    return arrangement.spots;
  }

  private void place(int index) {
    Thing thing = scene.things().get(index);
    Look look = look(thing);
    boolean flies = horizon.isEmpty() || flies(look.entry());
    double[] range = SIZES[Math.min(total, SIZES.length - 1)];
    double base = choices.of("size").uniform(range[0], range[1]) * factor(thing);
    for (int copy = 0; copy < thing.count(); copy++) {
      Choices r = choices.of("spot", index).of("copy", copy);
      double size = base * r.uniform(0.92, 1.08);
      spots.add(best(look, size, flies, index, r));
    }
  }

  private Look look(Thing thing) {
    List<Drawings.Entry> entries = drawings.of(thing.name());
    if (entries.isEmpty()) {
      throw new IllegalArgumentException(
          "thing: " + thing.name() + " (expected: the name of a drawing)");
    }
    Choices r = choices.of("drawing of " + thing.name());
    return new Look(r.among(entries), thing.colour(), thing.material(), r.chance(0.5));
  }

  private static double factor(Thing thing) {
    return thing.size().map(size -> size == Thing.Size.SMALL ? 0.6 : 1.35).orElse(1.0);
  }

  private Spot best(Look look, double size, boolean flies, int index, Choices r) {
    Spot best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TRIES; i++) {
      Spot spot = related(tried(look, size, flies, r), index);
      double cost = 0;
      for (Spot other : spots) {
        cost += spot.overlap(other, frame);
      }
      if (cost <= FREE) {
        return spot;
      }
      if (best == null || cost < least) {
        best = spot;
        least = cost;
      }
    }
    return Objects.requireNonNull(best);
  }

  private Spot tried(Look look, double wanted, boolean flies, Choices r) {
    double size = wanted;
    double depth = StrictMath.pow(r.unit(), total > 1 ? 0.6 : 0.4);
    double free = r.unit();
    double aside = r.uniform(-1, 1);
    double foot;
    if (flies) {
      size = Math.min(size, 0.8);
      double tall = frame.down(size);
      double low = horizon.isEmpty() ? tall + 0.02 : tall + 0.03;
      double high =
          horizon.isEmpty()
              ? Math.max(tall + 0.03, 0.97)
              : tall + Math.max(0.05, 0.62 - tall * 0.6);
      foot = low + (high - low) * free;
    } else {
      double near = horizon.orElse(0) + 0.06;
      foot = near + (0.965 - near) * depth;
      size = Math.min(size * (0.62 + 0.38 * depth), foot * 0.95 / frame.down(1));
    }
    double spread = Math.max(0.05, 0.5 - frame.across(size) * 0.42);
    double x = 0.5 + aside * (total == 1 ? 0.18 : spread);
    return new Spot(look, x, foot, size, flies ? Support.AIR : Support.GROUND);
  }

  // What a relation says of the first two kinds of things.
  private Spot related(Spot spot, int index) {
    if (scene.relation().isEmpty() || index > 1 || scene.things().size() < 2) {
      return spot;
    }
    Relation relation = scene.relation().get();
    boolean first = (index == 0) == (relation == Relation.LEFT || relation == Relation.ABOVE);
    if (relation == Relation.LEFT || relation == Relation.RIGHT) {
      double middle = first ? 0.27 : 0.73;
      double x = total == 2 ? middle : middle + (spot.x() - 0.5) * 0.45;
      return spot.at(x, spot.foot(), spot.size(), spot.support());
    }
    double size = Math.min(spot.size(), 0.44);
    double x = total == 2 ? 0.5 : spot.x();
    return first
        ? spot.at(x, 0.06 + frame.down(size), size, Support.AIR)
        : spot.at(x, 0.95, size, spot.support());
  }

  // One thing above another stands on it, unless it flies.
  private void stack() {
    if (total != 2 || scene.things().size() != 2 || scene.relation().isEmpty()) {
      return;
    }
    Relation relation = scene.relation().get();
    if (relation == Relation.LEFT || relation == Relation.RIGHT) {
      return;
    }
    int upper = relation == Relation.ABOVE ? 0 : 1;
    Spot above = spots.get(upper);
    Spot below = spots.get(1 - upper);
    if (!flies(above.look().entry())) {
      double top = below.foot() - tall(below) * RESTING;
      double foot = Math.max(top, frame.down(above.size()) + 0.02);
      spots.set(upper, above.at(above.x(), foot, above.size(), Support.THING));
    }
  }

  private double tall(Spot spot) {
    Drawing drawing = drawings.drawing(spot.look().entry());
    double part = (double) drawing.height() / Math.max(drawing.width(), drawing.height());
    return frame.down(spot.size()) * part;
  }

  private static boolean flies(Drawings.Entry entry) {
    return (FLYING.contains(entry.kind()) || FLYING_THINGS.contains(entry.name()))
        && !WALKING.contains(entry.name());
  }
}
