package dev.lukis.live.protocol;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.lukis.model.ModelCard;
import dev.lukis.session.SessionLimits;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionState;
import java.time.Duration;
import java.util.Optional;

/**
 * The part of the message {@code ready} that is the same for all clients.
 *
 * @param model the loaded model
 * @param limits upper bounds of what clients send
 */
public record ReadyInfo(Model model, Limits limits) {
  /** The loaded model; sizes in pixels. */
  @JsonPropertyOrder({"name", "width", "height", "steps"})
  public record Model(String name, int width, int height, int steps) {}

  /** Upper bounds of what clients send. */
  @JsonPropertyOrder({"promptLength", "maxSeed", "maxGuidanceScale", "resizable"})
  public record Limits(int promptLength, long maxSeed, float maxGuidanceScale, boolean resizable) {}

  /**
   * The message {@code ready} to one client.
   *
   * @param settings of the session
   * @param token with which the session can be resumed
   * @param within how long after the connection was lost it can be resumed
   * @param resumed the state that the session goes on from
   */
  public record Ready(
      ReadyInfo info,
      SessionSettings settings,
      String token,
      Duration within,
      Optional<SessionState> resumed) {}

  public static ReadyInfo of(ModelCard card, int promptLength) {
    return new ReadyInfo(
        new Model(card.name(), card.width(), card.height(), card.settle().steps()),
        new Limits(
            promptLength,
            SessionLimits.MAX_SEED,
            SessionLimits.MAX_GUIDANCE_SCALE,
            card.resizable()));
  }
}
