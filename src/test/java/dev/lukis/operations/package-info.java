/** What operators are given: manifests, alerts and the reference of the configuration. */
@NullMarked
package dev.lukis.operations;

import org.jspecify.annotations.NullMarked;
