package dev.lukis.model.graph;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.graph.GraphOptions.Operators;
import dev.lukis.model.graph.GraphOptions.Precision;
import dev.lukis.model.weights.TensorTable;
import dev.lukis.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every network of pipelines that diffusers saved, alone, against PyTorch: batches of one to three
 * with different timesteps, odd sizes, different numbers of tokens.
 */
class NetworksTest {
  private static final double SINGLE = 1e-4;
  private static final double HALF = 2e-2;
  private static final GraphOptions STANDARD =
      new GraphOptions(Precision.SINGLE, Operators.STANDARD);
  private static final GraphOptions STANDARD_HALF =
      new GraphOptions(Precision.HALF, Operators.STANDARD);

  private interface Network {
    NetworkGraph graph(JsonObject config, TensorTable table, GraphOptions options);
  }

  private static void unet(
      String pipeline, GraphOptions options, boolean mapped, double tolerance) {
    Fixture fixture = Fixture.of(pipeline);
    TensorTable table = fixture.weights("unet");
    NetworkGraph network = UNet2DCondition.graph(fixture.config("unet"), table, options);
    try (RunningGraph graph = RunningGraph.of(network, table, mapped)) {
      for (int run = 0; run < 3; run++) {
        String prefix = "unet." + run + ".";
        Map<String, Tensor> inputs = new HashMap<>();
        graph
            .graph()
            .signature()
            .inputs()
            .keySet()
            .forEach(name -> inputs.put(name, fixture.tensor(prefix + name)));
        Tensor expected = fixture.tensor(prefix + "out_sample");
        RunningGraph.assertClose(
            graph.run("out_sample", inputs), expected, tolerance, pipeline + " " + run);
      }
    }
  }

  private static void autoencoder(
      String pipeline,
      Network network,
      String input,
      String output,
      double tolerance,
      GraphOptions options) {
    Fixture fixture = Fixture.of(pipeline);
    TensorTable table = fixture.weights("vae");
    NetworkGraph made = network.graph(fixture.config("vae"), table, options);
    try (RunningGraph graph = RunningGraph.of(made, table, false)) {
      for (int run = 0; run < 2; run++) {
        Map<String, Tensor> inputs = Map.of(input, fixture.tensor("vae." + run + "." + input));
        String name = graph.graph().signature().firstOutput();
        RunningGraph.assertClose(
            graph.run(name, inputs),
            fixture.tensor("vae." + run + "." + output),
            tolerance,
            pipeline + " " + run);
      }
    }
  }

  private static void text(String pipeline, String part, GraphOptions options, double tolerance) {
    Fixture fixture = Fixture.of(pipeline);
    TensorTable table = fixture.weights(part);
    Map<HiddenStates, String> expected =
        Map.of(
            HiddenStates.LAST,
            "last_hidden_state",
            HiddenStates.LAST_BUT_ONE,
            "hidden_states.-2",
            new HiddenStates(HiddenStates.Kind.LAST, 1),
            "skipped_hidden_state");
    for (Map.Entry<HiddenStates, String> each : expected.entrySet()) {
      boolean projected = fixture.has(part + ".text_embeds");
      NetworkGraph made =
          ClipText.graph(fixture.config(part), table, each.getKey(), projected, options);
      try (RunningGraph graph = RunningGraph.of(made, table, false)) {
        Map<String, Tensor> inputs =
            Map.of(ClipText.INPUT_IDS, fixture.tensor(part + ".input_ids"));
        RunningGraph.assertClose(
            graph.run(graph.graph().signature().firstOutput(), inputs),
            fixture.tensor(part + "." + each.getValue()),
            tolerance,
            pipeline + " " + each.getValue());
        if (projected) {
          RunningGraph.assertClose(
              graph.run(ClipText.TEXT_EMBEDS, inputs),
              fixture.tensor(part + ".text_embeds"),
              tolerance,
              pipeline + " text_embeds");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd1", "sd2-velocity", "sd-turbo", "lcm", "sdxs", "sdxl", "unusual"})
  void aDenoiserComputesWhatPyTorchComputes(String pipeline) {
    unet(pipeline, GraphOptions.SINGLE, false, SINGLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd1", "sd2-velocity", "sdxl"})
  void aDenoiserWhoseWeightsAreMappedComputesTheSame(String pipeline) {
    unet(pipeline, GraphOptions.SINGLE, true, SINGLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd1", "sd2-velocity", "lcm", "sdxl", "unusual"})
  void aDenoiserOfStandardOperatorsComputesTheSame(String pipeline) {
    unet(pipeline, STANDARD, false, SINGLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd1", "sd2-velocity", "sd-turbo", "lcm", "sdxs", "sdxl", "unusual"})
  void aDenoiserInHalfPrecisionIsAsCloseAsHalvesAre(String pipeline) {
    unet(pipeline, GraphOptions.HALF, false, HALF);
    unet(pipeline, STANDARD_HALF, false, HALF);
  }

  @ParameterizedTest
  @CsvSource({
    "sd1, text_encoder",
    "sd2-velocity, text_encoder",
    "lcm, text_encoder",
    "sdxl, text_encoder",
    "sdxl, text_encoder_2"
  })
  void aTextEncoderComputesWhatPyTorchComputes(String pipeline, String part) {
    text(pipeline, part, GraphOptions.SINGLE, SINGLE);
    text(pipeline, part, STANDARD, SINGLE);
    text(pipeline, part, GraphOptions.HALF, HALF);
    text(pipeline, part, STANDARD_HALF, HALF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd1", "sd2-velocity", "sd-turbo", "lcm", "sdxl", "unusual"})
  void anAutoencoderComputesWhatPyTorchComputes(String pipeline) {
    for (GraphOptions options : List.of(GraphOptions.SINGLE, STANDARD)) {
      autoencoder(pipeline, KlDecoder::graph, "latent_sample", "decoded", SINGLE, options);
      autoencoder(pipeline, KlEncoder::graph, "sample", "encoded", SINGLE, options);
    }
    autoencoder(pipeline, KlDecoder::graph, "latent_sample", "decoded", HALF, GraphOptions.HALF);
    autoencoder(pipeline, KlEncoder::graph, "sample", "encoded", HALF, GraphOptions.HALF);
  }

  @ParameterizedTest
  @ValueSource(strings = "sdxs")
  void aTinyAutoencoderComputesWhatPyTorchComputes(String pipeline) {
    for (GraphOptions options : List.of(GraphOptions.SINGLE, STANDARD)) {
      autoencoder(pipeline, TinyDecoder::graph, "latent_sample", "decoded", SINGLE, options);
      autoencoder(pipeline, TinyEncoder::graph, "sample", "encoded", SINGLE, options);
    }
    autoencoder(pipeline, TinyDecoder::graph, "latent_sample", "decoded", HALF, GraphOptions.HALF);
    autoencoder(pipeline, TinyEncoder::graph, "sample", "encoded", HALF, GraphOptions.HALF);
  }
}
