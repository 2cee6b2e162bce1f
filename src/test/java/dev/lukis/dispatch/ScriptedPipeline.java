package dev.lukis.dispatch;

import dev.lukis.image.ImageSpec;
import dev.lukis.model.component.PromptEmbeddings;
import dev.lukis.model.onnx.OutOfDeviceMemoryException;
import dev.lukis.pipeline.Conditioning;
import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.scheduler.FlowMatchEulerDiscreteScheduler;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import dev.lukis.text.PromptReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A pipeline that paints nothing and writes down what it was asked to do. */
final class ScriptedPipeline implements ImagePipeline {
  private static final Tensor BLACK = Tensor.of(Shape.of(3, 1, 1), -1, -1, -1);
  private static final Tensor NOTHING = Tensor.of(Shape.of(1), 0);

  final List<List<String>> steps = new ArrayList<>();
  final List<String> encoded = new ArrayList<>();
  Runnable beforeStep = () -> {};
  Consumer<List<Generation>> onStep = batch -> {};
  Consumer<List<Generation>> onDecode = batch -> {};
  boolean closed;

  /** As a device with memory for so many rows. */
  int memory = Integer.MAX_VALUE;

  boolean mixesTimesteps = true;
  Runnable onPreview = () -> {};
  int previews;

  @Override
  public PromptReading read(String prompt) {
    return PromptReading.PLAIN;
  }

  @Override
  public Conditioning encode(ImageSpec request) {
    if (request.prompt().contains("unencodable")) {
      throw new IllegalStateException("scripted: " + request.prompt());
    }
    encoded.add(request.prompt());
    return new Conditioning(PromptEmbeddings.of(NOTHING), Optional.empty());
  }

  @Override
  public Generation begin(ImageSpec request, Conditioning conditioning) {
    var scheduler = new FlowMatchEulerDiscreteScheduler(1000, 1);
    double[] sigmas = new double[request.steps()];
    for (int i = 0; i < sigmas.length; i++) {
      sigmas[i] = 1 - (double) i / sigmas.length;
    }
    return new Generation(request, scheduler.schedule(sigmas), conditioning, NOTHING);
  }

  @Override
  public void step(List<Generation> batch) {
    beforeStep.run();
    if (batch.size() > memory) {
      throw new OutOfDeviceMemoryException("scripted: out of memory", new RuntimeException());
    }
    onStep.accept(batch);
    steps.add(batch.stream().map(generation -> generation.request().prompt()).toList());
    if (steps.get(steps.size() - 1).contains("unpaintable")) {
      throw new IllegalStateException("scripted: unpaintable");
    }
    batch.forEach(generation -> generation.advance(NOTHING));
  }

  @Override
  public boolean mixesTimesteps() {
    return mixesTimesteps;
  }

  @Override
  public List<Tensor> preview(List<Generation> batch) {
    previews++;
    onPreview.run();
    return decode(batch);
  }

  @Override
  public List<Tensor> decode(List<Generation> batch) {
    onDecode.accept(batch);
    return batch.stream().map(generation -> BLACK).toList();
  }

  @Override
  public void close() {
    closed = true;
  }
}
