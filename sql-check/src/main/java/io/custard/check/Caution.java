package io.custard.check;

import java.util.List;

/** Why a statement that runs may give an answer that misleads. */
public sealed interface Caution {
  /** In plain words, for whoever reads the answer. */
  String sentence();

  /**
   * A sum or count over a table after joining another that has several rows for each of its rows.
   *
   * @param figure the call as a person would write it, such as {@code sum(orders.total)}
   */
  record FanOut(String figure, String parent, String child) implements Caution {
    @Override
    public String sentence() {
      return "%s takes each row of %s once for every matching row of %s, so the figure may be too high."
          .formatted(figure, parent, child);
    }
  }

  /** An average over a table after such a join: each value weighs as often as it is repeated. */
  record RepeatedAverage(String figure, String parent, String child) implements Caution {
    @Override
    public String sentence() {
      return "%s takes each row of %s once for every matching row of %s, so rows with more of them weigh more."
          .formatted(figure, parent, child);
    }
  }

  /** An inner join leaves out rows without a partner although the question may be about them. */
  record RowLoss(String lost, String partner) implements Caution {
    @Override
    public String sentence() {
      return "Rows of %s without a matching row of %s are left out of the answer."
          .formatted(lost, partner);
    }
  }

  /** Two tables that each have several rows for a row of a third are joined to it at once. */
  record ChasmTrap(String parent, String first, String second) implements Caution {
    @Override
    public String sentence() {
      return "%s and %s are both joined to %s, so each row of one is repeated for every row of the other and the figures may be too high."
          .formatted(first, second, parent);
    }
  }

  /** Two tables joined by columns that are a key of neither. */
  record NonKeyJoin(String left, String right, List<String> columns) implements Caution {
    public NonKeyJoin {
      columns = List.copyOf(columns);
    }

    @Override
    public String sentence() {
      return "%s and %s are joined by %s, which is a known key of neither, so rows may be matched that do not belong together."
          .formatted(left, right, String.join(" and ", columns));
    }
  }
}
