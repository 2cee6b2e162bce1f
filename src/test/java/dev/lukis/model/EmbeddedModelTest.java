package dev.lukis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.model.component.Denoiser;
import dev.lukis.model.component.DenoiserRow;
import dev.lukis.model.component.SinglePromptEncoder;
import dev.lukis.model.tokenizer.PromptReader;
import dev.lukis.model.tokenizer.Tokens;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped files answer here what they answered in training. */
class EmbeddedModelTest {
  private static final float TOLERANCE = 2e-3f;

  private static DiffusionModel model;

  @BeforeAll
  static void load() {
    model = DiffusionModel.load("classpath:models/lukis-mini", 2);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static SinglePromptEncoder encoder() {
    return (SinglePromptEncoder) model.promptEncoder();
  }

  private static JsonNode golden(String name) throws IOException {
    return new ObjectMapper().readTree(new File("src/training/golden-" + name + ".json"));
  }

  @Test
  void theTokenizerCutsWordsAsInTraining() throws IOException {
    for (JsonNode each : golden("tokens")) {
      String caption = each.get("caption").asText();
      assertThat(encoder().tokenizer().encode(caption).ids())
          .as(caption)
          .containsExactly(longs(each.get("ids")));
    }
  }

  @Test
  void captionsOfTheTrainingAreReadWhole() throws IOException {
    for (JsonNode each : golden("tokens")) {
      String caption = each.get("caption").asText();
      PromptReader.Reading reading = model.promptReader().read(caption);
      boolean signs = !caption.matches("[A-Za-z0-9 ,.-]*");
      if (reading.unknown().isEmpty() && !signs) {
        assertThat(encoder().tokenizer().encode(reading.words()).ids())
            .as(caption)
            .containsExactly(longs(each.get("ids")));
      }
    }
  }

  @Test
  void aPromptLongerThanTheModelReadsIsKnownToBeCut() {
    assertThat(encoder().tokenizer().encode("a red balloon").truncated()).isFalse();
    assertThat(encoder().tokenizer().encode("a red balloon ".repeat(40)).truncated()).isTrue();
  }

  @Test
  void theTextEncoderAnswersAsInTraining() throws IOException {
    JsonNode golden = golden("forward").get("text_encoder");
    List<Tokens> prompts =
        StreamSupport.stream(golden.get("input_ids").spliterator(), false)
            .map(ids -> new Tokens(longs(ids), false))
            .toList();
    assertAnswer(encoder().textEncoder().encode(prompts).get(0), golden.get("output"));
  }

  @Test
  void theDenoiserAnswersAsInTrainingWithATimestepForEachRow() throws IOException {
    JsonNode golden = golden("forward").get("unet");
    Tensor samples = wave(golden.get("sample"));
    Tensor states = wave(golden.get("encoder_hidden_states"));
    List<DenoiserRow> rows = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      float timestep = (float) golden.get("timestep").get(i).asDouble();
      Map<String, Tensor> conditioning = Map.of(Denoiser.ENCODER_HIDDEN_STATES, states.row(i));
      rows.add(new DenoiserRow(samples.row(i), timestep, conditioning, 1));
    }
    assertAnswer(model.denoiser().predict(rows), golden.get("output"));
  }

  @Test
  void theDecoderAnswersAsInTraining() throws IOException {
    JsonNode golden = golden("forward").get("vae_decoder");
    assertAnswer(model.decoder().decode(wave(golden.get("latent_sample"))), golden.get("output"));
  }

  /** sin(rate * i), as the golden file says. */
  private static Tensor wave(JsonNode input) {
    Shape shape = shape(input.get("shape"));
    float[] values = new float[shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(input.get("wave").asDouble() * i);
    }
    return new Tensor(shape, values);
  }

  private static void assertAnswer(Tensor answer, JsonNode expected) {
    assertThat(answer.shape()).isEqualTo(shape(expected.get("shape")));
    for (int i = 0; i < expected.get("first").size(); i++) {
      assertThat(answer.data()[i])
          .as("value %d", i)
          .isCloseTo((float) expected.get("first").get(i).asDouble(), within(TOLERANCE));
    }
    double sum = 0;
    for (float value : answer.data()) {
      sum += value;
    }
    assertThat(sum / answer.data().length).isCloseTo(expected.get("mean").asDouble(), within(1e-3));
  }

  private static Shape shape(JsonNode sizes) {
    int[] values = new int[sizes.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = sizes.get(i).asInt();
    }
    return Shape.of(values);
  }

  private static long[] longs(JsonNode array) {
    long[] values = new long[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asLong();
    }
    return values;
  }
}
