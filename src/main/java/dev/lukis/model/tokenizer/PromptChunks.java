package dev.lukis.model.tokenizer;

import dev.lukis.text.WeightedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Distributes a prompt over chunks as the web interface of AUTOMATIC1111 does: each has its own
 * start and end; a chunk that is full ends after its last comma, if that is not too far back. Used
 * once.
 */
final class PromptChunks {
  /** Tokens that move to the next chunk at most, for the sake of a comma. */
  private static final int BACKTRACK = 20;

  private final ClipTokens special;
  private final int room;

  // Mutable state
  private final List<Tokens> chunks = new ArrayList<>();
  private List<Integer> ids = new ArrayList<>();
  private List<Double> weights = new ArrayList<>();
  private int lastComma = -1;

  /**
   * The ids that have a meaning of their own.
   *
   * @param padding follows the end
   * @param length of a chunk with its start and its end
   */
  record ClipTokens(int start, int end, int padding, int comma, int length) {}

  PromptChunks(ClipTokens special) {
    this.special = special;
    this.room = special.length() - 2;
  }

  /**
   * @param pieces the ids of a text
   */
  List<Tokens> of(String prompt, Function<String, List<Integer>> pieces, int most) {
    for (WeightedText part : WeightedText.parse(prompt)) {
      if (part.afterBreak()) {
        end();
      }
      pieces.apply(part.text()).forEach(id -> add(id, part.weight()));
    }
    if (!ids.isEmpty() || chunks.isEmpty()) {
      end();
    }
    return chunks.size() <= most ? chunks : cut(most);
  }

  private List<Tokens> cut(int most) {
    List<Tokens> kept = new ArrayList<>(chunks.subList(0, most));
    Tokens last = kept.get(most - 1);
    kept.set(most - 1, new Tokens(last.ids(), last.weights(), true));
    return kept;
  }

  private void add(int id, double weight) {
    if (id == special.comma()) {
      lastComma = ids.size();
    } else if (ids.size() == room && lastComma != -1 && room - lastComma <= BACKTRACK) {
      endAfterComma();
    }
    if (ids.size() == room) {
      end();
    }
    ids.add(id);
    weights.add(weight);
  }

  private void endAfterComma() {
    int kept = lastComma + 1;
    List<Integer> laterIds = new ArrayList<>(ids.subList(kept, room));
    List<Double> laterWeights = new ArrayList<>(weights.subList(kept, room));
    ids = ids.subList(0, kept);
    weights = weights.subList(0, kept);
    end();
    ids = laterIds;
    weights = laterWeights;
  }

  private void end() {
    long[] all = new long[special.length()];
    float[] factors = new float[special.length()];
    Arrays.fill(all, special.padding());
    Arrays.fill(factors, 1);
    all[0] = special.start();
    for (int i = 0; i < ids.size(); i++) {
      all[i + 1] = ids.get(i);
      factors[i + 1] = (float) (double) weights.get(i);
    }
    all[ids.size() + 1] = special.end();
    boolean alike = weights.stream().allMatch(weight -> weight == 1);
    chunks.add(new Tokens(all, alike ? new float[0] : factors, false));
    ids = new ArrayList<>();
    weights = new ArrayList<>();
    lastComma = -1;
  }
}
