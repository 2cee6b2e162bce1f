package dev.lukis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.lora.LoraFiles;
import dev.lukis.model.lora.LoraSource;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.WeightMode;
import dev.lukis.pipeline.DiffusionPipeline;
import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.ImageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A loaded model takes other LoRAs, and paints what a model paints that was loaded with them. */
class LoraSwitchTest {
  private static final String MODEL = "src/test/resources/pipelines/sd1";
  private static final String LORAS = "src/test/resources/loras/sd1/";
  private static final ImageRequest REQUEST =
      new ImageRequest("a red balloon", "", 7, 64, 64, 2, 1);

  private static List<LoraSource> loras(String... files) {
    return List.of(files).stream().map(file -> new LoraSource(LORAS + file, 0.9)).toList();
  }

  private static DiffusionModel load(WeightMode mode, String... files) {
    return DiffusionModel.load(
        ModelSource.of(MODEL).withLoras(loras(files), LoraFiles.LOCAL),
        ExecutionOptions.cpu(1).with(mode));
  }

  private static float[] paint(DiffusionModel model) {
    DiffusionPipeline pipeline = new DiffusionPipeline(model);
    Generation generation = pipeline.begin(REQUEST, pipeline.encode(REQUEST));
    while (!generation.finished()) {
      pipeline.step(List.of(generation));
    }
    return pipeline.decode(List.of(generation)).get(0).data();
  }

  private static float[] painted(WeightMode mode, String... files) {
    try (DiffusionModel model = load(mode, files)) {
      return paint(model);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = WeightMode.class,
      names = {"MAPPED", "PACKED"})
  void itPaintsWithOtherLorasAndWithoutAny(WeightMode mode) {
    float[] plain = painted(mode);
    float[] first = painted(mode, "kohya.safetensors");
    float[] second = painted(mode, "locon.safetensors", "diffusers.safetensors");
    assertThat(first).isNotEqualTo(plain);
    assertThat(second).isNotEqualTo(first);
    try (DiffusionModel model = load(mode)) {
      model.become(model.prepare(loras("kohya.safetensors"), LoraFiles.LOCAL));
      assertThat(paint(model)).isEqualTo(first);
      model.become(
          model.prepare(loras("locon.safetensors", "diffusers.safetensors"), LoraFiles.LOCAL));
      assertThat(paint(model)).isEqualTo(second);
      assertThat(model.loras()).hasSize(2);
      model.become(model.prepare(List.of(), LoraFiles.LOCAL));
      assertThat(paint(model)).isEqualTo(plain);
      assertThat(model.loras()).isEmpty();
    }
  }

  @Test
  void whatIsPreparedChangesNothingYet() {
    float[] plain = painted(WeightMode.PACKED);
    try (DiffusionModel model = load(WeightMode.PACKED);
        PreparedLoras prepared = model.prepare(loras("kohya.safetensors"), LoraFiles.LOCAL)) {
      assertThat(paint(model)).isEqualTo(plain);
      assertThat(prepared.changesPrompts()).isTrue();
    }
  }

  @Test
  void aLoraThatCannotBeUsedLeavesTheModelAsItIs() {
    float[] first = painted(WeightMode.PACKED, "locon.safetensors");
    try (DiffusionModel model = load(WeightMode.PACKED, "locon.safetensors")) {
      assertThatThrownBy(() -> model.prepare(loras("no.safetensors"), LoraFiles.LOCAL))
          .isInstanceOf(ModelException.class);
      assertThatThrownBy(() -> model.prepare(loras("../sdxl/kohya.safetensors"), LoraFiles.LOCAL))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("it was made for sdxl_base_v1-0");
      assertThat(paint(model)).isEqualTo(first);
      assertThat(model.loras()).hasSize(1);
      try (PreparedLoras none = model.prepare(List.of(), LoraFiles.LOCAL)) {
        assertThat(none.changesPrompts()).isFalse();
      }
    }
  }
}
