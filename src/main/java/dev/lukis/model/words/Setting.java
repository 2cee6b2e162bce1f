package dev.lukis.model.words;

import dev.lukis.model.scene.Scene;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Place, hour, weather and style of a scene: of each, what is named first. Not thread-safe. */
final class Setting {
  private static final Set<Scene.Place> WEAK =
      Set.of(
          Scene.Place.TABLE_TOP, Scene.Place.OPEN_SKY, Scene.Place.PLAIN_ROOM, Scene.Place.PAPER);

  private Scene.@Nullable Place place;
  private Scene.@Nullable Hour hour;
  private Scene.@Nullable Weather weather;
  private Scene.@Nullable Style style;

  /** What the word for the place shows if another one takes its place. */
  private String instead = "";

  private int strength;
  private int thingsBefore;

  /**
   * A place after a preposition goes before one without: "a village in the mountains". A table or a
   * floor is a place only if nothing else is.
   */
  void at(Sense.Background background, boolean preposition, ThingList things) {
    if (background.instead().startsWith("+")) {
      set(new Sense.Light(Scene.Hour.valueOf(background.instead().substring(1))));
    }
    int force = WEAK.contains(background.place()) ? 0 : preposition ? 2 : 1;
    if (place == null) {
      take(background, force, things.size());
    } else if (force > strength) {
      String before = instead;
      int index = thingsBefore;
      take(background, force, things.size());
      show(before, index, things);
    } else if (background.place() != place) {
      show(background.instead(), things.size(), things);
    }
  }

  private void take(Sense.Background background, int force, int things) {
    place = background.place();
    instead = background.instead();
    strength = force;
    thingsBefore = things;
  }

  private void show(String shown, int index, ThingList things) {
    if (shown.startsWith("!")) {
      set(new Sense.Sky(Scene.Weather.valueOf(shown.substring(1))));
    } else if (!shown.isEmpty() && !shown.startsWith("+")) {
      things.insert(index, shown);
    }
  }

  void set(Sense sense) {
    if (sense instanceof Sense.Light each && hour == null) {
      hour = each.hour();
    } else if (sense instanceof Sense.Sky each && weather == null) {
      weather = each.weather();
    } else if (sense instanceof Sense.Painted each && style == null) {
      style = each.style();
    }
  }

  Scene scene(ThingList things, @Nullable Relation relation, Optional<Scene.Place> otherwise) {
    return new Scene(
        place == null ? otherwise : Optional.of(place),
        Optional.ofNullable(hour),
        Optional.ofNullable(weather),
        things.things(),
        things.size() < 2 || relation == null ? Optional.empty() : Optional.of(relation.value()),
        Optional.ofNullable(style));
  }

  /** A relation between the first two things. */
  record Relation(Scene.Relation value) {
    Relation inverse() {
      return new Relation(
          switch (value) {
            case LEFT -> Scene.Relation.RIGHT;
            case RIGHT -> Scene.Relation.LEFT;
            case ABOVE -> Scene.Relation.BELOW;
            case BELOW -> Scene.Relation.ABOVE;
          });
    }
  }

  boolean hasPlace() {
    return place != null;
  }
}
