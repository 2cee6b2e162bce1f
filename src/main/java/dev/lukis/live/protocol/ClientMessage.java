package dev.lukis.live.protocol;

import dev.lukis.session.SettingsChange;
import dev.lukis.session.TypingSession;

/** A message of a {@code lukis.v1} client. */
public sealed interface ClientMessage {
  /**
   * Applies the message to a session.
   *
   * @throws dev.lukis.session.RefusedException when it cannot be followed: nothing has changed
   */
  void applyTo(TypingSession session);

  /** The whole text, after an edit. */
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

  /** Changes settings. */
  record Settings(SettingsChange change) implements ClientMessage {
    @Override
    public void applyTo(TypingSession session) {
      session.change(change);
    }
  }

  /** The client has received and decoded an image, and all before it. */
  record Ack(long image) implements ClientMessage {
    @Override
    public void applyTo(TypingSession session) {
      session.acknowledge(image);
    }
  }

  /** Cancels the waiting and the running generations. */
  record Stop() implements ClientMessage {
    @Override
    public void applyTo(TypingSession session) {
      session.stop();
    }
  }
}
