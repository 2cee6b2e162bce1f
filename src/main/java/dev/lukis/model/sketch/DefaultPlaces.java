package dev.lukis.model.sketch;

import dev.lukis.model.scene.Scene.Place;
import dev.lukis.model.sketch.canvas.Choices;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fitting place for things whose place nobody said. Stateless. */
final class DefaultPlaces {
  private static final List<Place> OPEN =
      List.of(Place.MEADOW, Place.HILLS, Place.MOUNTAINS, Place.LAKE, Place.VALLEY);
  private static final List<Place> PLAIN = List.of(Place.PAPER);
  private static final List<Place> ROOMS =
      List.of(Place.LIVING_ROOM, Place.PLAIN_ROOM, Place.TABLE_TOP);
  private static final List<Place> TABLE = List.of(Place.TABLE_TOP);
  private static final List<Place> PEOPLE =
      List.of(Place.PARK, Place.STREET, Place.MEADOW, Place.GARDEN);
  private static final List<Place> DESK = List.of(Place.CLASSROOM, Place.TABLE_TOP);
  private static final Map<String, List<Place>> BY_KIND =
      Map.ofEntries(
          Map.entry("animal-mammal", List.of(Place.MEADOW, Place.HILLS, Place.FOREST)),
          Map.entry("animal-bird", List.of(Place.MEADOW, Place.GARDEN, Place.LAKE)),
          Map.entry("animal-amphibian", List.of(Place.LAKE, Place.RIVER)),
          Map.entry("animal-reptile", List.of(Place.DESERT, Place.JUNGLE, Place.RIVER)),
          Map.entry("animal-bug", List.of(Place.GARDEN, Place.MEADOW)),
          Map.entry("animal-marine", List.of(Place.UNDERWATER)),
          Map.entry("plant-flower", List.of(Place.GARDEN, Place.MEADOW)),
          Map.entry("plant-other", List.of(Place.MEADOW, Place.HILLS, Place.GARDEN)),
          Map.entry("place-building", List.of(Place.HILLS, Place.MEADOW, Place.PARK)),
          Map.entry("place-religious", List.of(Place.HILLS, Place.PARK)),
          Map.entry("place-geographic", List.of(Place.MEADOW, Place.SEA)),
          Map.entry("place-other", List.of(Place.PARK, Place.MEADOW)),
          Map.entry("transport-ground", List.of(Place.ROAD, Place.STREET)),
          Map.entry("transport-water", List.of(Place.SEA, Place.HARBOUR, Place.LAKE)),
          Map.entry("transport-air", List.of(Place.OPEN_SKY, Place.HILLS)),
          Map.entry("sky-weather", List.of(Place.OPEN_SKY, Place.HILLS, Place.MEADOW)),
          Map.entry("sport", List.of(Place.COURT, Place.PARK)),
          Map.entry("person-sport", List.of(Place.COURT, Place.PARK)),
          Map.entry("musical-instrument", List.of(Place.STAGE)),
          Map.entry("music", List.of(Place.STAGE)),
          Map.entry("computer", DESK),
          Map.entry("writing", DESK),
          Map.entry("book-paper", List.of(Place.LIBRARY, Place.TABLE_TOP)),
          Map.entry("office", DESK),
          Map.entry("science", DESK),
          Map.entry("household", ROOMS),
          Map.entry("tool", ROOMS),
          Map.entry("clothing", List.of(Place.SHOP, Place.BEDROOM, Place.PLAIN_ROOM)),
          Map.entry("event", List.of(Place.LIVING_ROOM, Place.GARDEN)),
          Map.entry("game", ROOMS),
          Map.entry("dishware", List.of(Place.TABLE_TOP, Place.KITCHEN)));

  private DefaultPlaces() {}

  /**
   * @param kind Unicode's subgroup of the first thing; empty for a scene without things
   */
  static Place of(Optional<String> kind, Choices choices) {
    return choices.of("default place").among(kind.map(DefaultPlaces::fitting).orElse(OPEN));
  }

  private static List<Place> fitting(String kind) {
    if (kind.startsWith("food") || kind.equals("drink")) {
      return TABLE;
    }
    return BY_KIND.getOrDefault(kind, kind.startsWith("person") ? PEOPLE : PLAIN);
  }
}
