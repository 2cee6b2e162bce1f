/**
 * ONNX graphs of the networks of Stable Diffusion's kind, made from a network's configuration and
 * the table of its weights. A graph is a pure function of both; its weights stay in their files.
 * One file a network: start with {@link dev.lukis.model.graph.UNet2DCondition}; {@link
 * dev.lukis.model.graph.GraphBuilder} and {@link dev.lukis.model.graph.Layers} are what they are
 * made with.
 *
 * <p>In the graphs, images are [batch, channels, height, width]. Sequences are rows: [batch *
 * tokens, channels].
 */
@NullMarked
package dev.lukis.model.graph;

import org.jspecify.annotations.NullMarked;
