package dev.lukis.painting;

/**
 * The requests of one client. A newer request replaces a waiting one, except commits, each of which
 * is painted. Thread-safe; no method waits.
 */
public interface PaintingChannel extends AutoCloseable {
  /**
   * Asks for an image.
   *
   * @param request its sequence number is above that of every request before; its revision is not
   *     below
   * @return false if the request is a commit and too many commits wait; nothing has changed then
   */
  boolean offer(PaintRequest request);

  /** Cancels waiting and running requests, except commits. */
  void withdraw();

  /** Cancels waiting and running requests, commits too. */
  void stop();

  /** Cancels everything and frees the channel. Images that are on their way may still arrive. */
  @Override
  void close();
}
