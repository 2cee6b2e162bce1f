/** Clients that load a running server over the network. Start here: {@link LoadGenerator}. */
package dev.lukis.bench.load;
