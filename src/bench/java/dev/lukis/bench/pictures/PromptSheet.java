package dev.lukis.bench.pictures;

import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.family.SamplingPlan;
import dev.lukis.pipeline.DiffusionPipeline;
import dev.lukis.pipeline.Generation;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Paints every prompt of a list through the service's own pipeline, with one seed, and puts the
 * images on one sheet with their prompts.
 *
 * <p>System properties: {@code model} (default the embedded one), {@code seed} (7), {@code plan}
 * ({@code settle} or {@code draft}), {@code prompts} (a file, one a line), {@code out} (a PNG).
 */
public final class PromptSheet {
  private static final int COLUMNS = 8;
  private static final int MARGIN = 6;
  private static final int CAPTION = 58;

  private final DiffusionPipeline pipeline;
  private final int width;
  private final int height;
  private final SamplingPlan plan;
  private final long seed = Long.getLong("seed", 7);

  private PromptSheet(DiffusionModel model) {
    this.pipeline = new DiffusionPipeline(model);
    this.width = model.card().width();
    this.height = model.card().height();
    boolean draft = System.getProperty("plan", "settle").equals("draft");
    this.plan = draft ? model.card().draft() : model.card().settle();
  }

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    String list = System.getProperty("prompts", "src/bench/resources/sheet-prompts.txt");
    List<String> prompts = Files.readAllLines(Path.of(list));
    Path out = Path.of(System.getProperty("out", "docs/sheet.png"));
    PromptSheet sheet =
        new PromptSheet(
            DiffusionModel.load(
                System.getProperty("model", "classpath:models/lukis-mini"),
                Runtime.getRuntime().availableProcessors()));
    try (DiffusionPipeline closed = sheet.pipeline) {
      ImageIO.write(sheet.paint(prompts), "png", out.toFile());
    }
    System.out.println(prompts.size() + " images of " + sheet.plan.steps() + " steps on " + out);
  }

  private BufferedImage paint(List<String> prompts) throws IOException {
    int rows = (prompts.size() + COLUMNS - 1) / COLUMNS;
    BufferedImage sheet =
        new BufferedImage(
            COLUMNS * (width + MARGIN) + MARGIN,
            rows * (height + CAPTION + MARGIN) + MARGIN,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = blank(sheet);
    for (int i = 0; i < prompts.size(); i++) {
      int x = MARGIN + i % COLUMNS * (width + MARGIN);
      int y = MARGIN + i / COLUMNS * (height + CAPTION + MARGIN);
      graphics.drawImage(paint(prompts.get(i)), x, y, null);
      caption(graphics, prompts.get(i), x, y + height);
    }
    graphics.dispose();
    return sheet;
  }

  private static Graphics2D blank(BufferedImage sheet) {
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.setColor(Color.DARK_GRAY);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    return graphics;
  }

  private BufferedImage paint(String prompt) throws IOException {
    ImageSpec request =
        new ImageSpec(prompt, "", seed, width, height, plan.steps(), plan.guidanceScale());
    Generation generation = pipeline.begin(request, pipeline.encode(request));
    while (!generation.finished()) {
      pipeline.step(List.of(generation));
    }
    byte[] png = ImageFormat.PNG.encode(pipeline.decode(List.of(generation)).get(0));
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private void caption(Graphics2D graphics, String prompt, int x, int y) {
    String line = "";
    int baseline = y + graphics.getFontMetrics().getAscent() + 2;
    for (String word : prompt.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (graphics.getFontMetrics().stringWidth(longer) > width) {
        graphics.drawString(line, x, baseline);
        baseline += graphics.getFontMetrics().getHeight();
        longer = word;
      }
      line = longer;
    }
    graphics.drawString(line, x, baseline);
  }
}
