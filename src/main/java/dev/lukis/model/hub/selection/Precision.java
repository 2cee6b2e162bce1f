package dev.lukis.model.hub.selection;

/** The precision of the weights that are preferred where a repository has several. */
public enum Precision {
  /** 32 bits, as processors compute. */
  SINGLE,
  /** 16 bits, as GPUs compute. */
  HALF
}
