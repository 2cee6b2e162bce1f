package dev.lukis.model.onnx;

import java.util.Locale;

/** Element types of ONNX tensors, in the order of {@code TensorProto.DataType}. */
public enum OnnxType {
  UNDEFINED,
  FLOAT,
  UINT8,
  INT8,
  UINT16,
  INT16,
  INT32,
  INT64,
  STRING,
  BOOL,
  FLOAT16,
  DOUBLE,
  UINT32,
  UINT64,
  COMPLEX64,
  COMPLEX128,
  BFLOAT16;

  public static OnnxType of(int number) {
    return number >= 0 && number < values().length ? values()[number] : UNDEFINED;
  }

  /** As configurations write it: {@code float32}, {@code float16}, {@code int64}. */
  String label() {
    return this == FLOAT ? "float32" : name().toLowerCase(Locale.ROOT);
  }
}
