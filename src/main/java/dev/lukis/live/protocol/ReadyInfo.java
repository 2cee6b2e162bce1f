package dev.lukis.live.protocol;

import dev.lukis.model.ModelCard;
import dev.lukis.session.SessionLimits;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionState;
import java.time.Duration;
import java.util.Optional;

/**
 * What a client is told at first, the same for all.
 *
 * @param model what paints
 * @param limits what is accepted
 */
public record ReadyInfo(Model model, Limits limits) {
  /** What paints. */
  record Model(String name, int width, int height, int steps) {}

  /** What is accepted. */
  record Limits(int promptLength, long maxSeed, float maxGuidanceScale, boolean resizable) {}

  /**
   * What one client is told at first.
   *
   * @param settings of the session
   * @param token with which it can be taken up again
   * @param within how long after the connection was lost
   * @param resumed what was taken up
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
