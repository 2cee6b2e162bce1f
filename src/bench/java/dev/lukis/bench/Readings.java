package dev.lukis.bench;

import java.util.Arrays;

/**
 * What the typists of one run have experienced. All times are in milliseconds on the clients'
 * clock, wire included. On the clients' event loop only.
 */
public final class Readings {
  /**
   * Of every keystroke: until the first image of its revision or a newer one. Keystrokes that
   * change nothing about the normalised text, or that the server answers with {@code satisfied},
   * need no image and are left out, as are those that the end of the run leaves unanswered: these
   * show in staleness and gap.
   */
  public final Distribution firstImage = new Distribution();

  /**
   * Of the same keystrokes: what the debouncer alone made them wait. Computed by the debouncer with
   * the default timing, adapted to the server's drafts, since the wire does not tell it.
   */
  public final Distribution debounce = new Distribution();

  /** Of every revision that got an image of its own: from sending it until its first image. */
  public final Distribution promptToImage = new Distribution();

  /** From the first edit of a prompt until its settled image. See {@link Screen}. */
  public final Staleness staleness = new Staleness();

  /** From the last edit of a prompt until its final image: includes the server's settle pause. */
  public final Distribution settle = new Distribution();

  /** Images of each typist. */
  public final long[] images;

  // Mutable state
  public long longestGap;
  public long keystrokes;
  public long outOfOrder;
  public long errors;
  public long unsettled;

  public Readings(int typists) {
    this.images = new long[typists];
  }

  /** Starts anew, for what comes after warm-up; the counts of what must not happen stay. */
  public void forget() {
    firstImage.forget();
    promptToImage.forget();
    staleness.forget();
    settle.forget();
    Arrays.fill(images, 0);
    longestGap = 0;
    keystrokes = 0;
  }

  public long totalImages() {
    long sum = 0;
    for (long each : images) {
      sum += each;
    }
    return sum;
  }

  /** The images of the typist who got fewest, as a part of the mean. */
  public double fewest() {
    long fewest = Long.MAX_VALUE;
    for (long each : images) {
      fewest = Math.min(fewest, each);
    }
    return fewest * images.length / (double) totalImages();
  }

  /** The images of the typist who got most, as a multiple of the mean. */
  public double most() {
    long most = 0;
    for (long each : images) {
      most = Math.max(most, each);
    }
    return most * images.length / (double) totalImages();
  }
}
