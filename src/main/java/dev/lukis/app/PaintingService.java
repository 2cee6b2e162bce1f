package dev.lukis.app;

import dev.lukis.config.LukisConfig;
import dev.lukis.dispatch.DispatchSettings;
import dev.lukis.dispatch.DispatchStatistics;
import dev.lukis.dispatch.Dispatcher;
import dev.lukis.dispatch.Dispatchers;
import dev.lukis.model.ModelCard;
import dev.lukis.model.tokenizer.Vocabulary;
import dev.lukis.pipeline.ConditioningCache;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.session.ImageCache;
import dev.lukis.session.SessionClock;
import dev.lukis.session.SessionOutput;
import dev.lukis.session.SessionProfile;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionSupport;
import dev.lukis.session.TypingSession;
import dev.lukis.telemetry.PaintingMetrics;
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
public class PaintingService {
  private static final Logger LOG = Logger.getLogger(PaintingService.class.getName());

  /** Seeds given out are small enough to be read aloud. */
  private static final int SEEDS = 1_000_000;

  private final ModelCard card;
  private final ImagePipeline pipeline;
  private final List<ConditioningCache> conditionings;
  private final ImageCache images;
  private final Dispatchers dispatcher;
  private final SessionProfile profile;
  private final PaintingMetrics metrics;
  private final ConfiguredSafety safety;
  private final Vocabulary vocabulary;

  @Inject
  PaintingService(
      LukisConfig config, PipelineSource source, ConfiguredSafety safety, PaintingMetrics metrics) {
    PipelineSource.Opened opened = source.open();
    this.card = opened.card();
    this.pipeline = opened.pipelines().get(0);
    this.vocabulary = opened.vocabulary();
    this.conditionings =
        opened.pipelines().stream()
            .map(each -> new ConditioningCache(each, config.cache().conditioning().asLongValue()))
            .toList();
    this.images = new ImageCache(config.cache().images().asLongValue());
    this.dispatcher = start(opened.pipelines(), CoreSettings.dispatch(config, card), metrics);
    this.profile = CoreSettings.profile(config, card);
    this.metrics = metrics;
    this.safety = safety;
    metrics.watch(dispatcher, conditionings, images);
    LOG.info(this::description);
  }

  private Dispatchers start(
      List<ImagePipeline> pipelines, DispatchSettings settings, PaintingMetrics observer) {
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
  public SessionSettings newSettings() {
    return CoreSettings.first(card, ThreadLocalRandom.current().nextInt(SEEDS));
  }

  /**
   * A session for somebody who has just come.
   *
   * @param executor to which it is confined
   */
  public TypingSession open(
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
            metrics);
    return new TypingSession(profile, settings, output, support);
  }

  public Dispatchers dispatcher() {
    return dispatcher;
  }

  /** One for each device. */
  public List<ConditioningCache> conditionings() {
    return conditionings;
  }

  public ImageCache images() {
    return images;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** What the loaded model is. */
  public ModelCard card() {
    return card;
  }

  @PreDestroy
  void close() {
    dispatcher.close();
  }
}
