package dev.lukis.session;

import java.util.OptionalLong;

/**
 * A request of a client is refused, and nothing has changed. The message names the value and what
 * was expected, and may be shown. Carries no stack trace, because clients cause it at will.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String answer;
  private final transient OptionalLong revision;

  public RefusedException(String code, String message) {
    this(code, message, OptionalLong.empty());
  }

  public RefusedException(String code, String message, long revision) {
    this(code, message, OptionalLong.of(revision));
  }

  private RefusedException(String code, String message, OptionalLong revision) {
    super(message, null, false, false);
    this.code = code;
    this.answer = message;
    this.revision = revision;
  }

  /** Stable, in kebab case. */
  public String code() {
    return code;
  }

  /** The message. */
  public String answer() {
    return answer;
  }

  /** The revision that was refused, where it is about one. */
  public OptionalLong revision() {
    return revision;
  }
}
