package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.image.ImageSpec;
import dev.lukis.painting.Plan;
import dev.lukis.pipeline.ConditioningCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Several devices, each with a denoising loop of its own. */
class DispatchersTest {
  private static final ImageSpec IMAGE = new ImageSpec("a", "", 1, 128, 128, 2, 1);

  private final List<ScriptedPipeline> pipelines =
      List.of(new ScriptedPipeline(), new ScriptedPipeline());
  private final DispatchStatistics statistics = new DispatchStatistics();

  private Dispatchers start() {
    DispatchSettings settings =
        new DispatchSettings(
            new FinishPolicy(), 2, Duration.ofMillis(700), Duration.ofMillis(3000));
    List<Dispatcher> dispatchers = new ArrayList<>();
    for (ScriptedPipeline pipeline : pipelines) {
      ConditioningCache conditionings = new ConditioningCache(pipeline, 1 << 20);
      dispatchers.add(
          Dispatcher.start(
              pipeline,
              conditionings,
              settings,
              DispatchObserver.NONE,
              statistics,
              IMAGE,
              e -> {}));
    }
    return new Dispatchers(dispatchers);
  }

  private static GenerationListener into(CompletableFuture<GeneratedImage> first) {
    return new GenerationListener() {
      @Override
      public void onImage(GeneratedImage image) {
        first.complete(image);
      }

      @Override
      public void onFailure(GenerationRequest request, RuntimeException cause) {
        first.completeExceptionally(cause);
      }
    };
  }

  @Test
  void sessionsAreSpreadAndEachDevicePaints() throws Exception {
    try (Dispatchers dispatchers = start()) {
      List<CompletableFuture<GeneratedImage>> images = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        CompletableFuture<GeneratedImage> image = new CompletableFuture<>();
        images.add(image);
        dispatchers.open(into(image)).offer(new GenerationRequest(1, 1, Plan.DRAFT, IMAGE, 0));
      }
      for (CompletableFuture<GeneratedImage> image : images) {
        assertThat(image.get(20, TimeUnit.SECONDS).request().revision()).isEqualTo(1);
      }
      assertThat(dispatchers.all()).allSatisfy(it -> assertThat(it.sessions()).isEqualTo(2));
      assertThat(dispatchers.sessions()).isEqualTo(4);
      assertThat(dispatchers.batchCap()).isEqualTo(4);
      assertThat(dispatchers.alive(Duration.ofSeconds(60))).isTrue();
      assertThat(statistics.generations()).isEqualTo(4);
    }
    assertThat(pipelines).allSatisfy(pipeline -> assertThat(pipeline.closed).isTrue());
  }

  @Test
  void aModelThatCannotBeMeasuredFailsTheStart() {
    pipelines.get(1).memory = 0;
    assertThatThrownBy(this::start).hasMessage("scripted: out of memory");
  }

  @Test
  void thereIsAtLeastOne() {
    assertThatThrownBy(() -> new Dispatchers(List.of()))
        .hasMessage("dispatchers: none (expected: at least one)");
  }
}
