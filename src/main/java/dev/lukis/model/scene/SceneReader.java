package dev.lukis.model.scene;

/** Reads what a prompt shows. Thread-safe: called for every edit, on any thread. */
public interface SceneReader {
  /**
   * @param prompt as it was typed, in any language; a last word without a space behind it is read
   *     as unfinished
   * @return the same reading for the same prompt
   */
  SceneReading read(String prompt);
}
