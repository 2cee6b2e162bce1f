package dev.lukis.model.presets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The presets that this product ships, from {@code models/presets.json}. Thread-safe. */
public final class Presets {
  private static final String RESOURCE = "models/presets.json";

  private static final class Shipped {
    static final List<Preset> ALL = read();
  }

  private Presets() {}

  public static List<Preset> all() {
    return Shipped.ALL;
  }

  /**
   * @param repository {@code org/name}, in any case
   */
  public static Optional<Preset> of(String repository) {
    return all().stream()
        .filter(each -> each.repository().equalsIgnoreCase(repository))
        .findFirst();
  }

  private static List<Preset> read() {
    try (InputStream in = Presets.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new ModelException(RESOURCE + ": missing (expected: on the class path)");
      }
      List<Preset> presets = new ArrayList<>();
      for (JsonNode each : new ObjectMapper().readTree(in).path("presets")) {
        presets.add(Preset.read(new JsonObject(RESOURCE, each)));
      }
      return List.copyOf(presets);
    } catch (IOException e) {
      throw new ModelException(RESOURCE + ": not readable as JSON (expected: presets)", e);
    }
  }
}
