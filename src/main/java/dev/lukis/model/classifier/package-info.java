/** Image classifiers in ONNX, for safety checks. Start here: {@link ImageClassifier}. */
@NullMarked
package dev.lukis.model.classifier;

import org.jspecify.annotations.NullMarked;
