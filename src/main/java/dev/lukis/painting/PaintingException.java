package dev.lukis.painting;

/**
 * An image was not painted, or must not be shown. Carries a stable code and a message that may be
 * shown to a client, so that it crosses process boundaries. Has no stack trace.
 */
public final class PaintingException extends RuntimeException {
  /** The model failed. */
  public static final String FAILED = "generation-failed";

  /** The image classifier blocked the image. */
  public static final String IMAGE_BLOCKED = "image-blocked";

  /** The prompt gate blocked the words. */
  public static final String PROMPT_BLOCKED = "prompt-blocked";

  /** The image could not be encoded or transferred. */
  public static final String NOT_ENCODED = "image-not-sent";

  /** Too many requests are under way. */
  public static final String TOO_MANY = "too-many-requests";

  /** A value of the request is out of range. */
  public static final String OUT_OF_RANGE = "setting-out-of-range";

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String answer;

  /**
   * @param code stable, in kebab-case
   * @param answer in English; names the value and what was expected where there is one
   */
  public PaintingException(String code, String answer) {
    super(answer, null, false, false);
    this.code = code;
    this.answer = answer;
  }

  public String code() {
    return code;
  }

  /** The message. */
  public String answer() {
    return answer;
  }

  /** The failure of a generation whose cause is in the log. */
  public static PaintingException failed() {
    return new PaintingException(FAILED, "the image could not be painted; type on or retry");
  }

  /** The failure of an image that the classifier blocked. */
  public static PaintingException imageBlocked() {
    return new PaintingException(
        IMAGE_BLOCKED,
        "This image is not shown, because it may contain what this server does not show. Other"
            + " words or another seed will help.");
  }
}
