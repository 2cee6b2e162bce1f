package dev.lukis.model;

import java.util.List;

/**
 * The files of one model, how its graphs are to be run, and what of it is loaded.
 *
 * @param natives takes whatever is to be closed, also when loading fails half-way
 */
record ModelParts(ModelDirectory directory, Execution execution, List<AutoCloseable> natives) {
  /** What a graph says of itself; its weights are not read. */
  OnnxSignature signature(String file) {
    return OnnxSignature.read(file, directory.required(file));
  }

  OnnxGraph graph(OnnxSignature signature) {
    return OnnxGraph.load(directory, signature, execution);
  }

  <T extends AutoCloseable> T owned(T part) {
    natives.add(part);
    return part;
  }
}
