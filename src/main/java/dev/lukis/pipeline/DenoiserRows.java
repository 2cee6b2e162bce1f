package dev.lukis.pipeline;

import dev.lukis.model.component.DenoiserRow;
import dev.lukis.model.component.PromptEmbeddings;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of one denoiser call: one for each generation, and behind it a second, with the negative
 * prompt, for each that is guided.
 */
final class DenoiserRows {
  /** How much longer than the longest prompt all may become. */
  private static final int MOST_REPEATED = 2;

  private final List<Generation> batch;
  private final List<DenoiserRow> rows = new ArrayList<>();
  private final List<Generation> owners = new ArrayList<>();

  private DenoiserRows(List<Generation> batch) {
    this.batch = batch;
  }

  /**
   * The calls for a batch: one, unless prompts are so unlike in length that repeating the shorter
   * ones until all are of one length would cost more than a call of their own.
   */
  static List<DenoiserRows> of(List<Generation> batch) {
    SortedMap<Integer, List<Generation>> byLength = new TreeMap<>();
    for (Generation generation : batch) {
      int tokens = generation.conditioning().prompt().tokens();
      byLength.computeIfAbsent(tokens, any -> new ArrayList<>()).add(generation);
    }
    int together = byLength.keySet().stream().reduce(1, PromptEmbeddings::commonLength);
    if (together <= MOST_REPEATED * byLength.lastKey()) {
      return List.of(rowsOf(batch));
    }
    return byLength.values().stream().map(DenoiserRows::rowsOf).toList();
  }

  private static DenoiserRows rowsOf(List<Generation> batch) {
    DenoiserRows all = new DenoiserRows(batch);
    batch.forEach(all::add);
    return all;
  }

  private void add(Generation generation) {
    Tensor input = generation.modelInput();
    float timestep = generation.timestep();
    float scale = generation.request().guidanceScale();
    add(generation, new DenoiserRow(input, timestep, generation.promptInputs(), scale));
    generation
        .negativeInputs()
        .ifPresent(negative -> add(generation, new DenoiserRow(input, timestep, negative, scale)));
  }

  private void add(Generation owner, DenoiserRow row) {
    owners.add(owner);
    rows.add(row);
  }

  /** The generations that rows belong to, each once. */
  List<Generation> generations(List<Integer> numbers) {
    return numbers.stream().map(owners::get).distinct().toList();
  }

  List<DenoiserRow> rows() {
    return rows;
  }

  /** Hands each generation what the model answered, guidance applied. */
  void advance(Tensor output) {
    int row = 0;
    for (Generation generation : batch) {
      Tensor answer = output.row(row++);
      if (generation.conditioning().negative().isPresent()) {
        answer = guided(answer, output.row(row++), generation.request().guidanceScale());
      }
      generation.advance(answer);
    }
  }

  private static Tensor guided(Tensor prompted, Tensor unprompted, float scale) {
    return unprompted.plus(scale, prompted.plus(-1, unprompted));
  }
}
