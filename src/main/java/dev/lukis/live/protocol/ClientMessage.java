package dev.lukis.live.protocol;

import dev.lukis.session.SettingsChange;
import dev.lukis.session.TypingSession;

/** A message of a {@code lukis.v1} client. */
public sealed interface ClientMessage {
  /**
   * Does what the message asks.
   *
   * @throws dev.lukis.session.RefusedException when it cannot be done: nothing has changed
   */
  void applyTo(TypingSession session);

  /** The text is now this. */
  record Prompt(long revision, String text, boolean composing) implements ClientMessage {
    @Override
    public void applyTo(TypingSession session) {
      session.prompt(revision, text, composing);
    }
  }

  /** Enter was pressed. */
  record Commit(long revision) implements ClientMessage {
    @Override
    public void applyTo(TypingSession session) {
      session.commit(revision);
    }
  }

  /** Other settings from now on. */
  record Settings(SettingsChange change) implements ClientMessage {
    @Override
    public void applyTo(TypingSession session) {
      session.change(change);
    }
  }

  /** An image is on screen. */
  record Ack(long image) implements ClientMessage {
    @Override
    public void applyTo(TypingSession session) {
      session.acknowledge(image);
    }
  }

  /** Forget what is running. */
  record Stop() implements ClientMessage {
    @Override
    public void applyTo(TypingSession session) {
      session.stop();
    }
  }
}
