package dev.lukis.model.words;

import dev.lukis.model.scene.Scene;
import dev.lukis.model.scene.SceneReading;
import dev.lukis.model.scene.Thing;
import java.util.ArrayList;
import java.util.List;

/** Readings as short text: {@code BEACH SUNSET, 2 big red dog, cat; LEFT}. */
final class Readings {
  static final WordSceneReader READER = WordSceneReader.load();

  private Readings() {}

  static String of(String prompt) {
    return text(READER.read(prompt).scene());
  }

  static List<String> unknown(String prompt) {
    return READER.read(prompt).unknownWords();
  }

  private static String text(Scene scene) {
    List<String> setting = new ArrayList<>();
    scene.place().ifPresent(each -> setting.add(each.name()));
    scene.hour().ifPresent(each -> setting.add(each.name()));
    scene.weather().ifPresent(each -> setting.add(each.name()));
    scene.style().ifPresent(each -> setting.add(each.name()));
    List<String> parts = new ArrayList<>();
    if (!setting.isEmpty()) {
      parts.add(String.join(" ", setting));
    }
    scene.things().forEach(each -> parts.add(text(each)));
    return String.join("; ", parts)
        + scene.relation().map(each -> "; first " + each.name()).orElse("");
  }

  private static String text(Thing thing) {
    List<String> words = new ArrayList<>();
    if (thing.count() > 1) {
      words.add(Integer.toString(thing.count()));
    }
    thing.size().ifPresent(each -> words.add(each.name()));
    thing.colour().ifPresent(each -> words.add(each.name()));
    thing.material().ifPresent(each -> words.add(each.name()));
    words.add(thing.name());
    return String.join(" ", words);
  }

  static String shown(SceneReading reading) {
    return text(reading.scene());
  }
}
