package dev.lukis.bench;

import java.util.Arrays;

/**
 * What the typists of one run have experienced. All times are in milliseconds on the clients'
 * clock, wire included. On the clients' event loop only.
 */
final class Readings {
  /**
   * Of every keystroke: until the first image of its revision or a newer one. Keystrokes that
   * change nothing about the normalised text, or that the server answers with {@code satisfied},
   * need no image and are left out, as are those that the end of the run leaves unanswered: these
   * show in staleness and gap.
   */
  final Distribution firstImage = new Distribution();

  /**
   * Of the same keystrokes: what the debouncer alone made them wait. Computed by the debouncer with
   * the default timing, adapted to the server's drafts, since the wire does not tell it.
   */
  final Distribution debounce = new Distribution();

  /** Of every revision that got an image of its own: from sending it until its first image. */
  final Distribution promptToImage = new Distribution();

  /** From the first edit of a prompt until its settled image. See {@link Screen}. */
  final Staleness staleness = new Staleness();

  /** From the last edit of a prompt until its final image: includes the server's settle pause. */
  final Distribution settle = new Distribution();

  /** Images of each typist. */
  final long[] images;

  // Mutable state
  long longestGap;
  long keystrokes;
  long outOfOrder;
  long errors;
  long unsettled;

  Readings(int typists) {
    this.images = new long[typists];
  }

  /** Starts anew, for what comes after warm-up; the counts of what must not happen stay. */
  void forget() {
    firstImage.forget();
    promptToImage.forget();
    staleness.forget();
    settle.forget();
    Arrays.fill(images, 0);
    longestGap = 0;
    keystrokes = 0;
  }

  long totalImages() {
    long sum = 0;
    for (long each : images) {
      sum += each;
    }
    return sum;
  }

  /** The images of the typist who got fewest, as a part of the mean. */
  double fewest() {
    long fewest = Long.MAX_VALUE;
    for (long each : images) {
      fewest = Math.min(fewest, each);
    }
    return fewest * images.length / (double) totalImages();
  }

  /** The images of the typist who got most, as a multiple of the mean. */
  double most() {
    long most = 0;
    for (long each : images) {
      most = Math.max(most, each);
    }
    return most * images.length / (double) totalImages();
  }
}
