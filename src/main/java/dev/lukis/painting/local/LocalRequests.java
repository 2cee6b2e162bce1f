package dev.lukis.painting.local;

import dev.lukis.dispatch.GeneratedImage;
import dev.lukis.dispatch.GenerationRequest;
import dev.lukis.painting.ImageHeader;
import dev.lukis.painting.ImageSpec;
import dev.lukis.painting.PaintRequest;
import dev.lukis.pipeline.ImageRequest;

/** Converts the port's requests to the dispatcher's, and back. Stateless. */
final class LocalRequests {
  private LocalRequests() {}

  static GenerationRequest toGeneration(PaintRequest request) {
    ImageSpec image = request.image();
    return new GenerationRequest(
        request.sequence(),
        request.revision(),
        request.plan(),
        new ImageRequest(
            image.prompt(),
            image.negativePrompt(),
            image.seed(),
            image.width(),
            image.height(),
            image.steps(),
            image.guidanceScale(),
            image.tinyDecoder()),
        request.receivedAtNanos());
  }

  static PaintRequest toPaint(GenerationRequest request) {
    ImageRequest image = request.image();
    return new PaintRequest(
        request.sequence(),
        request.revision(),
        request.plan(),
        new ImageSpec(
            image.prompt(),
            image.negativePrompt(),
            image.seed(),
            image.width(),
            image.height(),
            image.steps(),
            image.guidanceScale(),
            image.tinyDecoder()),
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
