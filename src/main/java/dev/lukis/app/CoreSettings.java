package dev.lukis.app;

import dev.lukis.config.LukisConfig;
import dev.lukis.dispatch.DispatchSettings;
import dev.lukis.dispatch.FinishPolicy;
import dev.lukis.dispatch.RestartPolicy;
import dev.lukis.dispatch.SteerPolicy;
import dev.lukis.dispatch.SupersessionPolicy;
import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;
import dev.lukis.model.ModelCard;
import dev.lukis.session.PlanSettings;
import dev.lukis.session.SessionLimits;
import dev.lukis.session.SessionProfile;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.typing.DebounceTiming;

/** Configuration and model card, as the records that the core works with. Stateless. */
final class CoreSettings {
  /** One-shot images that may be under way at the same time. */
  static final int ONE_SHOTS = 16;

  private CoreSettings() {}

  static DispatchSettings dispatch(LukisConfig config, ModelCard card) {
    LukisConfig.Live live = config.live();
    return new DispatchSettings(
        policy(live, card),
        config.batchCap().orElse(0),
        live.maxStaleness(),
        live.settlePatience());
  }

  private static SupersessionPolicy policy(LukisConfig.Live live, ModelCard card) {
    return switch (live.onNewRevision()) {
      case STEER -> new SteerPolicy(live.steerNoise().orElse(card.steerNoise()));
      case RESTART -> new RestartPolicy();
      case FINISH -> new FinishPolicy();
    };
  }

  static SessionProfile profile(LukisConfig config, ModelCard card) {
    LukisConfig.Live live = config.live();
    DebounceTiming debounce =
        new DebounceTiming(
            live.quiet(), live.quietMin(), live.quietMax(), live.maxWait(), live.idle());
    PlanSettings plans =
        new PlanSettings(
            card.draft().steps(),
            card.draft().guidanceScale(),
            card.settle().steps(),
            card.settle().guidanceScale());
    SessionLimits limits = new SessionLimits(config.promptLength(), sizes(card));
    return new SessionProfile(debounce, live.settleAfter(), live.writeDeadline(), limits, plans);
  }

  private static SessionLimits.Sizes sizes(ModelCard card) {
    return new SessionLimits.Sizes() {
      @Override
      public boolean supports(int width, int height) {
        return card.supports(width, height);
      }

      @Override
      public String supported() {
        return card.supportedSizes();
      }
    };
  }

  /** Settings of a new session. */
  static SessionSettings first(ModelCard card, long seed) {
    return new SessionSettings(
        seed, card.width(), card.height(), null, "", ImageFormat.JPEG, false);
  }

  /** A typical draft. */
  static ImageSpec typicalDraft(ModelCard card) {
    return new ImageSpec(
        "a red balloon on the beach",
        "",
        0,
        card.width(),
        card.height(),
        card.draft().steps(),
        card.draft().guidanceScale());
  }
}
