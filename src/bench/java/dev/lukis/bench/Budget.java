package dev.lukis.bench;

import static dev.lukis.bench.MarkdownTable.number;

import dev.lukis.model.DiffusionModel;
import java.util.List;

/**
 * What one typist waited for their first images, against what the parts cost: debounce, text
 * encoding, one draft, decoding, JPEG. All but the debounce are measured in this JVM after the
 * servers have ended. Times are 95th percentiles in milliseconds.
 *
 * @param policy of the row with one typist
 * @param debounce of the keystrokes
 * @param firstImage from a keystroke to its first image
 */
public record Budget(String policy, double debounce, double firstImage) {
  private static final int WARMUP = 20;
  private static final int ROUNDS = 60;

  public static void print(List<Budget> budgets) {
    if (budgets.isEmpty()) {
      return;
    }
    double draft = draft();
    System.out.println("\nOne typist; a whole draft takes " + number(draft, 1) + " ms\n");
    MarkdownTable table =
        new MarkdownTable(
            "policy", "debounce p95 (ms)", "first image p95 (ms)", "over debounce + draft");
    for (Budget budget : budgets) {
      table.row(
          budget.policy,
          number(budget.debounce, 0),
          number(budget.firstImage, 0),
          number(budget.firstImage / (budget.debounce + draft), 2));
    }
  }

  private static double draft() {
    DiffusionModel model = DiffusionModel.load(Options.model(), Options.threads());
    try (Stages stages = new Stages(model)) {
      stages.run(WARMUP, ROUNDS);
      return stages.draftMillis();
    }
  }
}
