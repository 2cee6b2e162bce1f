package dev.lukis.model.layout;

import dev.lukis.model.checkpoint.Checkpoint;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.weights.TensorTable;
import java.util.List;

/**
 * In one file.
 *
 * @param configuration of the checkpoint's kind
 */
record CheckpointWeights(Checkpoint checkpoint, ModelDirectory configuration)
    implements NetworkWeights {
  private static final String CONFIG = "/config.json";

  @Override
  public boolean has(String folder) {
    return configuration.has(folder + CONFIG);
  }

  @Override
  public TensorTable table(String folder, boolean half) {
    int layers =
        configuration.requiredJson(folder + CONFIG).integer("num_hidden_layers", Integer.MAX_VALUE);
    return checkpoint.table(folder, layers);
  }

  @Override
  public List<String> notes() {
    return checkpoint.notes();
  }
}
