package dev.lukis.model.layout;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.lora.LoraFiles;
import dev.lukis.model.lora.LoraSource;
import dev.lukis.model.lora.MatchedLoras;
import dev.lukis.model.onnx.GraphSource;
import java.util.Collection;
import java.util.List;

/**
 * A model whose tiny decoder comes from elsewhere.
 *
 * @param own layout of the model
 * @param tiny takes the place of the model's tiny decoder
 */
record WithTinyDecoder(ModelLayout own, TinyDecoderFolder tiny) implements ModelLayout {
  @Override
  public boolean has(String part) {
    return part.equals(TINY_DECODER) || own.has(part);
  }

  @Override
  public JsonObject config(String part) {
    return part.equals(TINY_DECODER) ? tiny.config() : own.config(part);
  }

  @Override
  public GraphSource graph(String part) {
    return part.equals(TINY_DECODER) ? tiny.source() : own.graph(part);
  }

  @Override
  public int spatialFactor() {
    return own.spatialFactor();
  }

  @Override
  public long bytes(Collection<String> parts) {
    long others = own.bytes(parts.stream().filter(part -> !part.equals(TINY_DECODER)).toList());
    return others + (parts.contains(TINY_DECODER) ? tiny.bytes() : 0);
  }

  @Override
  public ModelLayout with(List<LoraSource> sources, LoraFiles files) {
    return new WithTinyDecoder(own.with(sources, files), tiny);
  }

  @Override
  public MatchedLoras loras() {
    return own.loras();
  }

  @Override
  public List<String> notes() {
    return own.notes();
  }

  @Override
  public boolean skipsLayers() {
    return own.skipsLayers();
  }

  @Override
  public String weights() {
    return own.weights();
  }
}
