package dev.lukis.dispatch;

import dev.lukis.image.ImageSpec;
import dev.lukis.painting.Plan;

/** Requests as people at one kind of page make them. */
final class Requests {
  static final int SIZE = 128;
  static final int STEPS = 2;

  private Requests() {}

  static GenerationRequest draft(long revision) {
    return new GenerationRequest(
        revision,
        revision,
        Plan.DRAFT,
        new ImageSpec("a red balloon on the beach", "", 1, SIZE, SIZE, STEPS, 1),
        revision);
  }
}
