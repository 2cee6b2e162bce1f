package dev.lukis.operations;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.kubernetes.client.custom.QuantityFormatException;
import io.kubernetes.client.openapi.JSON;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The API of Kubernetes, from its Java client, which is generated from the OpenAPI document. The
 * client's check finds unknown and missing fields, and mistyped texts, lists and objects. Other
 * faults, such as a number in quotation marks, show when an object is read and written again.
 */
final class Schema {
  private static final String MODELS = "io.kubernetes.client.openapi.models.";
  private static final Gson GSON = JSON.getGson();

  private Schema() {}

  /** The errors of an object; empty if there are none. */
  static List<String> errors(Map<String, Object> object) {
    JsonObject json = GSON.toJsonTree(object).getAsJsonObject();
    String version = String.valueOf(object.get("apiVersion"));
    String kind = String.valueOf(object.get("kind"));
    try {
      Class<?> model = Class.forName(MODELS + prefix(version) + kind);
      model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
      List<String> errors = new ArrayList<>();
      compare(kind, json, GSON.toJsonTree(GSON.fromJson(json, model)), errors);
      return errors;
    } catch (InvocationTargetException e) {
      return List.of(kind + ": " + String.valueOf(e.getCause()));
    } catch (JsonParseException | IllegalArgumentException | QuantityFormatException e) {
      return List.of(kind + ": " + e.getMessage());
    } catch (ReflectiveOperationException e) {
      return List.of(version + " " + kind + ": unknown");
    }
  }

  // "autoscaling/v2" is "V2".
  private static String prefix(String version) {
    String last = version.substring(version.lastIndexOf('/') + 1);
    return last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
  }

  private static void compare(
      String path, JsonElement given, JsonElement understood, List<String> errors) {
    if (understood != null && Values.isQuantity(path)) {
      return; // 1.5Gi is written back as bytes; what may stand there, Values says.
    }
    if (given.isJsonObject() && understood != null && understood.isJsonObject()) {
      given
          .getAsJsonObject()
          .entrySet()
          .forEach(
              each ->
                  compare(
                      path + "." + each.getKey(),
                      each.getValue(),
                      understood.getAsJsonObject().get(each.getKey()),
                      errors));
    } else if (given.isJsonArray() && understood != null && understood.isJsonArray()) {
      for (int i = 0; i < given.getAsJsonArray().size(); i++) {
        compare(
            path + "[" + i + "]",
            given.getAsJsonArray().get(i),
            understood.getAsJsonArray().get(i),
            errors);
      }
    } else if (!same(given, understood)) {
      errors.add(path + ": " + given + " is understood as " + understood);
    }
  }

  private static boolean same(JsonElement given, JsonElement understood) {
    if (understood == null || !given.isJsonPrimitive() || !understood.isJsonPrimitive()) {
      return given.equals(understood);
    }
    // A reader without type information reads 3 as 3.0.
    return given.getAsJsonPrimitive().isNumber()
        ? understood.getAsJsonPrimitive().isNumber()
            && given.getAsDouble() == understood.getAsDouble()
        : given.equals(understood);
  }
}
