package dev.lukis.model.hub.selection;

/** What a repository is fetched for. */
public enum Purpose {
  /** A whole model, or what the repository has, where nothing else is known. */
  MODEL,
  /** A tiny decoder: one network with its configuration. */
  TINY_DECODER,
  /** A LoRA: one file. */
  LORA
}
