package dev.lukis.session;

import dev.lukis.painting.PaintedImage;
import io.smallrye.mutiny.Uni;

/** Sends a session's messages to its client. Called on the session's executor. */
public interface SessionOutput {
  /** What is shown, or on its way, already matches the revision. */
  void satisfied(long revision);

  /** A revision could not be painted; the session goes on. */
  void failed(long revision, String code, String message);

  /** A remark on a prompt, which is painted nevertheless. */
  void notice(Notice notice);

  /**
   * Sends an image.
   *
   * @param number rises by 1 from image to image of a session, from 1
   * @param elapsedMillis since its revision reached the server
   * @return completes once it is written
   */
  Uni<Void> image(long number, PaintedImage image, long elapsedMillis);

  /** The client has stopped reading: the connection is to be closed. */
  void stalled();
}
