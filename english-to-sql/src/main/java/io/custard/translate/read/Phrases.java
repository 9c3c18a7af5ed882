package io.custard.translate.read;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The phrases of comparison and aggregation, longest first. */
final class Phrases {
  static final List<String> DETERMINERS =
      List.of(
          "the",
          "a",
          "an",
          "all",
          "of",
          "any",
          "some",
          "its",
          "their",
          "his",
          "her",
          "these",
          "those",
          "list",
          "value",
          "values",
          "possible",
          "every",
          "each",
          "corresponding",
          "this",
          "respective",
          "related",
          "associated",
          "also",
          "just",
          "only",
          "both");
  static final List<String> DISTINCT = List.of("different", "distinct", "unique");

  private static final List<Map.Entry<String, Op>> BEFORE =
      List.of(
          Map.entry("greater than or equal to", Op.GE),
          Map.entry("more than or equal to", Op.GE),
          Map.entry("less than or equal to", Op.LE),
          Map.entry("fewer than or equal to", Op.LE),
          Map.entry("no less than", Op.GE),
          Map.entry("not less than", Op.GE),
          Map.entry("no fewer than", Op.GE),
          Map.entry("no more than", Op.LE),
          Map.entry("not more than", Op.LE),
          Map.entry("not higher than", Op.LE),
          Map.entry("not greater than", Op.LE),
          Map.entry("not lower than", Op.GE),
          Map.entry("at least", Op.GE),
          Map.entry("a minimum of", Op.GE),
          Map.entry("minimum of", Op.GE),
          Map.entry("at most", Op.LE),
          Map.entry("a maximum of", Op.LE),
          Map.entry("maximum of", Op.LE),
          Map.entry("up to", Op.LE),
          Map.entry("more than", Op.GT),
          Map.entry("greater than", Op.GT),
          Map.entry("larger than", Op.GT),
          Map.entry("higher than", Op.GT),
          Map.entry("bigger than", Op.GT),
          Map.entry("later than", Op.GT),
          Map.entry("in excess of", Op.GT),
          Map.entry("less than", Op.LT),
          Map.entry("fewer than", Op.LT),
          Map.entry("lower than", Op.LT),
          Map.entry("smaller than", Op.LT),
          Map.entry("earlier than", Op.LT),
          Map.entry("different from", Op.NE),
          Map.entry("other than", Op.NE),
          Map.entry("not equal to", Op.NE),
          Map.entry("equal to", Op.EQ),
          Map.entry("equals", Op.EQ),
          Map.entry("exactly", Op.EQ),
          Map.entry("exceeding", Op.GT),
          Map.entry("exceeds", Op.GT),
          Map.entry("exceed", Op.GT),
          Map.entry("above", Op.GT),
          Map.entry("over", Op.GT),
          Map.entry("beyond", Op.GT),
          Map.entry("below", Op.LT),
          Map.entry("under", Op.LT),
          Map.entry("before", Op.LT),
          Map.entry("prior to", Op.LT),
          Map.entry("until", Op.LE),
          Map.entry("on or after", Op.GE),
          Map.entry("on or before", Op.LE),
          Map.entry("after", Op.GT),
          Map.entry("since", Op.GE),
          Map.entry("following", Op.GT),
          Map.entry("containing", Op.CONTAINS),
          Map.entry("contains", Op.CONTAINS),
          Map.entry("contain", Op.CONTAINS),
          Map.entry("including", Op.CONTAINS),
          Map.entry("includes", Op.CONTAINS),
          Map.entry("include", Op.CONTAINS),
          Map.entry("like", Op.CONTAINS),
          Map.entry("starting with", Op.STARTS),
          Map.entry("starts with", Op.STARTS),
          Map.entry("start with", Op.STARTS),
          Map.entry("beginning with", Op.STARTS),
          Map.entry("begins with", Op.STARTS),
          Map.entry("begin with", Op.STARTS),
          Map.entry("ending with", Op.ENDS),
          Map.entry("ends with", Op.ENDS),
          Map.entry("end with", Op.ENDS),
          Map.entry(">=", Op.GE),
          Map.entry("<=", Op.LE),
          Map.entry("<>", Op.NE),
          Map.entry("!=", Op.NE),
          Map.entry(">", Op.GT),
          Map.entry("<", Op.LT),
          Map.entry("=", Op.EQ));

  private static final Map<String, Op> AFTER =
      Map.ofEntries(
          Map.entry("or more", Op.GE),
          Map.entry("or greater", Op.GE),
          Map.entry("or higher", Op.GE),
          Map.entry("or above", Op.GE),
          Map.entry("or over", Op.GE),
          Map.entry("or older", Op.GE),
          Map.entry("or later", Op.GE),
          Map.entry("or after", Op.GE),
          Map.entry("and above", Op.GE),
          Map.entry("and over", Op.GE),
          Map.entry("or less", Op.LE),
          Map.entry("or fewer", Op.LE),
          Map.entry("or lower", Op.LE),
          Map.entry("or below", Op.LE),
          Map.entry("or under", Op.LE),
          Map.entry("or younger", Op.LE),
          Map.entry("or earlier", Op.LE),
          Map.entry("or before", Op.LE));

  private static final Map<String, Fn> FUNCTIONS =
      Map.ofEntries(
          Map.entry("average", Fn.AVG),
          Map.entry("mean", Fn.AVG),
          Map.entry("avg", Fn.AVG),
          Map.entry("total", Fn.SUM),
          Map.entry("sum", Fn.SUM),
          Map.entry("combined", Fn.SUM),
          Map.entry("summed", Fn.SUM),
          Map.entry("maximum", Fn.MAX),
          Map.entry("max", Fn.MAX),
          Map.entry("maximal", Fn.MAX),
          Map.entry("minimum", Fn.MIN),
          Map.entry("min", Fn.MIN),
          Map.entry("minimal", Fn.MIN),
          Map.entry("highest", Fn.MAX),
          Map.entry("largest", Fn.MAX),
          Map.entry("greatest", Fn.MAX),
          Map.entry("biggest", Fn.MAX),
          Map.entry("longest", Fn.MAX),
          Map.entry("latest", Fn.MAX),
          Map.entry("oldest", Fn.MAX),
          Map.entry("most", Fn.MAX),
          Map.entry("best", Fn.MAX),
          Map.entry("top", Fn.MAX),
          Map.entry("lowest", Fn.MIN),
          Map.entry("smallest", Fn.MIN),
          Map.entry("least", Fn.MIN),
          Map.entry("fewest", Fn.MIN),
          Map.entry("shortest", Fn.MIN),
          Map.entry("earliest", Fn.MIN),
          Map.entry("youngest", Fn.MIN),
          Map.entry("worst", Fn.MIN));

  private Phrases() {}

  static @Nullable Op comparison(Cursor cursor) {
    for (Map.Entry<String, Op> entry : BEFORE) {
      if (cursor.eat(entry.getKey())) {
        cursor.eat("or equal to");
        return entry.getValue();
      }
    }
    return null;
  }

  /** A comparison written behind its number, as in "3 or more". */
  static @Nullable Op trailing(Cursor cursor) {
    for (Map.Entry<String, Op> entry : AFTER.entrySet()) {
      if (cursor.eat(entry.getKey())) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** The function a word asks for; superlatives only where a column follows. */
  static @Nullable Fn function(String word) {
    return FUNCTIONS.get(word);
  }

  /** Whether a function word can also pick out rows, as in "the highest mountain". */
  static boolean extreme(String word) {
    Fn fn = FUNCTIONS.get(word);
    return (fn == Fn.MAX || fn == Fn.MIN)
        && !word.startsWith("maxim")
        && !word.startsWith("minim")
        && !word.equals("max")
        && !word.equals("min");
  }
}
