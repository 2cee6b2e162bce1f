package dev.lukis.model.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FloatFormatTest {
  @Test
  void everyHalfIsWrittenAsItWasRead() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = TensorValues.half((short) bits);
      if (!Float.isNaN(value)) {
        assertThat(FloatFormat.half(value)).isEqualTo((short) bits);
      }
    }
    assertThat(TensorValues.half(FloatFormat.half(Float.NaN))).isNaN();
  }

  @Test
  void whatLiesBetweenTwoHalvesGoesToTheNearerOne() {
    for (int bits = 0; bits < 0x7BFF; bits++) {
      double low = TensorValues.half((short) bits);
      double high = TensorValues.half((short) (bits + 1));
      float middle = (float) ((low + high) / 2);
      int even = bits % 2 == 0 ? bits : bits + 1;
      assertThat(FloatFormat.half(middle)).isEqualTo((short) even);
      assertThat(FloatFormat.half(Math.nextDown(middle))).isEqualTo((short) bits);
      assertThat(FloatFormat.half(Math.nextUp(middle))).isEqualTo((short) (bits + 1));
      assertThat(FloatFormat.half(-middle)).isEqualTo((short) (even | 0x8000));
    }
  }

  @ParameterizedTest
  @CsvSource({"65519, 65504", "65520, Infinity", "1e30, Infinity", "-65520, -Infinity"})
  void whatIsTooLargeForAHalfIsInfinite(float value, float expected) {
    assertThat(TensorValues.half(FloatFormat.half(value))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0x1.00p0, 0x3F80",
    "0x1.01p0, 0x3F80",
    "0x1.010002p0, 0x3F81",
    "0x1.03p0, 0x3F82",
    "-0x1.03p0, 0xBF82",
    "3.4e38, 0x7F80"
  })
  void brainFloatsAreRoundedToTheNearestAndToEven(String value, String bits) {
    assertThat(FloatFormat.brain(Float.parseFloat(value)) & 0xFFFF).isEqualTo(Integer.decode(bits));
  }

  @ParameterizedTest
  @EnumSource(
      value = ElementType.class,
      names = {"F32", "F16", "BF16"})
  void rowsAreReadWhereTheyWereWritten(ElementType type) {
    float[] row = {1, -2.5f, 0.125f};
    ByteBuffer bytes = ByteBuffer.allocateDirect(40).order(ByteOrder.LITTLE_ENDIAN);
    FloatFormat.write(type, row, bytes, 7);
    float[] read = new float[3];
    FloatFormat.read(type, bytes, 7, read);
    assertThat(read).isEqualTo(row);
    assertThat(bytes.get(6)).isZero();
    assertThat(bytes.get(7 + 3 * type.bytes())).isZero();
  }
}
