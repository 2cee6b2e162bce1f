package dev.lukis.bench.words;

import dev.lukis.model.scene.Scene;
import dev.lukis.model.scene.SceneReader;
import dev.lukis.model.scene.SceneReading;
import java.util.ArrayList;
import java.util.List;

/**
 * What a text shows, but for numbers: drawings, place, hour, weather, style. Not the place that a
 * prompt gets because nothing of it can be shown.
 */
record Shown(List<String> what) {
  static Shown of(SceneReader reader, String text) {
    SceneReading reading = reader.read(text);
    Scene scene = reading.scene();
    List<String> what = new ArrayList<>();
    scene.things().forEach(each -> what.add(each.name()));
    if (!what.isEmpty() || reading.unknownWords().isEmpty()) {
      scene.place().ifPresent(each -> what.add(each.name()));
    }
    scene.hour().ifPresent(each -> what.add(each.name()));
    scene.weather().ifPresent(each -> what.add(each.name()));
    scene.style().ifPresent(each -> what.add(each.name()));
    return new Shown(List.copyOf(what));
  }

  boolean nothing() {
    return what.isEmpty();
  }

  @Override
  public String toString() {
    return String.join(", ", what);
  }
}
