package dev.lukis.model.onnx;

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
  DOUBLE;

  public static OnnxType of(int number) {
    return number >= 0 && number < values().length ? values()[number] : UNDEFINED;
  }
}
