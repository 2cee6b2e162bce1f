package dev.lukis.model.sampler;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A sampler as people name it, in place of the one that a model comes with. What both have in
 * common stays as the model has it: the noise that it was trained on, what it predicts, its spacing
 * of timesteps.
 *
 * @param schedulerClass in diffusers
 * @param parameters that the name decides
 */
public record SamplerName(String schedulerClass, Map<String, Object> parameters) {
  private static final String FLOW = "FlowMatchEulerDiscreteScheduler";
  private static final String DPM = "DPMSolverMultistepScheduler";

  private static final Map<String, SamplerName> NAMES = names();

  /** The classes that are supported. */
  static final String CLASSES =
      NAMES.values().stream()
          .map(SamplerName::schedulerClass)
          .distinct()
          .sorted()
          .collect(Collectors.joining(", "));

  public SamplerName {
    parameters = Map.copyOf(parameters);
  }

  private static Map<String, SamplerName> names() {
    Map<String, SamplerName> names = new TreeMap<>();
    names.put("ddim", of("DDIMScheduler", Map.of("clip_sample", false)));
    names.put("euler-a", of("EulerAncestralDiscreteScheduler", Map.of()));
    names.put("lcm", of("LCMScheduler", Map.of()));
    names.put("pndm", of("PNDMScheduler", Map.of("skip_prk_steps", true)));
    names.put("tcd", of("TCDScheduler", Map.of()));
    names.put("flow-euler", of(FLOW, Map.of()));
    respaceable(names, "euler", "EulerDiscreteScheduler", Map.of());
    respaceable(names, "heun", "HeunDiscreteScheduler", Map.of());
    respaceable(names, "deis", "DEISMultistepScheduler", Map.of());
    respaceable(names, "unipc", "UniPCMultistepScheduler", Map.of());
    String algorithm = "algorithm_type";
    respaceable(names, "dpmpp-2m", DPM, Map.of(algorithm, "dpmsolver++", "solver_order", 2));
    respaceable(names, "dpmpp-3m", DPM, Map.of(algorithm, "dpmsolver++", "solver_order", 3));
    respaceable(
        names, "dpmpp-2m-sde", DPM, Map.of(algorithm, "sde-dpmsolver++", "solver_order", 2));
    return Map.copyOf(names);
  }

  private static void respaceable(
      Map<String, SamplerName> names, String name, String type, Map<String, Object> parameters) {
    List<String> spacings = List.of("karras", "exponential", "beta");
    Map<String, Object> plain = new TreeMap<>(parameters);
    spacings.forEach(each -> plain.put("use_" + each + "_sigmas", false));
    names.put(name, of(type, plain));
    for (String spacing : spacings) {
      Map<String, Object> spaced = new TreeMap<>(plain);
      spaced.put("use_" + spacing + "_sigmas", true);
      names.put(name + "-" + spacing, of(type, spaced));
    }
  }

  private static SamplerName of(String schedulerClass, Map<String, Object> parameters) {
    return new SamplerName(schedulerClass, parameters);
  }

  /**
   * @param name of a sampler, in any case
   * @throws ModelException when there is none of that name
   */
  public static SamplerName of(String name) {
    SamplerName found = NAMES.get(name.toLowerCase(Locale.ROOT));
    if (found == null) {
      throw new ModelException("sampler: " + name + " (expected: one of " + all() + ")");
    }
    return found;
  }

  /** All names, in order. */
  public static String all() {
    return NAMES.keySet().stream().sorted().collect(Collectors.joining(", "));
  }

  /**
   * The configuration of this sampler for a model.
   *
   * @param own the configuration that the model comes with
   * @throws ModelException when the model is of another kind
   */
  public JsonObject in(JsonObject own) {
    String ownClass = own.text("_class_name");
    if (ownClass.equals(FLOW) != schedulerClass.equals(FLOW)) {
      throw own.refused(
          "_class_name", ownClass, "a sampler of the same kind of model, not " + schedulerClass);
    }
    return own.with(parameters).with(Map.of("_class_name", schedulerClass));
  }
}
