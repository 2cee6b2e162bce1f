package dev.lukis.testing;

import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;
import dev.lukis.painting.ImageHeader;
import dev.lukis.painting.PaintRequest;
import dev.lukis.painting.PaintedImage;
import dev.lukis.painting.Plan;

/** Painted images for tests. */
public final class PaintedImages {
  private PaintedImages() {}

  /** A settled image of a prompt, with seed 7. */
  public static PaintedImage of(String prompt, ImageFormat format, byte... bytes) {
    ImageSpec spec = new ImageSpec(prompt, "", 7, 128, 128, 4, 1);
    PaintRequest request = new PaintRequest(1, 1, Plan.SETTLE, spec, 0);
    return new PaintedImage(new ImageHeader(request, 1, 4, 4, true), format, bytes);
  }
}
