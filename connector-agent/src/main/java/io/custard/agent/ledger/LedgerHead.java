package io.custard.agent.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last line of a ledger. Told to somebody else it makes a cut-off tail visible.
 *
 * @param seq of the line; 0 when there is none
 * @param hash of the line in hexadecimal
 */
public record LedgerHead(long seq, String hash) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

  /** Before the first line. */
  public static final LedgerHead START = new LedgerHead(0, "0".repeat(64));

  /** Reads {@code seq:hash}. */
  public static Optional<LedgerHead> parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    return parts.matches()
        ? Optional.of(new LedgerHead(Long.parseLong(parts.group(1)), parts.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return seq + ":" + hash;
  }
}
