package dev.lukis.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.lukis.model.ModelCard;
import dev.lukis.model.ModelReport;
import dev.lukis.model.family.SamplingPlan;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Prints what is found as one JSON document, at the end; its fields are described in {@code
 * docs/models.md}. What was not reached, or the system does not tell, has no field.
 */
final class CheckJson implements CheckOutput {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final PrintStream out;
  private final PrintStream err;

  // Mutable state
  private final Map<String, Object> document = new LinkedHashMap<>();
  private final Map<String, Object> memory = new LinkedHashMap<>();
  private final Map<String, Object> image = new LinkedHashMap<>();
  private final List<Map<String, Object>> times = new ArrayList<>();

  CheckJson(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
    document.put("usable", true);
  }

  @Override
  public void files(List<CheckedFile> files) {
    document.put("files", files);
  }

  @Override
  public void model(ModelCard card, ModelReport report) {
    document.put("model", card.name());
    document.put("family", report.family());
    document.put("scheduler", report.scheduler());
    document.put("device", report.device().toString());
    document.put("size", Map.of("width", card.width(), "height", card.height()));
    document.put("supportedSizes", card.supportedSizes().toString());
    document.put("tokens", card.tokens());
    document.put("draft", plan(card.draft()));
    document.put("settle", plan(card.settle()));
    document.put("previews", report.previews());
    document.put("weights", report.weights());
    document.put("graphs", report.graphs());
    document.put("loras", report.loras());
    document.put("notes", report.notes());
  }

  private static Map<String, Object> plan(SamplingPlan plan) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("steps", plan.steps());
    fields.put("guidanceScale", plan.guidanceScale());
    return fields;
  }

  @Override
  public void memory(long weights, OptionalLong available) {
    memory.put("weights", weights);
    available.ifPresent(bytes -> memory.put("available", bytes));
    document.put("memory", memory);
  }

  @Override
  public void time(String stage, double millis) {
    Map<String, Object> time = new LinkedHashMap<>();
    time.put("stage", stage);
    time.put("millis", millis);
    times.add(time);
    document.put("times", times);
  }

  @Override
  public void painted(int width, int height) {
    document.put("finite", true);
    image.put("width", width);
    image.put("height", height);
    document.put("image", image);
  }

  @Override
  public void written(String file) {
    image.put("file", file);
  }

  @Override
  public void peak(OptionalLong bytes) {
    bytes.ifPresent(peak -> memory.put("peak", peak));
  }

  @Override
  public void providers(Map<String, SortedMap<String, Integer>> nodes) {
    document.put("providers", nodes);
  }

  @Override
  public void failed(String message) {
    document.put("usable", false);
    document.put("error", message);
    err.println(message);
  }

  @Override
  public void end() {
    try {
      out.println(MAPPER.writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was found cannot be written as JSON", e);
    }
  }
}
