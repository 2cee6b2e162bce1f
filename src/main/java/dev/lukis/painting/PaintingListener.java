package dev.lukis.painting;

/**
 * Receives what comes of a channel's requests. Called on any thread, one call at a time; an
 * implementation hands on and returns. The sequence numbers of one channel's images never fall.
 */
public interface PaintingListener {
  /** A preview or a finished image exists and can be fetched. */
  void onImage(FetchableImage image);

  /**
   * A request ended without an image.
   *
   * @param failure why
   */
  void onFailure(PaintRequest request, PaintingException failure);
}
