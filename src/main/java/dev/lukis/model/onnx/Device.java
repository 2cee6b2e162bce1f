package dev.lukis.model.onnx;

/**
 * What a model runs on.
 *
 * @param kind of processor
 * @param index of the device among those of its kind, from 0
 */
public record Device(Kind kind, int index) {
  /** Kinds of processor. */
  public enum Kind {
    CPU,
    CUDA
  }

  public static final Device CPU = new Device(Kind.CPU, 0);

  public static Device cuda(int index) {
    return new Device(Kind.CUDA, index);
  }

  public boolean onGpu() {
    return kind == Kind.CUDA;
  }

  /** As {@code lukis.device} names it. */
  @Override
  public String toString() {
    return onGpu() ? "cuda:" + index : "cpu";
  }
}
