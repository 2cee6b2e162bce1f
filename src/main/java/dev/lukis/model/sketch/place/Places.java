package dev.lukis.model.sketch.place;

import dev.lukis.model.scene.Scene.Place;
import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/** Draws places. Stateless. */
public final class Places {
  /** What a place without a ground returns as its horizon. */
  static final double NO_GROUND = Double.NaN;

  private static final Set<Place> INDOORS =
      EnumSet.of(
          Place.PLAIN_ROOM,
          Place.BEDROOM,
          Place.LIVING_ROOM,
          Place.KITCHEN,
          Place.LIBRARY,
          Place.CLASSROOM,
          Place.SHOP,
          Place.STAGE,
          Place.TABLE_TOP,
          Place.PAPER);
  private static final Set<Place> HOURLESS =
      EnumSet.of(Place.SPACE, Place.PLANET, Place.STAGE, Place.PAPER);

  private Places() {}

  /** Draws one place and returns its horizon. */
  private interface Drawing {
    double draw(Canvas c, Choices r, Light light);
  }

  /** Whether the hour's light does not fall on things in it. */
  public static boolean indoors(Place place) {
    return INDOORS.contains(place);
  }

  /** Whether it looks the same at every hour. */
  public static boolean hourless(Place place) {
    return HOURLESS.contains(place);
  }

  /** Whether rain and snow fall there. */
  public static boolean open(Place place) {
    return !indoors(place) && !hourless(place) && place != Place.UNDERWATER && place != Place.CAVE;
  }

  /**
   * @param c a square canvas
   * @param r makes all choices
   * @return the y at which the ground begins; empty where nothing can stand
   */
  public static OptionalDouble draw(Place place, Canvas c, Choices r, Light light) {
    double horizon = drawing(place).draw(c, r, light);
    if (place != Place.CAVE && r.of("mirror").chance(0.5)) {
      c.mirror();
    }
    c.clip();
    return Double.isNaN(horizon) ? OptionalDouble.empty() : OptionalDouble.of(horizon);
  }

  private static Drawing drawing(Place place) {
    return switch (place) {
      case MEADOW -> Countryside::meadow;
      case HILLS -> Countryside::hills;
      case MOUNTAINS -> Countryside::mountains;
      case FOREST -> Countryside::forest;
      case JUNGLE -> Countryside::jungle;
      case DESERT -> Countryside::desert;
      case SNOW -> Countryside::snow;
      case VALLEY -> Countryside::valley;
      case VOLCANO -> Volcano::draw;
      case BEACH -> Waterside::beach;
      case SEA -> Waterside::sea;
      case LAKE -> Waterside::lake;
      case RIVER -> Waterside::river;
      case WATERFALL -> Waterside::waterfall;
      case HARBOUR -> Waterside::harbour;
      case UNDERWATER -> Underwater::draw;
      case SKYLINE -> Town::skyline;
      case ROAD -> Town::road;
      case STREET -> Town::street;
      case VILLAGE -> Town::village;
      case FARM -> Fields::farm;
      case GARDEN -> Fields::garden;
      case PARK -> Fields::park;
      case PLAYGROUND -> Fields::playground;
      case COURT -> Fields::court;
      case RUINS -> Town::ruins;
      case SPACE -> Space::space;
      case PLANET -> Space::planet;
      case OPEN_SKY -> Space::openSky;
      case PLAIN_ROOM -> Rooms::plain;
      case BEDROOM -> Rooms::bedroom;
      case LIVING_ROOM -> Rooms::livingRoom;
      case KITCHEN -> Rooms::kitchen;
      case LIBRARY -> Rooms::library;
      case CLASSROOM -> Rooms::classroom;
      case SHOP -> Rooms::shop;
      case STAGE -> Surfaces::stage;
      case TABLE_TOP -> Surfaces::tableTop;
      case CAVE -> Cave::draw;
      case PAPER -> Surfaces::paper;
    };
  }
}
