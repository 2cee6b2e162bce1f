package dev.lukis.testing;

import dev.lukis.model.scene.Scene;
import dev.lukis.model.scene.SceneReader;
import dev.lukis.model.scene.SceneReading;
import dev.lukis.model.scene.Thing;
import dev.lukis.model.scene.ThingColour;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows a few prompts by heart. */
public record ScenesByPrompt(Map<String, Scene> scenes) implements SceneReader {
  /** A scene without anything. */
  public static final Scene NOTHING =
      new Scene(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  @Override
  public SceneReading read(String prompt) {
    Scene scene = scenes.get(prompt);
    return scene == null
        ? new SceneReading(NOTHING, List.of(prompt))
        : new SceneReading(scene, List.of());
  }

  public static Thing thing(String name) {
    return things(name, 1);
  }

  public static Thing things(String name, int count) {
    return new Thing(name, count, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static Thing coloured(ThingColour colour, String name) {
    return new Thing(name, 1, Optional.empty(), Optional.of(colour), Optional.empty());
  }

  public static Scene scene(Scene.Place place, Thing... things) {
    return with(NOTHING, Optional.of(place), List.of(things));
  }

  public static Scene withoutPlace(Thing... things) {
    return with(NOTHING, Optional.empty(), List.of(things));
  }

  private static Scene with(Scene scene, Optional<Scene.Place> place, List<Thing> things) {
    return new Scene(place, scene.hour(), scene.weather(), things, scene.relation(), scene.style());
  }

  public static Scene at(Scene.Hour hour, Scene scene) {
    return new Scene(
        scene.place(),
        Optional.of(hour),
        scene.weather(),
        scene.things(),
        scene.relation(),
        scene.style());
  }

  public static Scene in(Scene.Weather weather, Scene scene) {
    return new Scene(
        scene.place(),
        scene.hour(),
        Optional.of(weather),
        scene.things(),
        scene.relation(),
        scene.style());
  }

  public static Scene related(Scene.Relation relation, Scene scene) {
    return new Scene(
        scene.place(),
        scene.hour(),
        scene.weather(),
        scene.things(),
        Optional.of(relation),
        scene.style());
  }

  public static Scene painted(Scene.Style style, Scene scene) {
    return new Scene(
        scene.place(),
        scene.hour(),
        scene.weather(),
        scene.things(),
        scene.relation(),
        Optional.of(style));
  }
}
