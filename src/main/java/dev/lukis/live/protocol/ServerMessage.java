package dev.lukis.live.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.lukis.image.ImageSpec;
import dev.lukis.painting.PaintedImage;
import dev.lukis.session.RefusedException;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionState;
import dev.lukis.session.SettingsChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a {@code lukis.v1} server, or the header of an image. The components are the fields
 * of its JSON, behind {@code type}; those that are null are left out.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ServerMessage {
  /** Which message it is. */
  @JsonProperty
  String type();

  /**
   * The session is open.
   *
   * @param session id of the connection
   * @param resumed the state that the session goes on from, if it was resumed
   */
  @JsonPropertyOrder({"type", "session", "model", "limits", "seed", "resume", "resumed"})
  record Ready(
      String session,
      ReadyInfo.Model model,
      ReadyInfo.Limits limits,
      long seed,
      Resume resume,
      @Nullable Resumed resumed)
      implements ServerMessage {
    @Override
    public String type() {
      return "ready";
    }

    /**
     * @param session id of the connection
     */
    public static Ready of(String session, ReadyInfo.Ready ready) {
      return new Ready(
          session,
          ready.info().model(),
          ready.info().limits(),
          ready.settings().seed(),
          new Resume(ready.token(), ready.within().toMillis()),
          ready.resumed().map(Resumed::of).orElse(null));
    }
  }

  /** With which token, and for how many milliseconds, a lost connection can be resumed. */
  @JsonPropertyOrder({"token", "withinMs"})
  record Resume(String token, long withinMs) {}

  /** The state of a resumed session. */
  @JsonPropertyOrder({"revision", "text", "settings"})
  record Resumed(long revision, String text, SettingsChange settings) {
    static Resumed of(SessionState state) {
      return new Resumed(state.revision(), state.text(), asSent(state.settings()));
    }

    // As a client would send them.
    private static SettingsChange asSent(SessionSettings settings) {
      return new SettingsChange(
          settings.seed(),
          settings.width(),
          settings.height(),
          settings.guidanceScale(),
          settings.negativePrompt(),
          settings.format(),
          settings.acks());
    }
  }

  /** The client waits for admission. Position 1 is next. */
  @JsonPropertyOrder({"type", "revision", "position"})
  record Queued(long revision, int position) implements ServerMessage {
    @Override
    public String type() {
      return "queued";
    }
  }

  /** The newest image already matches a revision. */
  @JsonPropertyOrder({"type", "revision"})
  record Satisfied(long revision) implements ServerMessage {
    @Override
    public String type() {
      return "satisfied";
    }
  }

  /**
   * Something was refused or failed.
   *
   * @param revision the affected one, if there is one
   */
  @JsonPropertyOrder({"type", "code", "message", "revision"})
  record Error(String code, String message, @Nullable Long revision) implements ServerMessage {
    @Override
    public String type() {
      return "error";
    }

    public static Error of(RefusedException refused) {
      Long revision = refused.revision().isPresent() ? (Long) refused.revision().getAsLong() : null;
      return new Error(refused.code(), refused.answer(), revision);
    }
  }

  /**
   * Information about a prompt that is painted anyway.
   *
   * @param words left out if empty
   */
  @JsonPropertyOrder({"type", "code", "message", "revision", "words"})
  record Notice(
      String code,
      String message,
      long revision,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> words)
      implements ServerMessage {
    @Override
    public String type() {
      return "notice";
    }

    public static Notice of(dev.lukis.session.Notice notice) {
      return new Notice(notice.code(), notice.message(), notice.revision(), notice.words());
    }
  }

  /**
   * The header of an image.
   *
   * @param type {@code preview} if more steps follow, otherwise {@code image}
   * @param image number of the image
   * @param settled whether no better image of its revision follows
   * @param elapsedMs since the revision, or its commit, was received
   */
  @JsonPropertyOrder({
    "type",
    "image",
    "revision",
    "generation",
    "step",
    "steps",
    "seed",
    "width",
    "height",
    "mime",
    "final",
    "elapsedMs"
  })
  record ImageHeader(
      String type,
      long image,
      long revision,
      long generation,
      int step,
      int steps,
      long seed,
      int width,
      int height,
      String mime,
      @JsonProperty("final") boolean settled,
      long elapsedMs)
      implements ServerMessage {
    static ImageHeader of(long number, PaintedImage image, long elapsedMillis) {
      dev.lukis.painting.ImageHeader header = image.header();
      ImageSpec spec = header.request().image();
      return new ImageHeader(
          header.preview() ? "preview" : "image",
          number,
          header.revision(),
          header.generation(),
          header.step(),
          header.steps(),
          spec.seed(),
          spec.width(),
          spec.height(),
          image.format().mime(),
          header.settled(),
          elapsedMillis);
    }
  }
}
