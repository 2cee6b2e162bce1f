package dev.lukis.model.weights;

import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file.
 *
 * @param tensors in the order of their bytes
 * @param metadata whatever its writer noted; not to be trusted
 */
public record SafetensorsFile(List<StoredTensor> tensors, Map<String, String> metadata) {}
