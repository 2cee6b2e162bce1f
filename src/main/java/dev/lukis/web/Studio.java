package dev.lukis.web;

import dev.lukis.dispatch.DispatchSettings;
import dev.lukis.dispatch.DispatchStatistics;
import dev.lukis.dispatch.Dispatcher;
import dev.lukis.dispatch.Dispatchers;
import dev.lukis.model.ModelCard;
import dev.lukis.model.Vocabulary;
import dev.lukis.pipeline.ConditioningCache;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.session.ImageCache;
import dev.lukis.session.SessionClock;
import dev.lukis.session.SessionOutput;
import dev.lukis.session.SessionProfile;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionSupport;
import dev.lukis.session.TypingSession;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;

/** The loaded model, its dispatcher and caches: one for the application. */
@Singleton
class Studio {
  private static final Logger LOG = Logger.getLogger(Studio.class.getName());

  /** Seeds given out are small enough to be read aloud. */
  private static final int SEEDS = 1_000_000;

  private final ModelCard card;
  private final ImagePipeline pipeline;
  private final List<ConditioningCache> conditionings;
  private final ImageCache images;
  private final Dispatchers dispatcher;
  private final Greeting greeting;
  private final SessionProfile profile;
  private final Readings readings;
  private final ConfiguredSafety safety;
  private final Vocabulary vocabulary;

  @Inject
  Studio(LukisConfig config, PipelineSource source, ConfiguredSafety safety, Readings readings) {
    PipelineSource.Opened opened = source.open();
    this.card = opened.card();
    this.pipeline = opened.pipelines().get(0);
    this.vocabulary = opened.vocabulary();
    this.conditionings =
        opened.pipelines().stream()
            .map(each -> new ConditioningCache(each, config.cache().conditioning().asLongValue()))
            .toList();
    this.images = new ImageCache(config.cache().images().asLongValue());
    this.dispatcher = start(opened.pipelines(), CoreSettings.dispatch(config, card), readings);
    this.greeting = Greeting.of(card, config.promptLength());
    this.profile = CoreSettings.profile(config, card);
    this.readings = readings;
    this.safety = safety;
    readings.watch(this);
    LOG.info(this::description);
  }

  private Dispatchers start(
      List<ImagePipeline> pipelines, DispatchSettings settings, Readings observer) {
    DispatchStatistics statistics = new DispatchStatistics();
    List<Dispatcher> dispatchers = new ArrayList<>();
    for (int i = 0; i < pipelines.size(); i++) {
      dispatchers.add(
          Dispatcher.start(
              pipelines.get(i),
              conditionings.get(i),
              settings,
              observer,
              statistics,
              CoreSettings.typicalDraft(card)));
    }
    return new Dispatchers(dispatchers);
  }

  private String description() {
    StringBuilder steps = new StringBuilder();
    dispatcher
        .stepNanos()
        .forEach((batch, nanos) -> steps.append(" %d: %d ms".formatted(batch, nanos / 1_000_000)));
    return "%s paints %d x %d; a step by batch size takes%s; up to %d share one"
        .formatted(card.name(), card.width(), card.height(), steps, dispatcher.batchCap());
  }

  /** Settings for somebody who has chosen nothing yet. */
  SessionSettings newSettings() {
    return CoreSettings.first(card, ThreadLocalRandom.current().nextInt(SEEDS));
  }

  /**
   * A session for somebody who has just come.
   *
   * @param executor to which it is confined
   */
  TypingSession open(
      SessionSettings settings, SessionOutput output, SessionClock clock, Executor executor) {
    SessionSupport support =
        new SessionSupport(
            dispatcher::open,
            pipeline::read,
            dispatcher::draftNanos,
            clock,
            executor,
            Infrastructure.getDefaultWorkerPool(),
            images,
            safety,
            readings);
    return new TypingSession(profile, settings, output, support);
  }

  Dispatchers dispatcher() {
    return dispatcher;
  }

  /** One for each device. */
  List<ConditioningCache> conditionings() {
    return conditionings;
  }

  ImageCache images() {
    return images;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Greeting greeting() {
    return greeting;
  }

  @PreDestroy
  void close() {
    dispatcher.close();
  }
}
