package dev.lukis.model.sketch.canvas;

import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.Arrays;

/**
 * A picture on which antialiased shapes are painted one over the other. Unless a method says
 * pixels, coordinates are fractions of the side of a square picture, x to the right and y down. Not
 * thread-safe.
 */
public final class Canvas {
  private static final int COLOURS = 3;

  private final int width;
  private final int height;
  private final float[] red;
  private final float[] green;
  private final float[] blue;
  private final Coverage coverage = new Coverage();

  public Canvas(int side) {
    this(side, side);
  }

  private Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.red = new float[width * height];
    this.green = new float[width * height];
    this.blue = new float[width * height];
  }

  /** An opacity 0..1 for each pixel. */
  public interface Opacity {
    /**
     * @param x in pixels
     * @param y in pixels
     */
    double at(int x, int y);
  }

  public int side() {
    return width;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** A vertical gradient over the whole picture. */
  public void gradient(Rgb top, Rgb bottom, double start, double end) {
    for (int y = 0; y < height; y++) {
      double t = clipped(((y + 0.5) / height - start) / (end - start));
      Rgb colour = top.toward(bottom, t);
      int from = y * width;
      Arrays.fill(red, from, from + width, colour.red());
      Arrays.fill(green, from, from + width, colour.green());
      Arrays.fill(blue, from, from + width, colour.blue());
    }
  }

  public void gradient(Rgb top, Rgb bottom) {
    gradient(top, bottom, 0, 1);
  }

  /**
   * Everything below the line y = profile[x]; the colour goes from top to bottom.
   *
   * @param profile for each column
   * @param depth below the line at which the bottom's colour is reached
   */
  public void below(float[] profile, Rgb top, Rgb bottom, double depth) {
    Rgb change = bottom.plus(top.times(-1));
    float perDepth = (float) (1 / depth);
    for (int y = 0; y < height; y++) {
      float middle = (y + 0.5f) / height;
      for (int x = 0; x < width; x++) {
        float distance = middle - profile[x];
        float opacity = Math.min(distance * height + 0.5f, 1);
        if (opacity > 0) {
          float t = Math.min(Math.max(distance * perDepth, 0), 1);
          int i = y * width + x;
          red[i] += (top.red() + change.red() * t - red[i]) * opacity;
          green[i] += (top.green() + change.green() * t - green[i]) * opacity;
          blue[i] += (top.blue() + change.blue() * t - blue[i]) * opacity;
        }
      }
    }
  }

  public void below(float[] profile, Rgb top, Rgb bottom) {
    below(profile, top, bottom, 0.25);
  }

  /** Everything below a level. */
  public void below(double level, Rgb top, Rgb bottom, double depth) {
    below(Profiles.level(width, level), top, bottom, depth);
  }

  public void below(double level, Rgb top, Rgb bottom) {
    below(level, top, bottom, 0.25);
  }

  /**
   * @param corners x and y of each
   */
  public void polygon(Rgb colour, double opacity, double... corners) {
    double[] xs = new double[corners.length / 2];
    double[] ys = new double[corners.length / 2];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = corners[2 * i] * width;
      ys[i] = corners[2 * i + 1] * height;
    }
    coverage.polygon(xs, ys, height);
    int left = Math.max(0, coverage.left());
    int right = Math.min(width, coverage.right());
    for (int y = coverage.top(); y < coverage.bottom(); y++) {
      for (int x = left; x < right; x++) {
        over(y * width + x, colour, coverage.at(x, y) * (float) opacity);
      }
    }
  }

  public void rectangle(
      double left, double top, double right, double bottom, Rgb colour, double opacity) {
    polygon(colour, opacity, left, top, right, top, right, bottom, left, bottom);
  }

  public void rectangle(double left, double top, double right, double bottom, Rgb colour) {
    rectangle(left, top, right, bottom, colour, 1);
  }

  public void ellipse(double x, double y, double rx, double ry, Rgb colour) {
    ellipse(x, y, rx, ry, colour, 1, 0);
  }

  public void ellipse(double x, double y, double rx, double ry, Rgb colour, double opacity) {
    ellipse(x, y, rx, ry, colour, opacity, 0);
  }

  /**
   * @param soft the part of the radius over which the edge fades
   */
  public void ellipse(
      double x, double y, double rx, double ry, Rgb colour, double opacity, double soft) {
    ellipsePixels(x * width, y * height, rx * width, ry * height, colour, opacity, soft);
  }

  /** The same in pixels. */
  public void ellipsePixels(
      double x, double y, double rx, double ry, Rgb colour, double opacity, double soft) {
    float edge = (float) Math.max(soft, 1 / Math.min(rx, ry));
    float bias = soft == 0 ? 0.5f : 0;
    int right = within(x + rx + 3, width);
    int bottom = within(y + ry + 3, height);
    for (int row = within(y - ry - 2, height); row < bottom; row++) {
      double dy = (row + 0.5 - y) / ry;
      for (int column = within(x - rx - 2, width); column < right; column++) {
        double dx = (column + 0.5 - x) / rx;
        float distance = (float) Math.sqrt(dx * dx + dy * dy);
        float inside = Math.min((1 - distance) / edge + bias, 1);
        over(row * width + column, colour, inside * (float) opacity);
      }
    }
  }

  /**
   * A line of segments with round ends.
   *
   * @param thickness at least a pixel is drawn
   * @param points x and y of each
   */
  public void line(Rgb colour, double thickness, double opacity, double... points) {
    double[] pixels = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      pixels[i] = points[i] * width;
    }
    linePixels(colour, thickness * width, opacity, pixels);
  }

  /** The same in pixels. */
  public void linePixels(Rgb colour, double thickness, double opacity, double... points) {
    float half = Math.max(1, Math.round(thickness)) / 2f;
    Stroke stroke = Stroke.of(points, half, width, height);
    for (int y = stroke.top(); y < stroke.bottom(); y++) {
      for (int x = stroke.left(); x < stroke.right(); x++) {
        over(y * width + x, colour, stroke.at(x, y) * (float) opacity);
      }
    }
  }

  /** Light added around a point. */
  public void glow(double x, double y, double radius, Rgb colour, double strength) {
    float[] across = bell(width, x, radius);
    float[] down = bell(height, y, radius);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width && down[row] > 0.0005f; column++) {
        float light = across[column] * down[row] * (float) strength;
        if (light > 0.0005f) {
          int i = row * width + column;
          red[i] += light * colour.red() * (1 - red[i] * 0.8f);
          green[i] += light * colour.green() * (1 - green[i] * 0.8f);
          blue[i] += light * colour.blue() * (1 - blue[i] * 0.8f);
        }
      }
    }
  }

  private static float[] bell(int count, double middle, double radius) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      double distance = ((i + 0.5) / count - middle) / radius;
      values[i] = (float) StrictMath.exp(-distance * distance);
    }
    return values;
  }

  /** A colour laid over everything. */
  public void tint(Opacity opacity, Rgb colour) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        over(y * width + x, colour, (float) opacity.at(x, y));
      }
    }
  }

  /** Lays a colour over one pixel. */
  public void over(int x, int y, Rgb colour, float opacity) {
    over(y * width + x, colour, opacity);
  }

  private void over(int i, Rgb colour, float opacity) {
    if (opacity > 0) {
      red[i] += (colour.red() - red[i]) * opacity;
      green[i] += (colour.green() - green[i]) * opacity;
      blue[i] += (colour.blue() - blue[i]) * opacity;
    }
  }

  /**
   * Lays a drawing over the picture, cut at its edges.
   *
   * @param planes red, green, blue and opacity, each [tall, wide] in 0..1
   * @param left in pixels
   * @param top in pixels
   */
  public void stamp(float[][] planes, int wide, int left, int top) {
    int tall = planes[0].length / wide;
    for (int y = Math.max(0, -top); y < Math.min(tall, height - top); y++) {
      for (int x = Math.max(0, -left); x < Math.min(wide, width - left); x++) {
        int from = y * wide + x;
        int i = (top + y) * width + left + x;
        float opacity = planes[COLOURS][from];
        red[i] += (planes[0][from] - red[i]) * opacity;
        green[i] += (planes[1][from] - green[i]) * opacity;
        blue[i] += (planes[2][from] - blue[i]) * opacity;
      }
    }
  }

  /** Left becomes right. */
  public void mirror() {
    for (float[] plane : new float[][] {red, green, blue}) {
      for (int from = 0; from < plane.length; from += width) {
        for (int a = from, b = from + width - 1; a < b; a++, b--) {
          float kept = plane[a];
          plane[a] = plane[b];
          plane[b] = kept;
        }
      }
    }
  }

  /** A part of the picture, in pixels, copied. */
  public Canvas window(int left, int top, int wide, int tall) {
    Canvas part = new Canvas(wide, tall);
    for (int y = 0; y < tall; y++) {
      int from = (top + y) * width + left;
      System.arraycopy(red, from, part.red, y * wide, wide);
      System.arraycopy(green, from, part.green, y * wide, wide);
      System.arraycopy(blue, from, part.blue, y * wide, wide);
    }
    return part;
  }

  /** Limits all colours to 0..1. */
  public void clip() {
    for (float[] plane : new float[][] {red, green, blue}) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = Math.min(Math.max(plane[i], 0), 1);
      }
    }
  }

  /** The picture [3, height, width] in [-1, 1]. */
  public Tensor pixels() {
    int size = width * height;
    float[] pixels = new float[COLOURS * size];
    for (int i = 0; i < size; i++) {
      pixels[i] = 2 * red[i] - 1;
      pixels[size + i] = 2 * green[i] - 1;
      pixels[2 * size + i] = 2 * blue[i] - 1;
    }
    return new Tensor(Shape.of(COLOURS, height, width), pixels);
  }

  private static int within(double pixel, int limit) {
    return (int) Math.min(Math.max(pixel, 0), limit);
  }

  private static double clipped(double value) {
    return Math.min(Math.max(value, 0), 1);
  }
}
