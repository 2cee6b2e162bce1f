package dev.lukis.session;

import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;
import dev.lukis.painting.PaintingException;

/**
 * What a session accepts.
 *
 * @param promptLength characters (UTF-16 units) of a prompt or negative prompt at most
 * @param sizes which image sizes the model paints
 */
public record SessionLimits(int promptLength, Sizes sizes) {
  /** The largest seed: the largest whole number that every JSON reader keeps exact. */
  public static final long MAX_SEED = (1L << 53) - 1;

  /** The largest guidance scale. */
  public static final float MAX_GUIDANCE_SCALE = 30;

  /** The largest number of denoising steps. */
  public static final int MAX_STEPS = 100;

  /** The image sizes that a model paints. */
  public interface Sizes {
    boolean supports(int width, int height);

    /** In words. */
    String supported();
  }

  /**
   * @throws RefusedException when a revision does not rise
   */
  static void checkRises(long revision, long newest) {
    if (revision <= newest) {
      throw new RefusedException(
          "revision-not-rising",
          "revision: " + revision + " (expected: > " + newest + ")",
          revision);
    }
  }

  /**
   * @throws RefusedException when a revision is not the newest
   */
  static void checkNewest(long revision, long newest) {
    if (revision != newest) {
      throw new RefusedException(
          "unknown-revision",
          "revision: " + revision + " (expected: " + newest + ", the newest)",
          revision);
    }
  }

  /**
   * @throws RefusedException when the prompt is too long
   */
  void checkPrompt(String prompt, long revision) {
    if (prompt.length() > promptLength) {
      throw new RefusedException("prompt-too-long", tooLong("text", prompt), revision);
    }
  }

  /**
   * @throws RefusedException when a setting is out of range
   */
  void check(SessionSettings settings) {
    if (settings.seed() < 0 || settings.seed() > MAX_SEED) {
      throw outOfRange("seed: " + settings.seed() + " (expected: 0.." + MAX_SEED + ")");
    }
    if (!sizes.supports(settings.width(), settings.height())) {
      throw outOfRange(
          "width and height: "
              + settings.width()
              + " x "
              + settings.height()
              + " (expected: "
              + sizes.supported()
              + ")");
    }
    Float scale = settings.guidanceScale();
    if (scale != null) {
      checkGuidance(scale);
    }
    if (settings.negativePrompt().length() > promptLength) {
      throw outOfRange(tooLong("negativePrompt", settings.negativePrompt()));
    }
  }

  /**
   * Checks an image that no session asks for.
   *
   * @throws PaintingException if a value is out of range
   */
  public void check(ImageSpec image) {
    try {
      checkPrompt(image.prompt(), 0);
      check(
          new SessionSettings(
              image.seed(),
              image.width(),
              image.height(),
              image.guidanceScale(),
              image.negativePrompt(),
              ImageFormat.PNG,
              false));
    } catch (RefusedException e) {
      throw new PaintingException(PaintingException.OUT_OF_RANGE, e.answer());
    }
    if (image.steps() < 1 || image.steps() > MAX_STEPS) {
      throw new PaintingException(
          PaintingException.OUT_OF_RANGE,
          "steps: " + image.steps() + " (expected: 1.." + MAX_STEPS + ")");
    }
  }

  private static void checkGuidance(float scale) {
    if (!(scale >= 0 && scale <= MAX_GUIDANCE_SCALE)) {
      throw outOfRange("guidanceScale: " + scale + " (expected: 0.." + MAX_GUIDANCE_SCALE + ")");
    }
  }

  private String tooLong(String field, String value) {
    return field + ": " + value.length() + " characters (expected: at most " + promptLength + ")";
  }

  private static RefusedException outOfRange(String message) {
    return new RefusedException("setting-out-of-range", message);
  }
}
