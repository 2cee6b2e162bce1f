package dev.lukis.model.sketch;

import dev.lukis.model.scene.Scene.Weather;
import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Rgb;

/** Rain or snow in front of everything. Stateless. */
final class WeatherLayer {
  private static final int DROPS = 170;
  private static final int FLAKES = 130;

  private WeatherLayer() {}

  static void draw(Weather weather, Canvas canvas, Choices place, Frame frame) {
    Choices r = place.of(weather.name());
    switch (weather) {
      case RAIN -> rain(canvas, r, frame);
      case SNOWFALL -> snow(canvas, r, frame);
    }
  }

  private static void rain(Canvas canvas, Choices r, Frame frame) {
    double lean = r.uniform(-0.35, 0.35);
    Rgb drop = Rgb.of(0.84, 0.9, 0.97);
    double unit = frame.shorter();
    for (int i = 0; i < DROPS; i++) {
      double near = r.unit();
      double tall = (0.03 + 0.06 * near) * unit;
      double x = r.unit() * frame.width();
      double y = r.uniform(-0.05, 1) * frame.height();
      double thickness = (0.002 + 0.004 * near) * unit;
      canvas.linePixels(drop, thickness, 0.3 + 0.3 * near, x, y, x + lean * tall, y + tall);
    }
  }

  private static void snow(Canvas canvas, Choices r, Frame frame) {
    double unit = frame.shorter();
    for (int i = 0; i < FLAKES; i++) {
      double near = r.unit();
      double size = (0.004 + 0.009 * near * near) * unit;
      double x = r.unit() * frame.width();
      double y = r.unit() * frame.height();
      canvas.ellipsePixels(x, y, size, size, Rgb.WHITE, 0.75 + 0.2 * near, 0.4);
    }
  }
}
