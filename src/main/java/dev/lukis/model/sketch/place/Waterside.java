package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Profiles;
import dev.lukis.model.sketch.canvas.Rgb;
import dev.lukis.model.sketch.place.Trees.Kind;

/** Seas, lakes and rivers, seen from the land. Stateless. */
final class Waterside {
  private static final int BENDS = 24;

  private Waterside() {}

  static double beach(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double sea = r.uniform(0.42, 0.5);
    double horizon = sea + r.uniform(0.1, 0.18);
    Ground.water(c, r, light, sea, Rgb.of(0.14, 0.55, 0.72), horizon + 0.05);
    Choices waves = r.of("shore");
    Rgb foam = light.lit(0.95, 0.97, 0.97);
    c.below(Profiles.waves(r.of("shore"), c.side(), horizon - 0.012, 0.8, 0.02), foam, foam);
    Rgb sand = light.lit(r.vary(Rgb.of(0.94, 0.84, 0.62), 0.03));
    float[] shore = Profiles.waves(waves, c.side(), horizon, 0.8, 0.02);
    c.below(shore, sand.times(0.9), sand, 0.12);
    for (int i = 0; i < 26; i++) {
      double x = r.unit();
      double y = r.uniform(horizon + 0.06, 1);
      c.ellipse(x, y, 0.004, 0.003, sand.times(r.number(0.8, 0.86, 1.05)), 0.8);
    }
    if (r.chance(0.5)) {
      Choices palm = r.of("palm");
      double x = palm.number(0.08, 0.92);
      Trees.one(c, palm, light, x, horizon + 0.12, 0.5, Kind.PALM, 0);
    }
    return horizon + 0.04;
  }

  static double sea(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.4, 0.55);
    Ground.water(c, r, light, horizon, Rgb.of(0.16, 0.46, 0.70), 1);
    return horizon + 0.05;
  }

  static double lake(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.46, 0.54);
    if (r.chance(0.6)) {
      Mountains.range(c, r, light, horizon, 0.24, r.chance(0.5), 0.45, 3);
    } else {
      Ground.farHills(c, r, light, horizon);
    }
    Kind kind = r.among(Kind.FIR, Kind.ROUND);
    Trees.row(c, r, light, horizon + 0.01, 0.09, 12, kind, 0.2);
    Ground.water(c, r, light, horizon, Rgb.of(0.22, 0.5, 0.66), 0.86);
    float[] bank = Profiles.waves(r, c.side(), 0.8, 0.9, 0.03);
    c.below(bank, light.lit(0.36, 0.56, 0.28), light.lit(0.28, 0.46, 0.22), 0.2);
    Ground.tufts(c, r, light.lit(0.26, 0.46, 0.2), 0.84);
    return 0.82;
  }

  static double river(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.5, 0.6);
    Ground.farHills(c, r, light, horizon);
    Ground.grass(c, r, light, horizon);
    double at = r.uniform(0.35, 0.65);
    double turns = r.uniform(3, 6);
    double phase = r.unit() * 6;
    double[] banks = new double[4 * BENDS];
    double[][] bends = new double[BENDS][];
    for (int i = 0; i < BENDS; i++) {
      double y = i / (BENDS - 1.0);
      double middle = at + 0.1 * StrictMath.sin(y * turns + phase) * y;
      double half = 0.015 + 0.19 * StrictMath.pow(y, 1.5);
      double depth = horizon + (1.02 - horizon) * y;
      bends[i] = new double[] {middle, half, depth};
      banks[2 * i] = middle - half;
      banks[2 * i + 1] = depth;
      banks[4 * BENDS - 2 * i - 2] = middle + half;
      banks[4 * BENDS - 2 * i - 1] = depth;
    }
    Rgb blue = light.lit(0.3, 0.58, 0.76);
    c.polygon(blue.toward(light.skyBottom(), 0.4), 1, banks);
    for (int i = 0; i < 14; i++) {
      double[] bend = bends[r.between(4, 22)];
      double x = bend[0] + bend[1] * r.uniform(-0.8, 0.5);
      Rgb bright = blue.times(1.3).clipped();
      c.line(bright, 0.005, 0.7, x, bend[2], x + bend[1] * 0.35, bend[2] - 0.004);
    }
    return horizon + 0.03;
  }

  static double waterfall(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double x = r.uniform(0.3, 0.6);
    double wide = r.uniform(0.12, 0.2);
    double top = r.uniform(0.2, 0.3);
    Rgb stone = light.lit(r.vary(Rgb.of(0.42, 0.42, 0.44)));
    c.below(Profiles.waves(r, c.side(), top, 2, 0.03), stone, stone.times(0.7), 0.5);
    for (int i = 0; i < 30; i++) {
      double px = r.unit();
      double py = r.uniform(top + 0.08, 0.66);
      Rgb shade = stone.times(r.uniform(0.75, 1.1));
      c.polygon(
          shade, 0.7, px, py, px + 0.07, py + 0.02, px + 0.05, py + 0.07, px - 0.02, py + 0.05);
    }
    Rgb white = light.lit(0.9, 0.96, 1);
    c.rectangle(x, top + 0.01, x + wide, 0.74, white.times(0.92));
    for (int i = 0; i < 14; i++) {
      double px = x + wide * r.unit();
      double end = px + r.uniform(-0.01, 0.01);
      c.line(light.lit(0.62, 0.8, 0.92), 0.008, 0.7, px, top + 0.02, end, 0.7);
    }
    Ground.water(c, r, light, 0.7, Rgb.of(0.2, 0.52, 0.62), 0.9);
    for (int i = 0; i < 12; i++) {
      double px = x + wide * r.uniform(-0.15, 1.15);
      c.ellipse(px, 0.71 + r.uniform(-0.015, 0.02), 0.05, 0.025, white, 0.8, 0.7);
    }
    float[] bank = Profiles.waves(r, c.side(), 0.86, 1, 0.02);
    c.below(bank, light.lit(0.3, 0.5, 0.26), light.lit(0.22, 0.4, 0.2));
    return 0.86;
  }

  static double harbour(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.48, 0.54);
    Buildings.row(c, r, light, horizon + 0.01, 0.16, 9, 0.4);
    Ground.water(c, r, light, horizon, Rgb.of(0.2, 0.44, 0.56), 0.84);
    Rgb wood = light.lit(r.vary(Rgb.of(0.55, 0.4, 0.27)));
    c.below(0.82, wood, wood.times(0.85));
    for (int k = 0; k < 9; k++) {
      double x = k / 8.0;
      c.line(wood.times(0.65), 0.004, 1, x + 0.02, 0.82, x + (x - 0.5) * 0.2, 1);
    }
    for (double x : new double[] {0.06, 0.92}) {
      c.rectangle(x, 0.74, x + 0.035, 0.86, wood.times(0.7));
    }
    return 0.84;
  }
}
