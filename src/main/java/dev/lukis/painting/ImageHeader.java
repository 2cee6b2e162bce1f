package dev.lukis.painting;

/**
 * What is known of an image without its bytes.
 *
 * @param request what it answers, with the prompt, the seed and the settings it was made of
 * @param generation which generation made it; rises with every generation of a device
 * @param step how many denoising steps it has seen
 * @param steps how many it was to see
 * @param pure whether its request alone decides its pixels; false if it was steered from older
 *     words
 */
public record ImageHeader(
    PaintRequest request, long generation, int step, int steps, boolean pure) {

  ImageHeader answering(PaintRequest other) {
    return new ImageHeader(other, generation, step, steps, pure);
  }

  public long revision() {
    return request.revision();
  }

  /** Whether more steps follow. */
  public boolean preview() {
    return step < steps;
  }

  /** Whether it is the best image there will be of its revision. */
  public boolean settled() {
    return !preview() && request.plan() != Plan.DRAFT;
  }

  /** Whether it is the final image of a commit, which must reach the client. */
  public boolean committed() {
    return !preview() && request.plan() == Plan.COMMIT;
  }
}
