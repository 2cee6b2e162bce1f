package dev.lukis.live.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.lukis.image.ImageFormat;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the values of fields are read. Nothing is converted: a number is no text, {@code "1"} is no
 * number, and null is no value. Whole numbers count by their value, so {@code 3.0} is one. Jackson
 * can be configured to most of this, but it takes {@code "NaN"} for a number in any case, and
 * cannot tell a field that is null from a missing one.
 */
final class StrictScalars {
  private StrictScalars() {}

  static SimpleModule module() {
    SimpleModule module = new SimpleModule();
    add(module, String.class, null, value -> value.isTextual() ? value.textValue() : null);
    add(module, Long.class, null, StrictScalars::whole);
    add(module, Long.TYPE, null, StrictScalars::whole);
    add(module, Integer.class, null, value -> value.isInt() ? value.intValue() : null);
    add(module, Float.class, null, value -> value.isNumber() ? value.floatValue() : null);
    add(module, Boolean.class, null, StrictScalars::bool);
    add(module, Boolean.TYPE, false, StrictScalars::bool);
    add(module, ImageFormat.class, null, StrictScalars::format);
    return module;
  }

  private static <T> void add(
      SimpleModule module,
      Class<T> type,
      @Nullable T absent,
      Function<JsonNode, @Nullable T> valueOf) {
    module.addDeserializer(type, new Reader<>(type, absent, valueOf));
  }

  private static @Nullable Long whole(JsonNode value) {
    boolean fits = value.canConvertToExactIntegral() && value.canConvertToLong();
    return fits ? (Long) value.asLong() : null;
  }

  private static @Nullable Boolean bool(JsonNode value) {
    return value.isBoolean() ? (Boolean) value.booleanValue() : null;
  }

  private static @Nullable ImageFormat format(JsonNode value) {
    return Stream.of(ImageFormat.values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(value.textValue()))
        .findFirst()
        .orElse(null);
  }

  private static final class Reader<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable T absent;
    private final transient Function<JsonNode, @Nullable T> valueOf;

    /**
     * @param absent the value of a missing field that is not required
     * @param valueOf returns null for a value of another type
     */
    Reader(Class<T> type, @Nullable T absent, Function<JsonNode, @Nullable T> valueOf) {
      super(type);
      this.absent = absent;
      this.valueOf = valueOf;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      T value = valueOf.apply(context.readTree(parser));
      if (value == null) {
        throw mismatch(parser);
      }
      return value;
    }

    @Override
    public T getNullValue(DeserializationContext context) throws MismatchedInputException {
      throw mismatch(context.getParser());
    }

    @Override
    public @Nullable T getAbsentValue(DeserializationContext context) {
      return absent;
    }

    private MismatchedInputException mismatch(JsonParser parser) {
      return new Mismatch(parser, handledType());
    }
  }

  /** Carries no stack trace, because clients cause it at will. */
  private static final class Mismatch extends MismatchedInputException {
    private static final long serialVersionUID = 1L;

    Mismatch(JsonParser parser, Class<?> type) {
      super(parser, "a value of another type", type);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
