package dev.lukis.app;

import dev.lukis.image.ImageSpec;
import dev.lukis.model.component.PromptEmbeddings;
import dev.lukis.pipeline.Conditioning;
import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.scheduler.FlowMatchEulerDiscreteScheduler;
import dev.lukis.scheduler.Scheduler;
import dev.lukis.tensor.SeededNoise;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import dev.lukis.text.PromptReading;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Paints nothing: every stage answers at once, and every image is the same small one. Stands before
 * a pipeline that it closes and otherwise leaves alone.
 */
final class NullPipeline implements ImagePipeline {
  private static final Scheduler SCHEDULER = new FlowMatchEulerDiscreteScheduler(1000, 1);
  private static final Tensor NOTHING = SeededNoise.normal(1, 0, Shape.of(1, 1, 1));
  private static final Tensor PIXELS = SeededNoise.normal(1, 0, Shape.of(3, 32, 32));
  private static final Conditioning NO_WORDS =
      new Conditioning(PromptEmbeddings.of(NOTHING), Optional.empty());

  private final ImagePipeline unused;

  NullPipeline(ImagePipeline unused) {
    this.unused = unused;
  }

  @Override
  public PromptReading read(String prompt) {
    return PromptReading.PLAIN;
  }

  @Override
  public Conditioning encode(ImageSpec request) {
    return NO_WORDS;
  }

  @Override
  public Generation begin(ImageSpec request, Conditioning conditioning) {
    return new Generation(request, SCHEDULER.schedule(request.steps()), conditioning, NOTHING);
  }

  @Override
  public void step(List<Generation> batch) {
    batch.forEach(generation -> generation.advance(NOTHING));
  }

  @Override
  public List<Tensor> decode(List<Generation> batch) {
    return Collections.nCopies(batch.size(), PIXELS);
  }

  @Override
  public void close() {
    unused.close();
  }
}
