package dev.lukis.bench;

import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.graph.HiddenStates;
import dev.lukis.model.layout.Layouts;
import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.lora.LoraFiles;
import dev.lukis.model.lora.LoraSource;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.GraphSource;
import dev.lukis.model.onnx.OnnxEngine;
import dev.lukis.model.onnx.OnnxGraph;
import dev.lukis.model.onnx.OnnxSignature;
import dev.lukis.model.onnx.WeightMode;
import dev.lukis.model.weights.StoredTensor;
import dev.lukis.model.weights.WeightFiles;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What it costs to load a denoiser with a LoRA of random values, as a change at run time does:
 * reading the headers, adding it to the weights, loading the graph. The model is a directory with
 * safetensors.
 *
 * <p>{@code -Dlukis.model=DIR -Dweights=mapped|packed -Dranks=8,64 -Dmodules=attention|all
 * -Drounds=3 -Dthreads=2}.
 */
public final class LoraBenchmark {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MEGABYTE = 1 << 20;

  private LoraBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    String mode = Options.text("weights", "mapped");
    ExecutionOptions execution =
        ExecutionOptions.cpu(Options.integer("threads", 2))
            .with(WeightMode.valueOf(mode.toUpperCase(Locale.ROOT)));
    MarkdownTable table =
        new MarkdownTable(
            "weights", "rank", "modules", "headers (s)", "adding (s)", "graph (s)", "changed (MB)");
    OnnxEngine.start();
    try (ModelDirectory directory = ModelDirectory.open(Options.model())) {
      ModelLayout layout =
          Layouts.of(directory, Optional.empty(), Optional.empty(), execution, HiddenStates.LAST);
      layout.graph(ModelLayout.DENOISER);
      for (String rank : Options.text("ranks", "8,64").split(",", -1)) {
        Path file = Files.createTempFile("lora-", ".safetensors");
        int modules = write(file, directory, Integer.parseInt(rank));
        for (int i = 0; i < Options.integer("rounds", 3); i++) {
          table.row(row(layout, execution, file, mode, rank, modules));
        }
        Files.delete(file);
      }
    }
  }

  private static String[] row(
      ModelLayout layout,
      ExecutionOptions execution,
      Path file,
      String mode,
      String rank,
      int modules) {
    long[] marks = new long[4];
    marks[0] = System.nanoTime();
    ModelLayout changed = layout.with(List.of(new LoraSource(file.toString(), 1)), LoraFiles.LOCAL);
    GraphSource source = changed.graph(ModelLayout.DENOISER);
    marks[1] = System.nanoTime();
    Map<String, GraphSource.Weight> weights = source.weights();
    marks[2] = System.nanoTime();
    OnnxSignature signature = OnnxSignature.read(source);
    OnnxGraph.load(new Ready(source, () -> weights), signature, execution).close();
    marks[3] = System.nanoTime();
    double bytes = weights.values().stream().mapToLong(it -> it.values().capacity()).sum();
    return new String[] {
      mode,
      rank,
      Integer.toString(modules),
      seconds(marks, 0),
      seconds(marks, 1),
      seconds(marks, 2),
      String.format(Locale.ROOT, "%.0f", bytes / MEGABYTE)
    };
  }

  private static String seconds(long[] marks, int from) {
    return String.format(Locale.ROOT, "%.2f", (marks[from + 1] - marks[from]) / NANOS_PER_SECOND);
  }

  /** A source whose changed weights are already computed. */
  private record Ready(GraphSource own, Supplier<Map<String, GraphSource.Weight>> ready)
      implements GraphSource {
    @Override
    public String name() {
      return own.name();
    }

    @Override
    public java.io.InputStream open() throws IOException {
      return own.open();
    }

    @Override
    public Optional<Path> weightsFolder() {
      return own.weightsFolder();
    }

    @Override
    public boolean mapped() {
      return own.mapped();
    }

    @Override
    public Map<String, Weight> weights() {
      return ready.get();
    }
  }

  private static int write(Path file, ModelDirectory directory, int rank) throws IOException {
    boolean all = Options.text("modules", "attention").equals("all");
    List<StoredTensor> bases =
        WeightFiles.read(directory, "unet", false).tensors().values().stream()
            .filter(it -> it.sizes().size() >= 2 && it.name().endsWith(".weight"))
            .filter(it -> all || it.name().contains(".attn"))
            .toList();
    List<String> entries = new ArrayList<>();
    long at = 0;
    for (StoredTensor base : bases) {
      String name = "unet." + base.name().substring(0, base.name().lastIndexOf('.'));
      long in = base.elements() / base.size(0);
      for (boolean down : new boolean[] {true, false}) {
        long[] shape = down ? new long[] {rank, in} : new long[] {base.size(0), rank};
        long end = at + 4 * shape[0] * shape[1];
        entries.add(
            String.format(
                Locale.ROOT,
                "\"%s.lora_%s.weight\":{\"dtype\":\"F32\",\"shape\":[%d,%d],\"data_offsets\":[%d,%d]}",
                name,
                down ? "A" : "B",
                shape[0],
                shape[1],
                at,
                end));
        at = end;
      }
    }
    byte[] header = ("{" + String.join(",", entries) + "}").getBytes(StandardCharsets.UTF_8);
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeLong(Long.reverseBytes(header.length));
      out.write(header);
      Random random = new Random(1);
      ByteBuffer value = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      for (long i = 0; i < at / 4; i++) {
        out.write(value.putFloat(0, (float) (random.nextDouble() - 0.5) * 0.02f).array());
      }
    }
    return bases.size();
  }
}
