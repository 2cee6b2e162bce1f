package dev.lukis.dispatch;

/**
 * Receives the results of a session's generations on the denoising thread. Implementations must
 * return at once. The revisions of one session's images never fall.
 */
public interface GenerationListener {
  void onImage(GeneratedImage image);

  /** A generation ended without an image; the session goes on. */
  void onFailure(GenerationRequest request, RuntimeException cause);
}
