package dev.lukis.painting.local;

import dev.lukis.dispatch.GeneratedImage;
import dev.lukis.dispatch.GenerationRequest;
import dev.lukis.painting.ImageHeader;
import dev.lukis.painting.PaintRequest;

/** Converts the port's requests to the dispatcher's, and back. Stateless. */
final class LocalRequests {
  private LocalRequests() {}

  static GenerationRequest toGeneration(PaintRequest request) {
    return new GenerationRequest(
        request.sequence(),
        request.revision(),
        request.plan(),
        request.image(),
        request.receivedAtNanos());
  }

  static PaintRequest toPaint(GenerationRequest request) {
    return new PaintRequest(
        request.sequence(),
        request.revision(),
        request.plan(),
        request.image(),
        request.receivedAtNanos());
  }

  static ImageHeader header(GeneratedImage image) {
    return new ImageHeader(
        toPaint(image.request()),
        image.generation(),
        image.step(),
        image.steps(),
        !image.steered());
  }
}
