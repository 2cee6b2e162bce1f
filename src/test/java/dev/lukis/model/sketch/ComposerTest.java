package dev.lukis.model.sketch;

import static dev.lukis.testing.ScenesByPrompt.at;
import static dev.lukis.testing.ScenesByPrompt.coloured;
import static dev.lukis.testing.ScenesByPrompt.in;
import static dev.lukis.testing.ScenesByPrompt.related;
import static dev.lukis.testing.ScenesByPrompt.scene;
import static dev.lukis.testing.ScenesByPrompt.thing;
import static dev.lukis.testing.ScenesByPrompt.things;
import static dev.lukis.testing.ScenesByPrompt.withoutPlace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.scene.Scene;
import dev.lukis.model.scene.Scene.Hour;
import dev.lukis.model.scene.Scene.Place;
import dev.lukis.model.scene.Scene.Relation;
import dev.lukis.model.scene.Scene.Weather;
import dev.lukis.model.scene.Thing;
import dev.lukis.model.scene.Thing.Material;
import dev.lukis.model.scene.ThingColour;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposerTest {
  private static final int SIDE = 256;
  private static final Frame FRAME = new Frame(SIDE, SIDE);

  private static Drawings drawings;
  private static Composer composer;

  @BeforeAll
  static void load() {
    drawings = Drawings.load(ModelDirectory.open("src/main/resources/models/lukis-mini-painting"));
    composer = new Composer(drawings);
  }

  private static Tensor sketch(Scene scene, long seed) {
    return composer.compose(scene, seed, SIDE, SIDE);
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void everyPlaceIsDrawnAtEveryHourAndSize(Place place) {
    int[][] sizes = {{64, 64}, {256, 256}, {384, 256}, {256, 448}};
    for (Hour hour : Hour.values()) {
      for (int[] size : sizes) {
        Tensor pixels =
            composer.compose(at(hour, scene(place, things("cat", 2))), 3, size[0], size[1]);
        assertThat(pixels.shape().size(1)).isEqualTo(size[1]);
        assertThat(pixels.shape().size(2)).isEqualTo(size[0]);
        for (float value : pixels.data()) {
          assertThat(value >= -1 && value <= 1).isTrue();
        }
      }
    }
  }

  @Test
  void everyDrawingIsDecoded() {
    for (String name : drawings.names()) {
      for (Drawings.Entry entry : drawings.of(name)) {
        Drawing drawing = drawings.drawing(entry);
        assertThat(Math.max(drawing.width(), drawing.height())).as(name).isEqualTo(184);
      }
    }
  }

  @Test
  void theSameSceneAndSeedGiveTheSameSketchAlsoWhenNothingIsCached() {
    Scene scene = at(Hour.SUNSET, scene(Place.BEACH, thing("cat"), things("rabbit", 3)));
    Tensor first = sketch(scene, 11);
    assertThat(sketch(scene, 11).data()).isEqualTo(first.data());
    Composer other = new Composer(drawings);
    assertThat(other.compose(scene, 11, SIDE, SIDE).data()).isEqualTo(first.data());
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void seedsVaryTheSketch(Place place) {
    Scene scene = scene(place, thing("cat"));
    assertThat(equal(sketch(scene, 1), sketch(scene, 2), List.of())).isLessThan(0.9);
  }

  @Test
  void anotherColourChangesNothingElse() {
    Scene red = scene(Place.MEADOW, coloured(ThingColour.RED, "automobile"), thing("dog"));
    Scene blue = scene(Place.MEADOW, coloured(ThingColour.BLUE, "automobile"), thing("dog"));
    assertRestStays(red, blue, 1);
  }

  @Test
  void anotherThingChangesNothingElse() {
    Scene cat = scene(Place.BEACH, thing("cat"), thing("rocket"));
    Scene rabbit = scene(Place.BEACH, thing("rabbit"), thing("rocket"));
    assertRestStays(cat, rabbit, 1);
  }

  @Test
  void aThingMoreLeavesThePlace() {
    Scene one = scene(Place.STREET, thing("cat"));
    Scene two = scene(Place.STREET, thing("cat"), thing("dog"));
    assertRestStays(one, two, 2);
  }

  // For twenty seeds: pixels where none of the first things of either scene stands.
  private static void assertRestStays(Scene before, Scene after, int changed) {
    for (long seed = 0; seed < 20; seed++) {
      List<Spot> spots = new ArrayList<>();
      for (Scene scene : List.of(before, after)) {
        List<String> names = scene.things().stream().limit(changed).map(Thing::name).toList();
        composer.spots(scene, seed, FRAME).stream()
            .filter(spot -> names.contains(spot.look().entry().name()))
            .forEach(spots::add);
      }
      double equal = equal(sketch(before, seed), sketch(after, seed), spots);
      assertThat(equal).as("seed %d", seed).isGreaterThanOrEqualTo(0.93);
    }
  }

  @Test
  void theHourChangesTheLightAndNotWhereThingsStand() {
    Scene day = at(Hour.DAY, scene(Place.HILLS, thing("cat")));
    Scene night = at(Hour.NIGHT, scene(Place.HILLS, thing("cat")));
    assertThat(brightness(sketch(night, 5))).isLessThan(brightness(sketch(day, 5)) - 0.4);
    assertThat(composer.spots(night, 5, FRAME)).isEqualTo(composer.spots(day, 5, FRAME));
  }

  @ParameterizedTest
  @EnumSource(Weather.class)
  void weatherIsSeenOutdoorsAndNotIndoors(Weather weather) {
    Scene street = at(Hour.DAY, scene(Place.STREET));
    assertThat(equal(sketch(street, 2), sketch(in(weather, street), 2), List.of()))
        .isBetween(0.5, 0.99);
    Scene room = at(Hour.DAY, scene(Place.BEDROOM));
    assertThat(sketch(in(weather, room), 2).data()).isEqualTo(sketch(room, 2).data());
  }

  @ParameterizedTest
  @EnumSource(Material.class)
  void materialsChangeTheThingAlone(Material material) {
    Scene plain = scene(Place.MEADOW, thing("chair"));
    Thing made = new Thing("chair", 1, Optional.empty(), Optional.empty(), Optional.of(material));
    List<Spot> spots = composer.spots(plain, 4, FRAME);
    Tensor before = sketch(plain, 4);
    Tensor after = sketch(scene(Place.MEADOW, made), 4);
    assertThat(equal(before, after, spots)).isEqualTo(1);
    assertThat(equal(before, after, List.of())).isLessThan(0.995);
  }

  @ParameterizedTest
  @EnumSource(Relation.class)
  void relationsHold(Relation relation) {
    Scene scene = related(relation, withoutPlace(thing("cat"), thing("dog")));
    for (long seed = 0; seed < 10; seed++) {
      List<Spot> spots = composer.spots(scene, seed, FRAME);
      Spot cat = named(spots, "cat");
      Spot dog = named(spots, "dog");
      switch (relation) {
        case LEFT -> assertThat(cat.x()).isLessThan(dog.x());
        case RIGHT -> assertThat(cat.x()).isGreaterThan(dog.x());
        case ABOVE -> assertThat(cat.foot()).isLessThan(dog.foot());
        case BELOW -> assertThat(cat.foot()).isGreaterThan(dog.foot());
      }
    }
  }

  @Test
  void aThingAboveAnotherStandsOnItUnlessItFlies() {
    for (long seed = 0; seed < 10; seed++) {
      Scene cat = related(Relation.ABOVE, scene(Place.PARK, thing("cat"), thing("bed")));
      Spot above = named(composer.spots(cat, seed, FRAME), "cat");
      Spot bed = named(composer.spots(cat, seed, FRAME), "bed");
      assertThat(above.support()).isEqualTo(Spot.Support.THING);
      assertThat(above.foot()).isBetween(bed.foot() - bed.size(), bed.foot() - 0.05);
      Scene plane = related(Relation.ABOVE, scene(Place.PARK, thing("airplane"), thing("bed")));
      assertThat(named(composer.spots(plane, seed, FRAME), "airplane").support())
          .isEqualTo(Spot.Support.AIR);
    }
  }

  @Test
  void asManyAreDrawnAsWereAskedFor() {
    for (int count = 1; count <= 12; count++) {
      assertThat(composer.spots(scene(Place.PARK, things("owl", count)), 9, FRAME)).hasSize(count);
    }
  }

  @Test
  void aThingWithoutADrawingIsRefused() {
    assertThatThrownBy(() -> sketch(scene(Place.PARK, thing("glorp")), 1))
        .hasMessage("thing: glorp (expected: the name of a drawing)");
  }

  @Test
  void whereNobodySaysAPlaceOneIsChosenThatFits() {
    Scene whale = withoutPlace(thing("whale"));
    assertThat(
            equal(sketch(whale, 3), sketch(scene(Place.UNDERWATER, thing("whale")), 3), List.of()))
        .isEqualTo(1);
  }

  private static Spot named(List<Spot> spots, String name) {
    return spots.stream().filter(it -> it.look().entry().name().equals(name)).findFirst().get();
  }

  // The share of equal pixels outside the spots, with some room for their shadows.
  private static double equal(Tensor first, Tensor second, List<Spot> spots) {
    int counted = 0;
    int equal = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      double x = (i % SIDE + 0.5) / SIDE;
      double y = (i / SIDE + 0.5) / SIDE;
      if (spots.stream().noneMatch(spot -> covers(spot, x, y))) {
        counted++;
        equal += same(first, second, i) ? 1 : 0;
      }
    }
    return counted == 0 ? 1 : (double) equal / counted;
  }

  private static boolean covers(Spot spot, double x, double y) {
    double half = spot.size() * 0.65 + 0.02;
    double top = spot.foot() - spot.size() - 0.01;
    return Math.abs(x - spot.x()) < half && y > top && y < spot.foot() + spot.size() * 0.15 + 0.02;
  }

  private static boolean same(Tensor first, Tensor second, int i) {
    for (int colour = 0; colour < 3; colour++) {
      int at = colour * SIDE * SIDE + i;
      if (first.data()[at] != second.data()[at]) {
        return false;
      }
    }
    return true;
  }

  private static double brightness(Tensor pixels) {
    double sum = 0;
    for (float value : pixels.data()) {
      sum += value;
    }
    return sum / pixels.data().length;
  }
}
