package dev.lukis.web;

import dev.lukis.dispatch.Dispatcher;
import dev.lukis.dispatch.FinishPolicy;
import dev.lukis.dispatch.RestartPolicy;
import dev.lukis.dispatch.SteerPolicy;
import dev.lukis.dispatch.SupersessionPolicy;
import dev.lukis.image.ImageFormat;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.ModelCard;
import dev.lukis.model.ModelException;
import dev.lukis.pipeline.DiffusionPipeline;
import dev.lukis.session.DebounceTiming;
import dev.lukis.session.Paints;
import dev.lukis.session.SessionLimits;
import dev.lukis.session.SessionProfile;
import dev.lukis.session.SessionSettings;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;

/**
 * The loaded model and its dispatcher, as the configuration wants them: one for the application.
 */
@Startup
@Singleton
class Studio {
  private static final Logger LOG = Logger.getLogger(Studio.class.getName());

  /** Words still show in a draft with this part of its noise left. */
  private static final float ENOUGH_NOISE = 0.6f;

  /** Seeds given out are small enough to be read aloud. */
  private static final int SEEDS = 1_000_000;

  private final Dispatcher dispatcher;
  private final Greeting greeting;
  private final SessionProfile profile;
  private final ModelCard card;

  @Inject
  Studio(LukisConfig config) {
    int threads = config.threads().orElse(Runtime.getRuntime().availableProcessors());
    DiffusionModel model = load(config.model(), threads);
    this.card = model.card();
    this.dispatcher =
        Dispatcher.start(
            new DiffusionPipeline(model), policy(config.live().onNewRevision()), config.batchCap());
    this.greeting = Greeting.of(card, config.promptLength());
    this.profile = profile(config, card);
    LOG.info(() -> "%s paints %d x %d".formatted(card.name(), card.width(), card.height()));
  }

  // An operator is told in one line what is wrong with the model; the stack would say no more.
  private static DiffusionModel load(String location, int threads) {
    try {
      return DiffusionModel.load(location, threads);
    } catch (ModelException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }

  private static SupersessionPolicy policy(LukisConfig.OnNewRevision name) {
    return switch (name) {
      case STEER -> new SteerPolicy(ENOUGH_NOISE);
      case RESTART -> new RestartPolicy();
      case FINISH -> new FinishPolicy();
    };
  }

  private static SessionProfile profile(LukisConfig config, ModelCard card) {
    LukisConfig.Live live = config.live();
    return new SessionProfile(
        new DebounceTiming(live.quiet(), live.maxWait(), live.idle()),
        live.settleAfter(),
        new SessionLimits(config.promptLength(), sizes(card)),
        new Paints(
            card.draft().steps(),
            card.draft().guidanceScale(),
            card.settle().steps(),
            card.settle().guidanceScale()));
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

  /** Settings for somebody who has chosen nothing yet. */
  SessionSettings newSettings() {
    return new SessionSettings(
        ThreadLocalRandom.current().nextInt(SEEDS),
        card.width(),
        card.height(),
        Optional.empty(),
        "",
        ImageFormat.JPEG,
        false);
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  Greeting greeting() {
    return greeting;
  }

  SessionProfile profile() {
    return profile;
  }

  @PreDestroy
  void close() {
    dispatcher.close();
  }
}
