package dev.lukis.model.scene;

import java.util.List;
import java.util.Optional;

/**
 * What a prompt shows. The same words give an equal scene; where things stand and which drawing is
 * chosen depends on the seed of an image. Immutable.
 *
 * @param place empty if the prompt names none
 * @param hour empty if the prompt names none
 * @param weather empty if the prompt names none
 * @param things in the order of the prompt
 * @param relation of the first thing to the second; empty if the prompt says none
 * @param style empty if the prompt names none
 */
public record Scene(
    Optional<Place> place,
    Optional<Hour> hour,
    Optional<Weather> weather,
    List<Thing> things,
    Optional<Relation> relation,
    Optional<Style> style) {
  public Scene {
    things = List.copyOf(things);
  }

  /** A place with layers, named as its drawing is. */
  public enum Place {
    MEADOW,
    HILLS,
    MOUNTAINS,
    FOREST,
    JUNGLE,
    DESERT,
    BEACH,
    SEA,
    LAKE,
    RIVER,
    WATERFALL,
    SNOW,
    SKYLINE,
    ROAD,
    STREET,
    VILLAGE,
    FARM,
    GARDEN,
    PARK,
    HARBOUR,
    VALLEY,
    RUINS,
    VOLCANO,
    PLAYGROUND,
    COURT,
    UNDERWATER,
    SPACE,
    PLANET,
    OPEN_SKY,
    PLAIN_ROOM,
    BEDROOM,
    LIVING_ROOM,
    KITCHEN,
    LIBRARY,
    CLASSROOM,
    SHOP,
    STAGE,
    TABLE_TOP,
    CAVE,
    PAPER
  }

  /** The hour of the day, or the light of a dull one. */
  public enum Hour {
    DAY,
    DAWN,
    SUNSET,
    NIGHT,
    OVERCAST
  }

  /** What falls from the sky. */
  public enum Weather {
    RAIN,
    SNOWFALL
  }

  /** Where the first of two things is, seen from the second. */
  public enum Relation {
    LEFT,
    RIGHT,
    ABOVE,
    BELOW
  }

  /** How the image is painted. */
  public enum Style {
    GOUACHE,
    OIL,
    WATERCOLOUR,
    PENCIL,
    PAPER,
    PIXEL,
    NEON
  }
}
