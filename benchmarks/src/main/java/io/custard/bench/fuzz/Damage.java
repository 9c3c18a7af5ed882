package io.custard.bench.fuzz;

/** Small damages to a statement: what typing, truncation and attackers do. */
final class Damage {
  private static final int LONGEST_SPAN = 30;
  private static final int LONGEST_TEXT = 40_000;

  private Damage() {}

  /** The text after one to four damages. */
  static String of(String text, String other, Dice dice) {
    String damaged = text;
    for (int times = 1 + dice.below(4); times > 0 && !damaged.isEmpty(); times--) {
      damaged = once(damaged, other, dice);
    }
    return damaged;
  }

  private static String once(String text, String other, Dice dice) {
    int at = dice.below(text.length());
    int to = Math.min(text.length(), at + 1 + dice.below(LONGEST_SPAN));
    String before = text.substring(0, at);
    String span = text.substring(at, to);
    String after = text.substring(to);
    return switch (dice.below(8)) {
      case 0 -> before + after;
      case 1 -> before + ' ' + Words.word(dice) + ' ' + span + after;
      case 2 -> before + Words.character(dice) + text.substring(at + 1);
      case 3 -> before + span + span + after;
      case 4 -> before;
      case 5 -> before + other.substring(Math.min(at, other.length()));
      case 6 -> before + "/*" + span + "*/" + after;
      default -> before + repeated(span, dice) + after;
    };
  }

  private static String repeated(String span, Dice dice) {
    return span.repeat(1 + dice.size(30, LONGEST_TEXT / span.length()));
  }
}
