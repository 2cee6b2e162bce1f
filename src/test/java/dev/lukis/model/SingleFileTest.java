package dev.lukis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lukis.image.ImageSpec;
import dev.lukis.model.checkpoint.Checkpoint;
import dev.lukis.model.checkpoint.CheckpointKind;
import dev.lukis.model.checkpoint.CookedCheckpoint;
import dev.lukis.model.family.ModelFamily;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.WeightMode;
import dev.lukis.model.weights.SafetensorsReader;
import dev.lukis.pipeline.DiffusionPipeline;
import dev.lukis.pipeline.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A checkpoint paints what the directory paints that it was made of. */
class SingleFileTest {
  @TempDir Path folder;

  private static float[] paint(DiffusionModel model, float guidance) {
    ImageSpec request = new ImageSpec("a red balloon", "blurry", 7, 96, 64, 2, guidance);
    try (DiffusionPipeline pipeline = new DiffusionPipeline(model)) {
      Generation generation = pipeline.begin(request, pipeline.encode(request));
      while (!generation.finished()) {
        pipeline.step(List.of(generation));
      }
      return pipeline.decode(List.of(generation)).get(0).data();
    }
  }

  private DiffusionModel ofFile(String pipeline, CheckpointKind kind, WeightMode mode)
      throws IOException {
    Path file = CookedCheckpoint.write(pipeline, folder);
    Checkpoint checkpoint =
        new Checkpoint("" + file.getFileName(), kind, SafetensorsReader.read("file", file));
    // The pipeline's own configuration: it is much smaller than a real one.
    String directory = CookedCheckpoint.directory(pipeline).toString();
    try (ModelDirectory configuration = ModelDirectory.open(directory)) {
      return new ModelLoader(
              configuration,
              Optional.of(checkpoint),
              ModelSource.of(file.toString()),
              ExecutionOptions.cpu(1).with(mode),
              ModelFamily.all(),
              new ArrayList<>())
          .load();
    }
  }

  @ParameterizedTest
  @CsvSource({"sd1, SD1, 7.5, PACKED", "sd2-velocity, SD2_V, 7.5, PACKED", "sdxl, SDXL, 5, PACKED"})
  void itPaintsExactlyWhatTheDirectoryPaints(
      String pipeline, CheckpointKind kind, float guidance, WeightMode mode) throws IOException {
    assertThat(paint(ofFile(pipeline, kind, mode), guidance))
        .isEqualTo(paint(ofDirectory(pipeline, mode), guidance));
  }

  private static DiffusionModel ofDirectory(String pipeline, WeightMode mode) {
    String directory = CookedCheckpoint.directory(pipeline).toString();
    return DiffusionModel.load(directory, ExecutionOptions.cpu(1).with(mode));
  }

  // A projection that is used as it lies, the other way round, is summed in another order.
  @Test
  void mappedWeightsPaintTheSameToTheRounding() throws IOException {
    float[] expected = paint(ofDirectory("sdxl", WeightMode.MAPPED), 5);
    float[] actual = paint(ofFile("sdxl", CheckpointKind.SDXL, WeightMode.MAPPED), 5);
    assertThat(actual).containsExactly(expected, within(1e-5f));
  }

  @Test
  void aFileThatIsNoCheckpointIsRefusedByItsName() throws IOException {
    Path pickle = Files.writeString(folder.resolve("model.ckpt"), "PK");
    assertThatThrownBy(() -> DiffusionModel.load(pickle.toString(), 1))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("model.ckpt: a pickle, which can run code");
    Path cut = Files.writeString(folder.resolve("cut.safetensors"), "abc");
    assertThatThrownBy(() -> DiffusionModel.load(cut.toString(), 1))
        .hasMessage("cut.safetensors: 3 bytes (expected: at least 8)");
    assertThatThrownBy(() -> DiffusionModel.load(folder.resolve("no.safetensors").toString(), 1))
        .hasMessageStartingWith("lukis.model: ")
        .hasMessageContaining("no.safetensors (expected: ");
  }
}
