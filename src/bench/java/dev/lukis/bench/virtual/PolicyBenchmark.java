package dev.lukis.bench.virtual;

import static dev.lukis.bench.MarkdownTable.number;
import static dev.lukis.bench.MarkdownTable.pair;

import dev.lukis.bench.MarkdownTable;
import dev.lukis.bench.Options;
import dev.lukis.bench.Readings;
import dev.lukis.bench.Visit;
import dev.lukis.dispatch.DispatchStatistics;
import dev.lukis.dispatch.FinishPolicy;
import dev.lukis.dispatch.RestartPolicy;
import dev.lukis.dispatch.SteerPolicy;
import dev.lukis.dispatch.SupersessionPolicy;

/**
 * Compares the supersession policies where nothing else differs: typists at the service's own
 * sessions and denoising loop, in virtual time, on a device whose stages cost what was measured.
 * What it leaves out: the network, encoding, and everything else that a processor does meanwhile.
 *
 * <p>{@code mvn -Pbench -DskipTests package exec:exec@policies}. Options, within {@code
 * -Dbench.options="..."}: {@code -Dseconds=600} of virtual time for each row, {@code
 * -Dpolicies=steer,restart,finish}, {@code -Dtypists=1,4,16}, {@code -Ddraft.steps=1,2,4}, {@code
 * -Dsteer.percent=45} (the least noise a steered draft must have left), {@code -Dcap=8}, and the
 * costs of {@link StageCosts}.
 */
public final class PolicyBenchmark {
  private final int seconds = Options.integer("seconds", 600);
  private final MarkdownTable table =
      new MarkdownTable(
          "draft steps",
          "typists",
          "policy",
          "first image p50 / p95 (ms)",
          "staleness mean / p95 (ms)",
          "settle p50 / p95 (ms)",
          "longest gap (ms)",
          "images/s",
          "wasted steps (%)",
          "superseded / steered",
          "fewest / most images over mean",
          "out of order");

  private PolicyBenchmark() {}

  public static void main(String[] arguments) {
    System.out.println(StageCosts.ofOptions() + " (ns); batch cap " + cap() + "\n");
    PolicyBenchmark benchmark = new PolicyBenchmark();
    for (String draftSteps : Options.words("draft.steps", "1,2,4")) {
      for (String typists : Options.words("typists", "1,4,16")) {
        for (String policy : Options.words("policies", "steer,restart,finish")) {
          benchmark.row(Integer.parseInt(draftSteps), Integer.parseInt(typists), policy);
        }
      }
    }
  }

  private static int cap() {
    return Options.integer("cap", 8);
  }

  private void row(int draftSteps, int typists, String policy) {
    VirtualCrowd crowd =
        new VirtualCrowd(
            new Visit(1, typists, false, 0),
            policy(policy),
            StageCosts.ofOptions(),
            cap(),
            draftSteps);
    Readings readings = crowd.type(seconds);
    DispatchStatistics statistics = crowd.statistics();
    table.row(
        Integer.toString(draftSteps),
        Integer.toString(typists),
        policy,
        pair(readings.firstImage.median(), readings.firstImage.quantile(0.95), 0),
        pair(readings.staleness.mean(), readings.staleness.quantile(0.95), 1),
        pair(readings.settle.median(), readings.settle.quantile(0.95), 0),
        Long.toString(readings.longestGap),
        number((double) readings.totalImages() / seconds, 1),
        number(100.0 * statistics.wastedSteps() / statistics.steps(), 2),
        statistics.superseded() + " / " + statistics.steered(),
        pair(readings.fewest(), readings.most(), 2),
        Long.toString(readings.outOfOrder));
  }

  private static SupersessionPolicy policy(String name) {
    return switch (name) {
      case "steer" -> new SteerPolicy(Options.integer("steer.percent", 45) / 100f);
      case "restart" -> new RestartPolicy();
      case "finish" -> new FinishPolicy();
      default ->
          throw new IllegalArgumentException(
              "policies: " + name + " (expected: steer, restart or finish)");
    };
  }
}
