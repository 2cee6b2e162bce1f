/**
 * Decides which clients may upgrade to a WebSocket, and explains refusals to them and to the
 * operator. Start here: {@link UpgradeGate}, {@link UpgradeRefusal}.
 */
@NullMarked
package dev.lukis.live.upgrade;

import org.jspecify.annotations.NullMarked;
