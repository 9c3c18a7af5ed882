package io.custard.evaluation.rows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of a result in, of any number in bounded memory: their count, what their order and
 * what their bag hash to, and the first {@link #KEPT} themselves.
 */
public final class RowTape {
  /** Gold results are never larger: the sets were made with this bound. */
  static final int KEPT = 200_000;

  private final MessageDigest inOrder = sha256();
  private final MessageDigest single = sha256();
  private final List<List<@Nullable Object>> kept = new ArrayList<>();
  private long count;
  private long bagHigh;
  private long bagLow;

  /** Where rows go as they come. */
  @FunctionalInterface
  public interface Sink {
    void row(List<@Nullable Object> row) throws IOException;
  }

  /** The row's text. */
  public byte[] add(List<@Nullable Object> row) {
    byte[] text = RowText.of(row);
    inOrder.update(text);
    ByteBuffer hash = ByteBuffer.wrap(single.digest(text));
    bagHigh += hash.getLong();
    bagLow += hash.getLong();
    count++;
    if (count <= KEPT) {
      kept.add(row);
    }
    return text;
  }

  /** What is left to say when no row comes any more. */
  public Rows end() {
    byte[] order = inOrder.digest();
    List<List<@Nullable Object>> rows = count <= KEPT ? kept : List.of();
    return new Rows(count, rows, List.of(bagHigh, bagLow), Arrays.toString(order));
  }

  /**
   * A whole result.
   *
   * @param rows themselves; none when there are more than are kept
   * @param bag equal for equal rows in any order
   * @param order equal for equal rows in the same order
   */
  public record Rows(long count, List<List<@Nullable Object>> rows, List<Long> bag, String order) {
    public Rows {
      rows = List.copyOf(rows);
      bag = List.copyOf(bag);
    }

    /** The same values of the same types. */
    public boolean isSame(Rows other, boolean ordered) {
      return count == other.count && (ordered ? order.equals(other.order) : bag.equals(other.bag));
    }

    boolean isKept() {
      return count == rows.size();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
