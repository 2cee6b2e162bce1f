package dev.lukis.session;

import io.smallrye.mutiny.Uni;

/** The way to a client. Called on the session's executor. */
public interface SessionOutput {
  /** What is shown, or on its way, already matches the revision. */
  void satisfied(long revision);

  /** A revision could not be painted; the session goes on. */
  void failed(long revision, String code, String message);

  /** Something about a prompt that was, or will be, painted all the same. */
  void notice(Notice notice);

  /** Sends an image; completes once it is written. */
  Uni<Void> image(OutgoingImage image);

  /** The client has stopped reading: the connection is to be closed. */
  void stalled();
}
