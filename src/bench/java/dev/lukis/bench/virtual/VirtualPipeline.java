package dev.lukis.bench.virtual;

import dev.lukis.image.ImageSpec;
import dev.lukis.model.component.PromptEmbeddings;
import dev.lukis.pipeline.Conditioning;
import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.scheduler.FlowMatchEulerDiscreteScheduler;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import dev.lukis.text.PromptReading;
import java.util.List;
import java.util.Optional;

/** Paints nothing, and lets the time pass that painting takes. Not thread-safe. */
final class VirtualPipeline implements ImagePipeline {
  private static final Tensor PIXEL = Tensor.of(Shape.of(3, 1, 1), 0, 0, 0);
  private static final Tensor NOTHING = Tensor.of(Shape.of(1), 0);
  private static final int TIMESTEPS = 1_000;
  private static final float SHIFT = 3;

  private final VirtualTime time;
  private final StageCosts costs;

  VirtualPipeline(VirtualTime time, StageCosts costs) {
    this.time = time;
    this.costs = costs;
  }

  @Override
  public PromptReading read(String prompt) {
    return PromptReading.PLAIN;
  }

  @Override
  public Conditioning encode(ImageSpec request) {
    time.pass(costs.text());
    return new Conditioning(PromptEmbeddings.of(NOTHING), Optional.empty());
  }

  @Override
  public Generation begin(ImageSpec request, Conditioning conditioning) {
    double[] sigmas = new double[request.steps()];
    for (int i = 0; i < sigmas.length; i++) {
      sigmas[i] = 1 - (double) i / sigmas.length;
    }
    var scheduler = new FlowMatchEulerDiscreteScheduler(TIMESTEPS, SHIFT);
    return new Generation(request, scheduler.schedule(sigmas), conditioning, NOTHING);
  }

  @Override
  public void step(List<Generation> batch) {
    time.pass(costs.step(batch.size()));
    batch.forEach(generation -> generation.advance(NOTHING));
  }

  @Override
  public List<Tensor> decode(List<Generation> batch) {
    time.pass(costs.decode(batch.size()));
    return batch.stream().map(generation -> PIXEL).toList();
  }

  @Override
  public void close() {}
}
