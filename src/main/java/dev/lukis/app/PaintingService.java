package dev.lukis.app;

import dev.lukis.config.LukisConfig;
import dev.lukis.dispatch.DispatchSettings;
import dev.lukis.dispatch.DispatchStatistics;
import dev.lukis.dispatch.Dispatcher;
import dev.lukis.dispatch.Dispatchers;
import dev.lukis.model.ModelCard;
import dev.lukis.model.tokenizer.Vocabulary;
import dev.lukis.painting.ImageCache;
import dev.lukis.painting.OneShotPainter;
import dev.lukis.painting.Painter;
import dev.lukis.painting.local.ImageEncoder;
import dev.lukis.painting.local.LocalPainter;
import dev.lukis.pipeline.ConditioningCache;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.session.SessionClock;
import dev.lukis.session.SessionOutput;
import dev.lukis.session.SessionProfile;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionSupport;
import dev.lukis.session.TypingSession;
import dev.lukis.telemetry.PaintingMetrics;
import io.quarkus.runtime.Quarkus;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;

/**
 * Everything that paints: dispatchers, caches, sessions and one-shot images, for one loaded model.
 * One for the application. Thread-safe.
 */
@Singleton
public class PaintingService {
  private static final Logger LOG = Logger.getLogger(PaintingService.class.getName());

  /** Seeds given out are small enough to be read aloud. */
  private static final int SEEDS = 1_000_000;

  private static final int FAILED = 1;

  private final ModelInfo model;
  private final List<ConditioningCache> conditionings;
  private final ImageCache images;
  private final Dispatchers dispatcher;
  private final Painter painter;
  private final OneShotPainter oneShots;
  private final SessionProfile profile;
  private final PaintingMetrics metrics;
  private final ConfiguredSafety safety;
  private final LoraSwitching loras;

  @Inject
  PaintingService(
      LukisConfig config,
      PipelineSource source,
      ModelFetching fetching,
      ConfiguredSafety safety,
      PaintingMetrics metrics) {
    PipelineSource.Opened opened = source.open();
    ModelCard card = opened.card();
    this.conditionings =
        opened.pipelines().stream()
            .map(each -> new ConditioningCache(each, config.cache().conditioning().asLongValue()))
            .toList();
    this.images = new ImageCache(config.cache().images().asLongValue());
    this.dispatcher = start(config, opened.pipelines(), card, metrics);
    this.model = ModelInfo.of(opened, dispatcher::draftNanos);
    this.profile = CoreSettings.profile(config, card);
    this.painter =
        new LocalPainter(
            dispatcher::open,
            new ImageEncoder(safety, Infrastructure.getDefaultWorkerPool(), metrics::encoded));
    this.oneShots =
        new OneShotPainter(painter, safety, profile.limits()::check, CoreSettings.ONE_SHOTS);
    this.metrics = metrics;
    this.safety = safety;
    this.loras =
        LoraSwitching.of(
            config, fetching, opened.pipelines(), dispatcher.all(), conditionings, images);
    metrics.watch(dispatcher, conditionings, images);
    LOG.info(this::description);
  }

  private Dispatchers start(
      LukisConfig config, List<ImagePipeline> pipelines, ModelCard card, PaintingMetrics observer) {
    DispatchSettings settings = CoreSettings.dispatch(config, card);
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
              CoreSettings.typicalDraft(config, card),
              error -> Quarkus.asyncExit(FAILED)));
    }
    return new Dispatchers(dispatchers);
  }

  private String description() {
    ModelCard card = model.card();
    StringBuilder steps = new StringBuilder();
    dispatcher
        .stepNanos()
        .forEach(
            (batch, nanos) ->
                steps
                    .append(' ')
                    .append(batch)
                    .append(": ")
                    .append(nanos / 1_000_000)
                    .append(" ms"));
    return String.format(
        Locale.ROOT,
        "%s paints %d x %d; a step by batch size takes%s; up to %d share one",
        card.name(),
        card.width(),
        card.height(),
        steps,
        dispatcher.batchCap());
  }

  /** Settings of a new session. */
  public SessionSettings newSettings() {
    return CoreSettings.first(model.card(), ThreadLocalRandom.current().nextInt(SEEDS));
  }

  /**
   * Opens a typing session.
   *
   * @param executor to which it is confined
   */
  public TypingSession open(
      SessionSettings settings, SessionOutput output, SessionClock clock, Executor executor) {
    SessionSupport support =
        new SessionSupport(
            painter,
            model.reader(),
            model.traits(),
            model.draftNanos(),
            clock,
            executor,
            images,
            safety,
            metrics);
    return new TypingSession(profile, settings, output, support);
  }

  /** Paints single images for programs. */
  public OneShotPainter oneShots() {
    return oneShots;
  }

  /** Changes LoRAs while the service paints. */
  public LoraSwitching loras() {
    return loras;
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

  /** What is known of the loaded model. */
  public ModelInfo model() {
    return model;
  }

  /** The words that the model understands, if it tells. */
  public Vocabulary vocabulary() {
    return model.vocabulary();
  }

  /** The card of the loaded model. */
  public ModelCard card() {
    return model.card();
  }

  @PreDestroy
  void close() {
    dispatcher.close();
  }
}
