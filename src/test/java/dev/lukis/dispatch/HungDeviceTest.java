package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.image.ImageSpec;
import dev.lukis.painting.Plan;
import dev.lukis.pipeline.ConditioningCache;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A native call that does not come back. */
class HungDeviceTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final ImageSpec IMAGE = new ImageSpec("a", "", 1, 128, 128, 2, 1);

  private final AtomicLong now = new AtomicLong();
  private final ScriptedPipeline pipeline = new ScriptedPipeline();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final CountDownLatch painted = new CountDownLatch(1);

  private Dispatcher start() {
    DispatchSettings settings =
        new DispatchSettings(
            new FinishPolicy(), 1, Duration.ofMillis(700), Duration.ofMillis(3000));
    return Dispatcher.start(
        pipeline,
        new ConditioningCache(pipeline, 1 << 20),
        settings,
        DispatchObserver.NONE,
        new DispatchStatistics(),
        IMAGE,
        e -> {},
        now::get);
  }

  private final class Listener implements GenerationListener {
    @Override
    public void onImage(GeneratedImage image) {
      painted.countDown();
    }

    @Override
    public void onFailure(GenerationRequest request, RuntimeException cause) {
      throw new AssertionError(cause);
    }
  }

  private void hang() {
    inside.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aHungStepFailsLivenessUntilItReturns() throws Exception {
    try (Dispatcher dispatcher = start()) {
      pipeline.beforeStep = this::hang;
      dispatcher.open(new Listener()).offer(new GenerationRequest(1, 1, Plan.DRAFT, IMAGE, 0));
      inside.await();
      now.addAndGet(LIMIT.toNanos());
      assertThat(dispatcher.alive(LIMIT)).isTrue();
      now.addAndGet(1);
      assertThat(dispatcher.alive(LIMIT)).isFalse();
      release.countDown();
      painted.await();
      Awaitility.await().until(() -> dispatcher.alive(LIMIT));
    }
  }

  @Test
  void restingForLongIsNoHanging() throws Exception {
    try (Dispatcher dispatcher = start()) {
      release.countDown();
      pipeline.beforeStep = this::hang;
      dispatcher.open(new Listener()).offer(new GenerationRequest(1, 1, Plan.DRAFT, IMAGE, 0));
      painted.await();
      now.addAndGet(Duration.ofHours(8).toNanos());
      Awaitility.await().until(() -> dispatcher.alive(LIMIT));
    }
  }
}
