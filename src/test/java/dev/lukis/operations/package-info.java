/** Files for operators: manifests, alerts, container files, proxy configurations, NOTICE. */
@NullMarked
package dev.lukis.operations;

import org.jspecify.annotations.NullMarked;
