/**
 * The sampler of a model: read from {@code scheduler_config.json}, or chosen by name. Start here:
 * {@link SchedulerConfig}, {@link SamplerName}.
 */
@NullMarked
package dev.lukis.model.sampler;

import org.jspecify.annotations.NullMarked;
