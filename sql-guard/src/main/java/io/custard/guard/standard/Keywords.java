package io.custard.guard.standard;

import io.custard.guard.text.Token;
import io.custard.guard.text.TokenKind;
import io.custard.guard.text.WordLists;
import java.util.HashSet;
import java.util.Set;

/**
 * The key words of a dialect, from {@code <dialect>/keywords.txt}:
 *
 * <ul>
 *   <li>{@code [reserved]} never a name unless quoted or behind a dot;
 *   <li>{@code [query]} may be a name, but the parser has to see it as a key word;
 *   <li>{@code [value]} those of either kind that are complete operands, such as NULL and END;
 *   <li>{@code [callable]} those of either kind that may also be called, such as LEFT.
 * </ul>
 */
public final class Keywords {
  private final Set<String> reserved;
  private final Set<String> all;
  private final Set<String> values;
  private final Set<String> callable;

  private Keywords(WordLists lists) {
    this.reserved = lists.section("reserved");
    this.values = lists.section("value");
    this.callable = lists.section("callable");
    Set<String> words = new HashSet<>(reserved);
    words.addAll(lists.section("query"));
    words.addAll(values);
    this.all = Set.copyOf(words);
  }

  public static Keywords load(String file) {
    return new Keywords(WordLists.load(file));
  }

  public boolean isReserved(Token token) {
    return token.kind() == TokenKind.WORD && reserved.contains(token.name());
  }

  /** A key word of any kind, written without quotes. */
  public boolean isKeyword(Token token) {
    return token.kind() == TokenKind.WORD && all.contains(token.name());
  }

  public boolean isValue(Token token) {
    return token.kind() == TokenKind.WORD && values.contains(token.name());
  }

  public boolean isCallable(Token token) {
    return token.kind() == TokenKind.WORD && callable.contains(token.name());
  }
}
