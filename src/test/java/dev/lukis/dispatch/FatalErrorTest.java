package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.image.ImageSpec;
import dev.lukis.painting.Plan;
import dev.lukis.pipeline.ConditioningCache;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An Error in the denoising thread is told, and the dispatcher is no longer alive. */
class FatalErrorTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final ImageSpec IMAGE = new ImageSpec("a", "", 1, 128, 128, 2, 1);

  private final ScriptedPipeline pipeline = new ScriptedPipeline();
  private final CompletableFuture<Error> told = new CompletableFuture<>();

  private Dispatcher start() {
    return Dispatcher.start(
        pipeline,
        new ConditioningCache(pipeline, 1 << 20),
        new DispatchSettings(new FinishPolicy(), 1, Duration.ofMillis(700), Duration.ofSeconds(3)),
        DispatchObserver.NONE,
        new DispatchStatistics(),
        IMAGE,
        told::complete);
  }

  private static void lack() {
    throw new OutOfMemoryError("scripted");
  }

  @Test
  void anErrorWhileDenoisingIsToldAndEndsLiveness() throws Exception {
    try (Dispatcher dispatcher = start()) {
      pipeline.beforeStep = FatalErrorTest::lack;
      dispatcher.open(new Ignoring()).offer(new GenerationRequest(1, 1, Plan.DRAFT, IMAGE, 0));
      assertThat(told.get(20, TimeUnit.SECONDS)).hasMessage("scripted");
      Awaitility.await().until(() -> !dispatcher.alive(LIMIT));
    }
  }

  @Test
  void anErrorAtTheStartIsThrownToTheStarter() {
    pipeline.beforeStep = FatalErrorTest::lack;
    assertThatThrownBy(this::start).isInstanceOf(OutOfMemoryError.class);
  }

  private static final class Ignoring implements GenerationListener {
    @Override
    public void onImage(GeneratedImage image) {}

    @Override
    public void onFailure(GenerationRequest request, RuntimeException cause) {}
  }
}
