package dev.lukis.cli;

import dev.lukis.model.ModelCard;
import dev.lukis.model.ModelReport;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;

/** Takes what {@code check} finds, in this order. For one thread. */
interface CheckOutput {
  void files(List<CheckedFile> files);

  void model(ModelCard card, ModelReport report);

  /**
   * @param weights bytes that they take
   * @param available bytes that were free before loading
   */
  void memory(long weights, OptionalLong available);

  /** A stage took so long. */
  void time(String stage, double millis);

  /** The image is made, and every output of every graph was finite. */
  void painted(int width, int height);

  /** The image is written. */
  void written(String file);

  /** The most bytes that the process has held. */
  void peak(OptionalLong bytes);

  /** The nodes of each graph by the execution provider that ran them. */
  void providers(Map<String, SortedMap<String, Integer>> nodes);

  /** The model cannot be used. */
  void failed(String message);

  /** Nothing more is found. */
  void end();
}
