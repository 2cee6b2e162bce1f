package dev.lukis.model.words;

import dev.lukis.model.scene.Scene;
import dev.lukis.model.scene.Thing;
import dev.lukis.model.scene.ThingColour;
import java.util.Locale;

/** What one word says about a scene. */
sealed interface Sense {
  /** Whether the word can be shown by itself. */
  default boolean isNoun() {
    return false;
  }

  /** Whether the word says something about a thing beside it. */
  default boolean isModifier() {
    return false;
  }

  /**
   * @param count how many there are if the prompt gives no number
   */
  record Drawing(String name, int count) implements Sense {
    @Override
    public boolean isNoun() {
      return true;
    }
  }

  /**
   * @param instead what the word shows if another place is the background: a drawing, or a weather
   *     after {@code !}; an hour after {@code +} is always meant; may be empty
   */
  record Background(Scene.Place place, String instead) implements Sense {
    @Override
    public boolean isNoun() {
      return true;
    }
  }

  record Light(Scene.Hour hour) implements Sense {
    @Override
    public boolean isNoun() {
      return true;
    }
  }

  record Sky(Scene.Weather weather) implements Sense {
    @Override
    public boolean isNoun() {
      return true;
    }
  }

  record Painted(Scene.Style style) implements Sense {
    @Override
    public boolean isNoun() {
      return true;
    }
  }

  record Coloured(ThingColour colour) implements Sense {
    @Override
    public boolean isModifier() {
      return true;
    }
  }

  record Sized(Thing.Size size) implements Sense {
    @Override
    public boolean isModifier() {
      return true;
    }
  }

  record Made(Thing.Material material) implements Sense {
    @Override
    public boolean isModifier() {
      return true;
    }
  }

  record Counted(int count) implements Sense {}

  record Related(Scene.Relation relation) implements Sense {}

  /** Words of grammar. */
  enum Mark implements Sense {
    NEGATION,
    AND,
    OR,
    PREPOSITION,
    WITH,
    OF,
    MEASURE,
    FUNCTION
  }

  /**
   * @param kind and value as in {@code words.tsv}
   */
  static Sense of(String kind, String value) {
    return switch (kind) {
      case "thing" -> drawing(value);
      case "place" -> background(value);
      case "hour" -> new Light(Scene.Hour.valueOf(value));
      case "weather" -> new Sky(Scene.Weather.valueOf(value));
      case "style" -> new Painted(Scene.Style.valueOf(value));
      case "colour" -> new Coloured(ThingColour.valueOf(value));
      case "size" -> new Sized(Thing.Size.valueOf(value));
      case "material" -> new Made(Thing.Material.valueOf(value));
      case "count" -> new Counted(Integer.parseInt(value));
      case "relation" -> new Related(Scene.Relation.valueOf(value));
      default -> Mark.valueOf(kind.toUpperCase(Locale.ROOT));
    };
  }

  private static Sense drawing(String value) {
    int at = value.indexOf('#');
    return at < 0
        ? new Drawing(value, 1)
        : new Drawing(value.substring(0, at), Integer.parseInt(value.substring(at + 1)));
  }

  private static Sense background(String value) {
    int at = value.indexOf('=');
    return at < 0
        ? new Background(Scene.Place.valueOf(value), "")
        : new Background(Scene.Place.valueOf(value.substring(0, at)), value.substring(at + 1));
  }
}
