package dev.lukis.model.component;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.graph.ClipText;
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
import java.util.function.UnaryOperator;

/** Turns token ids into the hidden states that condition the denoiser. One thread at a time. */
public final class TextEncoder implements AutoCloseable {
  private static final String INPUT_IDS = "input_ids";
  private static final String HIDDEN_STATES = "hidden_states.";

  private final OnnxGraph graph;
  private final List<String> outputs;
  private final UnaryOperator<Tensor> norm;
  private final InputBuffer inputIds;

  private TextEncoder(OnnxGraph graph, List<String> outputs, UnaryOperator<Tensor> norm) {
    this.graph = graph;
    this.outputs = outputs;
    this.norm = norm;
    this.inputIds = new InputBuffer(graph.signature(), INPUT_IDS);
  }

  /** Returns its first output: the last hidden states. */
  public static TextEncoder last(LoadContext parts, String part) {
    OnnxSignature signature = signature(parts, part);
    return load(parts, part, signature, List.of(signature.firstOutput()));
  }

  /**
   * Whose answer is the hidden states of an earlier layer, with the normalisation of the last.
   *
   * @param clipSkip 1 for the last layer, 2 for the last but one
   * @param eps {@code layer_norm_eps} of the network
   * @param sample a prompt of at least two different tokens
   * @throws ModelException when the graph does not have them
   */
  public static TextEncoder skipping(
      LoadContext parts, String part, int clipSkip, double eps, Tokens sample) {
    if (clipSkip == 1) {
      return last(parts, part);
    }
    OnnxSignature signature = signature(parts, part);
    List<String> states = List.copyOf(hiddenStates(signature).values());
    if (states.size() <= clipSkip) {
      throw refused(signature, clipSkip);
    }
    List<String> both = List.of(states.get(states.size() - 1), signature.firstOutput());
    TextEncoder whole = load(parts, part, signature, both);
    List<Tensor> lastLayer = whole.encode(List.of(sample));
    FinalNorm norm =
        FinalNorm.fit(lastLayer.get(0), lastLayer.get(1), eps)
            .orElseThrow(() -> refused(signature, clipSkip));
    return new TextEncoder(whole.graph, List.of(states.get(states.size() - clipSkip)), norm::apply);
  }

  private static ModelException refused(OnnxSignature signature, int clipSkip) {
    return new ModelException(
        signature.name()
            + ": clip skip: "
            + clipSkip
            + " (expected: 1: the graph has no hidden states of that layer as outputs; use the"
            + " model's safetensors)");
  }

  /** Returns the hidden states before the last, and further outputs by name. */
  public static TextEncoder lastButOne(LoadContext parts, String part, String... more) {
    OnnxSignature signature = signature(parts, part);
    List<String> outputs = new ArrayList<>(List.of(lastButOne(signature)));
    for (String output : more) {
      signature.requireOutput(output);
      outputs.add(output);
    }
    return load(parts, part, signature, List.copyOf(outputs));
  }

  private static String lastButOne(OnnxSignature signature) {
    if (signature.outputs().containsKey(ClipText.PENULTIMATE)) {
      return ClipText.PENULTIMATE;
    }
    TreeMap<Integer, String> states = hiddenStates(signature);
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

  private static TreeMap<Integer, String> hiddenStates(OnnxSignature signature) {
    TreeMap<Integer, String> states = new TreeMap<>();
    for (String output : signature.outputs().keySet()) {
      if (output.startsWith(HIDDEN_STATES)) {
        states.put(Integer.parseInt(output.substring(HIDDEN_STATES.length())), output);
      }
    }
    return states;
  }

  private static OnnxSignature signature(LoadContext parts, String part) {
    OnnxSignature signature = parts.signature(part);
    signature.requireInputs(Set.of(INPUT_IDS), Set.of());
    signature.requireInput(INPUT_IDS, OnnxSignature.WHOLES, 2);
    signature.requireOpen(INPUT_IDS, 0);
    return signature;
  }

  private static TextEncoder load(
      LoadContext parts, String part, OnnxSignature signature, List<String> outputs) {
    return parts.owned(
        new TextEncoder(parts.graph(part, signature), outputs, UnaryOperator.identity()));
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
    List<Tensor> all =
        new ArrayList<>(graph.outputs(outputs, inputIds.longs(ids, prompts.size(), length)));
    all.set(0, norm.apply(all.get(0)));
    return all;
  }

  /** Called when the model is closed, which owns this part. */
  @Override
  public void close() {
    graph.close();
  }
}
