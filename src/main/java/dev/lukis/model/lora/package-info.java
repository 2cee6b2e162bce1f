/**
 * LoRAs: small files that change the weights of a model. They are read, matched with the model's
 * modules by name, and added to the weights when a graph is loaded. Start here: {@link
 * dev.lukis.model.lora.LoraSource}, {@link dev.lukis.model.lora.MatchedLoras}.
 */
@NullMarked
package dev.lukis.model.lora;

import org.jspecify.annotations.NullMarked;
