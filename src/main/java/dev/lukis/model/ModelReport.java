package dev.lukis.model;

import dev.lukis.model.lora.LoraReport;
import dev.lukis.model.onnx.Device;
import java.util.List;

/**
 * What was found in a model's directory.
 *
 * @param family its {@code _class_name}
 * @param scheduler the class of its noise scheduler
 * @param device on which it runs
 * @param graphs each graph that is loaded
 * @param bytes of the files or weights that are loaded
 * @param weights how they are held: mapped or packed
 * @param previews how previews are made, in words
 * @param loras that are added to the weights
 * @param notes what a user should know of the files, in words
 */
public record ModelReport(
    String family,
    String scheduler,
    Device device,
    List<GraphReport> graphs,
    long bytes,
    String weights,
    String previews,
    List<LoraReport> loras,
    List<String> notes) {}
