package dev.lukis.model.lora;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tensor of a LoRA is, by its name.
 *
 * @param module that it changes, as the file names it
 */
record LoraKey(String module, Role role) {
  /** The parts of a module's change: up * (mid *) down * alpha / rank. */
  enum Role {
    DOWN,
    UP,
    MID,
    ALPHA
  }

  /** kohya's lora_down; PEFT's lora_A, with or without the name of its adapter. */
  private static final Pattern KOHYA_OR_PEFT =
      Pattern.compile("(.+)\\.lora_(A|B|down|up|mid)(?:\\.[^.]+)?\\.weight");

  /** diffusers before PEFT: .lora.down, .lora_linear_layer.down, .processor.to_q_lora.down. */
  private static final Pattern DIFFUSERS =
      Pattern.compile("(.+?)(?:\\.lora|_lora|\\.lora_linear_layer)\\.(down|up)\\.weight");

  private static final String ALPHA = ".alpha";

  static Optional<LoraKey> of(String name) {
    if (name.endsWith(ALPHA)) {
      String module = name.substring(0, name.length() - ALPHA.length());
      return Optional.of(new LoraKey(module, Role.ALPHA));
    }
    return of(KOHYA_OR_PEFT.matcher(name)).or(() -> of(DIFFUSERS.matcher(name)));
  }

  private static Optional<LoraKey> of(Matcher matcher) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Role role =
        switch (matcher.group(2)) {
          case "A", "down" -> Role.DOWN;
          case "B", "up" -> Role.UP;
          default -> Role.MID;
        };
    return Optional.of(new LoraKey(matcher.group(1).replace(".processor", ""), role));
  }
}
