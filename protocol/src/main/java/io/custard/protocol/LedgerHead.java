package io.custard.protocol;

import java.util.Objects;

/**
 * How far the agent's ledger reached when this was said. The cloud keeps it, so that a tail that is
 * cut off later can be found ({@code custard-agent ledger verify --head HASH}).
 *
 * @param lines since the ledger was begun
 * @param hash of the last line, in lower-case hexadecimal
 */
public record LedgerHead(long lines, String hash) {
  public LedgerHead {
    Objects.requireNonNull(hash);
  }
}
