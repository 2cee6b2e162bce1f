package dev.lukis.session;

import dev.lukis.dispatch.GeneratedImage;
import dev.lukis.dispatch.GenerationRequest;
import dev.lukis.dispatch.Plan;
import dev.lukis.image.ImageFormat;
import dev.lukis.safety.Safety;
import java.util.function.Function;

/**
 * An image on its way to a client.
 *
 * @param request what it answers
 * @param generation that made it
 * @param step how many steps it has seen
 * @param steps how many it was to see
 * @param pure whether it is what the request alone gives, and not a steered generation's
 * @param encoder gives the encoded image; may take a while; refuses one that may not be shown
 */
public record Picture(
    GenerationRequest request,
    long generation,
    int step,
    int steps,
    boolean pure,
    Function<ImageFormat, byte[]> encoder) {

  static Picture of(GeneratedImage image, Safety safety) {
    return new Picture(
        image.request(),
        image.generation(),
        image.step(),
        image.steps(),
        !image.steered(),
        format -> examined(image, safety, format));
  }

  private static byte[] examined(GeneratedImage image, Safety safety, ImageFormat format) {
    if (!safety.allows(image.pixels())) {
      throw Blocked.image(image.request().revision());
    }
    return format.encode(image.pixels());
  }

  /** The same, without its pixels. */
  Picture encoded(byte[] bytes) {
    return new Picture(request, generation, step, steps, pure, format -> bytes);
  }

  /** The same, as if it were asked for now. */
  Picture askedAt(long now) {
    GenerationRequest again =
        new GenerationRequest(request.revision(), request.plan(), request.image(), now);
    return new Picture(again, generation, step, steps, pure, encoder);
  }

  /** Whether more steps follow. */
  public boolean preview() {
    return step < steps;
  }

  /** Whether it is the best image there will be of its revision. */
  public boolean settled() {
    return !preview() && request.plan() != Plan.DRAFT;
  }

  /** Whether it was asked for by Enter, and so must reach the client. */
  boolean committed() {
    return settled() && request.plan() == Plan.COMMIT;
  }
}
