package dev.lukis.live.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lukis.session.SettingsChange;
import dev.lukis.session.TypingSession;

/** A message of a {@code lukis.v1} client. Its JSON has the type's name in {@code type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ClientMessage.Prompt.class, name = "prompt"),
  @JsonSubTypes.Type(value = ClientMessage.Commit.class, name = "commit"),
  @JsonSubTypes.Type(value = ClientMessage.Settings.class, name = "settings"),
  @JsonSubTypes.Type(value = ClientMessage.Ack.class, name = "ack"),
  @JsonSubTypes.Type(value = ClientMessage.Stop.class, name = "stop")
})
public sealed interface ClientMessage {
  /**
   * Applies the message to a session.
   *
   * @throws dev.lukis.session.RefusedException when it cannot be followed: nothing has changed
   */
  void applyTo(TypingSession session);

  /** The whole text, after an edit. */
  record Prompt(
      @JsonProperty(required = true) long revision,
      @JsonProperty(required = true) String text,
      boolean composing)
      implements ClientMessage {
    @Override
    public void applyTo(TypingSession session) {
      session.prompt(revision, text, composing);
    }
  }

  /** Enter was pressed. */
  record Commit(@JsonProperty(required = true) long revision) implements ClientMessage {
    @Override
    public void applyTo(TypingSession session) {
      session.commit(revision);
    }
  }

  /** Changes settings. In JSON, the changed settings are fields of the message itself. */
  record Settings(SettingsChange change) implements ClientMessage {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Settings {}

    @Override
    public void applyTo(TypingSession session) {
      session.change(change);
    }
  }

  /** The client has received and decoded an image, and all before it. */
  record Ack(@JsonProperty(required = true) long image) implements ClientMessage {
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
