package dev.lukis.bench.pictures;

import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.pipeline.DiffusionPipeline;
import dev.lukis.pipeline.Generation;
import dev.lukis.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Paints every caption of a list through the service's own pipeline, each with its own seed, and
 * writes one PNG an image: what {@code src/training/evaluate.py} looks at.
 *
 * <p>System properties: {@code model} (default the embedded one), {@code captions} (a file, a line
 * is name, seed and caption between tabs), {@code steps} (a list such as {@code 1,2,4,8}), {@code
 * out} (a folder: an image goes to {@code <out>/<steps>/<name>.png}).
 */
public final class CaptionPainter {
  private static final int BATCH = 8;

  private final DiffusionPipeline pipeline;
  private final int width;
  private final int height;

  private CaptionPainter(DiffusionModel model) {
    this.pipeline = new DiffusionPipeline(model);
    this.width = model.card().width();
    this.height = model.card().height();
  }

  /** A line of the list. */
  private record Line(String name, long seed, String caption) {
    static Line of(String text) {
      String[] fields = text.split("\t", -1);
      return new Line(fields[0], Long.parseLong(fields[1]), fields[2]);
    }
  }

  public static void main(String[] arguments) throws IOException {
    List<Line> lines =
        Files.readAllLines(Path.of(System.getProperty("captions"))).stream().map(Line::of).toList();
    int[] plans =
        Arrays.stream(System.getProperty("steps", "1,2,4,8").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    Path out = Path.of(System.getProperty("out"));
    CaptionPainter painter =
        new CaptionPainter(
            DiffusionModel.load(
                System.getProperty("model", "classpath:models/lukis-mini"),
                Runtime.getRuntime().availableProcessors()));
    try (DiffusionPipeline closed = painter.pipeline) {
      for (int steps : plans) {
        painter.paint(lines, steps, Files.createDirectories(out.resolve("" + steps)));
        System.out.println(lines.size() + " images of " + steps + " steps in " + out);
      }
    }
  }

  private void paint(List<Line> lines, int steps, Path folder) throws IOException {
    for (int from = 0; from < lines.size(); from += BATCH) {
      List<Line> batch = lines.subList(from, Math.min(lines.size(), from + BATCH));
      List<Tensor> pixels = paint(batch, steps);
      for (int i = 0; i < batch.size(); i++) {
        byte[] png = ImageFormat.PNG.encode(pixels.get(i));
        Files.write(folder.resolve(batch.get(i).name() + ".png"), png);
      }
    }
  }

  private List<Tensor> paint(List<Line> batch, int steps) {
    List<Generation> generations = new ArrayList<>();
    for (Line line : batch) {
      ImageSpec request = new ImageSpec(line.caption(), "", line.seed(), width, height, steps, 1);
      generations.add(pipeline.begin(request, pipeline.encode(request)));
    }
    while (!generations.get(0).finished()) {
      pipeline.step(generations);
    }
    return pipeline.decode(generations);
  }
}
