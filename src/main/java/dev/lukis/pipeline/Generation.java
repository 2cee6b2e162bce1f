package dev.lukis.pipeline;

import dev.lukis.image.ImageSpec;
import dev.lukis.model.component.PromptEmbeddings;
import dev.lukis.scheduler.Schedule;
import dev.lukis.scheduler.SchedulerStep;
import dev.lukis.scheduler.StepContext;
import dev.lukis.tensor.SeededNoise;
import dev.lukis.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One image being made: the state that changes from step to step. One thread at a time. Dropping it
 * at any step costs nothing; it holds no native memory.
 */
public final class Generation {
  private final Schedule schedule;

  // Mutable state
  private ImageSpec request;
  private Conditioning conditioning;
  private @Nullable Map<String, Tensor> promptInputs;
  private @Nullable Map<String, Tensor> negativeInputs;
  private Tensor sample;
  private Tensor predicted;
  private int calls;
  private List<Tensor> memory = List.of();
  private boolean newWords;

  /**
   * @param noise standard normal, shaped like the model's latents without a batch axis
   */
  public Generation(ImageSpec request, Schedule schedule, Conditioning conditioning, Tensor noise) {
    this.request = request;
    this.schedule = schedule;
    this.conditioning = conditioning;
    this.sample = noise.times(schedule.initNoiseSigma());
    this.predicted = sample;
  }

  public ImageSpec request() {
    return request;
  }

  public Conditioning conditioning() {
    return conditioning;
  }

  /** What the denoiser is told of the prompt in this image; made once it is asked for. */
  Map<String, Tensor> promptInputs() {
    if (promptInputs == null) {
      promptInputs = inputs(conditioning.prompt());
    }
    return promptInputs;
  }

  /** The same of the negative prompt, where there is guidance. */
  Optional<Map<String, Tensor>> negativeInputs() {
    if (negativeInputs == null && conditioning.negative().isPresent()) {
      negativeInputs = inputs(conditioning.negative().get());
    }
    return Optional.ofNullable(negativeInputs);
  }

  private Map<String, Tensor> inputs(PromptEmbeddings prompt) {
    return prompt.inputs(request.seed(), sample.shape());
  }

  /** The step that is reached, 0 before any: most methods ask the model once a step. */
  public int stepIndex() {
    return schedule.stepAfter(calls);
  }

  /** How often the model was asked. */
  public int calls() {
    return calls;
  }

  public int steps() {
    return schedule.steps();
  }

  public boolean finished() {
    return calls == schedule.calls();
  }

  /** The timestep that the model is to be told at the coming call. */
  public float timestep() {
    return schedule.timestep(calls);
  }

  /** The latents as the model wants to see them at the coming call. */
  public Tensor modelInput() {
    return schedule.scaleModelInput(sample, calls);
  }

  /**
   * The clean latents as far as they are known: the prediction of the last call or, when finished,
   * the result.
   */
  public Tensor predicted() {
    return finished() ? sample : predicted;
  }

  /** Moves on, given what the model answered. */
  public void advance(Tensor modelOutput) {
    // What the model answered to other words says nothing of where these lead.
    if (newWords && !schedule.withinStep(calls)) {
      memory = List.of();
      newWords = false;
    }
    SchedulerStep step =
        schedule.step(modelOutput, calls, sample, new StepContext(memory, this::noise));
    sample = step.prevSample();
    predicted = step.predOriginalSample();
    memory = step.memory();
    calls++;
  }

  // Noise of a call is its own, and not the one that the generation began with.
  private Tensor noise() {
    return SeededNoise.normal(request.seed(), calls, sample.shape());
  }

  /** How much of the sample is noise: about 1 before any step, 0 when done. */
  public float remainingNoise() {
    return schedule.noiseShare(calls);
  }

  /** Steers: the coming steps follow other words. Seed, size and steps are those of before. */
  public void steer(ImageSpec newer, Conditioning newerConditioning) {
    request = newer;
    conditioning = newerConditioning;
    newWords = true;
    promptInputs = null;
    negativeInputs = null;
  }
}
