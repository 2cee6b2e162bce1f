package dev.lukis.model.sketch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lukis.model.scene.Scene;
import dev.lukis.model.scene.Scene.Hour;
import dev.lukis.model.scene.Scene.Place;
import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Rgb;
import dev.lukis.model.sketch.place.Light;
import dev.lukis.model.sketch.place.Places;
import dev.lukis.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Composes sketches: a place at an hour, and drawings of things that stand in it. A pure function
 * of scene, seed and size; each choice is seeded by what it is for, so that an edit changes what it
 * says and little else. Thread-safe.
 */
public final class Composer {
  private static final int BACKDROPS = 8;

  private final Drawings drawings;
  private final Stamps stamps;
  // While a prompt grows, its place mostly stays.
  private final Cache<Backdrop.Key, Backdrop> backdrops =
      Caffeine.newBuilder().maximumSize(BACKDROPS).executor(Runnable::run).build();

  public Composer(Drawings drawings) {
    this.drawings = drawings;
    this.stamps = new Stamps(drawings);
  }

  /** A place without things; not to be painted on. */
  private record Backdrop(Canvas canvas, OptionalDouble horizon) {
    private record Key(Place place, Hour hour, long seed, Frame frame) {}

    // A square picture, seen through a window whose height above the ground fits.
    static Backdrop draw(Key key) {
      Canvas square = new Canvas(key.frame.longer());
      Choices choices = Choices.of(key.seed).of("place").of(key.place.name());
      OptionalDouble horizon = Places.draw(key.place, square, choices, Light.of(key.hour));
      int width = key.frame.width();
      int height = key.frame.height();
      int top = (int) Math.round(horizon.orElse(0.5) * (square.side() - height));
      int left = (square.side() - width) / 2;
      return new Backdrop(square.window(left, top, width, height), horizon);
    }
  }

  /**
   * @param width in pixels
   * @param height in pixels
   * @return the sketch's pixels [3, height, width] in [-1, 1]
   * @throws IllegalArgumentException when there is no drawing of a thing
   */
  public Tensor compose(Scene scene, long seed, int width, int height) {
    Frame frame = new Frame(width, height);
    Choices choices = Choices.of(seed);
    Place place = place(scene, choices);
    Backdrop backdrop = backdrop(scene, place, seed, frame);
    Canvas canvas = backdrop.canvas.window(0, 0, width, height);
    Rgb light = Places.indoors(place) ? Rgb.WHITE : Light.of(hour(scene, place)).tint();
    Rgb tint = Rgb.of(0.25, 0.25, 0.25).plus(light.times(0.75));
    Placing placing = new Placing(canvas, stamps, frame, tint, choices.of("light").chance(0.5));
    spots(scene, seed, frame).forEach(placing::put);
    if (Places.open(place)) {
      scene.weather().ifPresent(it -> WeatherLayer.draw(it, canvas, choices, frame));
    }
    canvas.clip();
    return canvas.pixels();
  }

  /** Where the things of a sketch stand, far ones first. */
  List<Spot> spots(Scene scene, long seed, Frame frame) {
    Choices choices = Choices.of(seed);
    Backdrop backdrop = backdrop(scene, place(scene, choices), seed, frame);
    return Arrangement.of(scene, drawings, backdrop.horizon, choices.of("things"), frame);
  }

  private Backdrop backdrop(Scene scene, Place place, long seed, Frame frame) {
    Backdrop.Key key = new Backdrop.Key(place, hour(scene, place), seed, frame);
    return backdrops.get(key, Backdrop::draw);
  }

  private Place place(Scene scene, Choices choices) {
    return scene.place().orElseGet(() -> DefaultPlaces.of(kind(scene), choices));
  }

  private static Hour hour(Scene scene, Place place) {
    if (Places.hourless(place)) {
      return Hour.DAY;
    }
    return scene.hour().orElse(scene.weather().isPresent() ? Hour.OVERCAST : Hour.DAY);
  }

  private Optional<String> kind(Scene scene) {
    return scene.things().stream()
        .findFirst()
        .flatMap(thing -> drawings.of(thing.name()).stream().findFirst())
        .map(Drawings.Entry::kind);
  }
}
