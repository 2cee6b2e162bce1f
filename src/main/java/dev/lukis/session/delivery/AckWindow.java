package dev.lukis.session.delivery;

/**
 * How many images may be sent ahead of the client's acknowledgements. Images are numbered from 1 as
 * they are written; an image that is not written takes no credit. Not thread-safe.
 */
public final class AckWindow {
  /** Images that may be unacknowledged. */
  public static final int CREDIT = 2;

  // Mutable state
  private boolean required;
  private long written;
  private long acknowledged;

  /**
   * @param required whether the client acknowledges images
   */
  public AckWindow(boolean required) {
    this.required = required;
  }

  /** Changes whether acknowledgements are required; images sent before count as acknowledged. */
  public void require(boolean now) {
    required = now;
    if (!now) {
      acknowledged = written;
    }
  }

  /** Whether another image may be written. */
  public boolean open() {
    return written - acknowledged < CREDIT;
  }

  /**
   * An image is being written.
   *
   * @return its number
   */
  public long take() {
    written++;
    if (!required) {
      acknowledged = written;
    }
    return written;
  }

  /**
   * The client has an image and all images before it.
   *
   * @return false if no such image is unacknowledged; nothing has changed then
   */
  public boolean acknowledge(long number) {
    if (number <= acknowledged || number > written) {
      return false;
    }
    acknowledged = number;
    return true;
  }

  /** The numbers that may be acknowledged, in words. */
  public String unacknowledged() {
    return acknowledged == written ? "none is" : (acknowledged + 1) + ".." + written;
  }
}
