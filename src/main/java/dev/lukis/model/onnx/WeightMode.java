package dev.lukis.model.onnx;

/** How the weights of graphs that are made from safetensors are held on a processor. */
public enum WeightMode {
  /** Packed, unless the free memory is too small for it. */
  AUTO,
  /** Used where they lie in their files: loading takes next to no time and memory. */
  MAPPED,
  /** Copied into the layout that computes fastest. */
  PACKED
}
