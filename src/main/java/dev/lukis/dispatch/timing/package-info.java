/** Times that a device takes: steps by batch size, drafts, and the current turn. */
@NullMarked
package dev.lukis.dispatch.timing;

import org.jspecify.annotations.NullMarked;
