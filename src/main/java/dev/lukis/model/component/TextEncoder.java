package dev.lukis.model.component;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.InputBuffer;
import dev.lukis.model.onnx.OnnxGraph;
import dev.lukis.model.onnx.OnnxSignature;
import dev.lukis.model.tokenizer.Tokens;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** Turns token ids into the hidden states that condition the denoiser. One thread at a time. */
public final class TextEncoder implements AutoCloseable {
  private static final String INPUT_IDS = "input_ids";
  private static final String HIDDEN_STATES = "hidden_states.";

  private final OnnxGraph graph;
  private final List<String> outputs;
  private final InputBuffer inputIds;

  private TextEncoder(OnnxGraph graph, List<String> outputs) {
    this.graph = graph;
    this.outputs = outputs;
    this.inputIds = new InputBuffer(graph.signature(), INPUT_IDS);
  }

  /** Returns its first output: the last hidden states. */
  public static TextEncoder last(LoadContext parts, String folder) {
    OnnxSignature signature = signature(parts, folder);
    return load(parts, signature, List.of(signature.firstOutput()));
  }

  /** Returns the hidden states before the last, and further outputs by name. */
  public static TextEncoder lastButOne(LoadContext parts, String folder, String... more) {
    OnnxSignature signature = signature(parts, folder);
    List<String> outputs = new ArrayList<>(List.of(lastButOne(signature)));
    for (String output : more) {
      signature.requireOutput(output);
      outputs.add(output);
    }
    return load(parts, signature, List.copyOf(outputs));
  }

  private static String lastButOne(OnnxSignature signature) {
    TreeMap<Integer, String> states = new TreeMap<>();
    for (String output : signature.outputs().keySet()) {
      if (output.startsWith(HIDDEN_STATES)) {
        states.put(Integer.parseInt(output.substring(HIDDEN_STATES.length())), output);
      }
    }
    if (states.size() < 2) {
      throw new ModelException(
          String.format(
              Locale.ROOT,
              "%s: outputs: %s (expected: hidden_states.0, hidden_states.1, ... among them)",
              signature.name(),
              signature.outputs().keySet()));
    }
    return states.lowerEntry(states.lastKey()).getValue();
  }

  private static OnnxSignature signature(LoadContext parts, String folder) {
    OnnxSignature signature = parts.signature(folder + "/model.onnx");
    signature.requireInputs(Set.of(INPUT_IDS), Set.of());
    signature.requireInput(INPUT_IDS, OnnxSignature.WHOLES, 2);
    signature.requireOpen(INPUT_IDS, 0);
    return signature;
  }

  private static TextEncoder load(
      LoadContext parts, OnnxSignature signature, List<String> outputs) {
    return parts.owned(new TextEncoder(parts.graph(signature), outputs));
  }

  /**
   * @param prompts at least one, all of one length
   * @return the first is hidden states [prompts, tokens, width]
   */
  public List<Tensor> encode(List<Tokens> prompts) {
    int length = prompts.get(0).ids().length;
    long[] ids = new long[prompts.size() * length];
    for (int i = 0; i < prompts.size(); i++) {
      System.arraycopy(prompts.get(i).ids(), 0, ids, i * length, length);
    }
    return graph.outputs(outputs, inputIds.longs(ids, prompts.size(), length));
  }

  /** Called when the model is closed, which owns this part. */
  @Override
  public void close() {
    graph.close();
  }
}
