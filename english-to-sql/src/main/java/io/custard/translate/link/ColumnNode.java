package io.custard.translate.link;

import io.custard.translate.Column;
import io.custard.translate.ColumnRef;
import io.custard.translate.ColumnType;
import java.util.List;

/** A column as the linker knows it, with the stems of its name. */
public final class ColumnNode {
  private final TableNode owner;
  private final Column column;
  private final List<String> words;
  private final String shown;

  ColumnNode(TableNode owner, Column column, List<String> plain, List<String> words) {
    this.shown = plain.isEmpty() ? column.name() : String.join(" ", plain);
    this.owner = owner;
    this.column = column;
    this.words = List.copyOf(words);
  }

  /** The table it belongs to. */
  public TableNode owner() {
    return owner;
  }

  /** The column of the schema. */
  public Column column() {
    return column;
  }

  /** Its type. */
  public ColumnType type() {
    return column.type();
  }

  /** The stems of its name without what all columns of its table share. */
  public List<String> words() {
    return words;
  }

  /** Whether it alone is the key of its table. */
  public boolean soleKey() {
    return owner.key().size() == 1 && owner.key().get(0) == this;
  }

  /** Whether its name says it identifies rows. */
  public boolean identifier() {
    String last = words.isEmpty() ? "" : words.get(words.size() - 1);
    return last.equals("id") || last.equals("uid") || last.equals("uuid");
  }

  /** Its full name. */
  public ColumnRef reference() {
    return new ColumnRef(owner.table().schema(), owner.table().name(), column.name());
  }

  /** The name as it reads in a sentence. */
  public String humanised() {
    return shown;
  }

  @Override
  public String toString() {
    return owner + "." + column.name();
  }
}
