package io.custard.translate;

import io.custard.translate.link.Linker;
import io.custard.translate.link.Mention;
import io.custard.translate.link.SchemaIndex;
import io.custard.translate.text.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes out words that share a noun, "first and last names" as "first name and last names", and
 * "full name" where only its parts are known.
 */
record Shared(List<Token> tokens) {

  static Shared words(List<Token> tokens, SchemaIndex index) {
    return new Shared(shareNoun(fullName(tokens, index), index));
  }

  private static List<Token> fullName(List<Token> tokens, SchemaIndex index) {
    List<Token> written = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean full =
          i + 1 < tokens.size()
              && tokens.get(i).is("full")
              && tokens.get(i + 1).stem().equals("nam");
      if (full) {
        Mention whole = new Linker(index, List.of(tokens.get(i), tokens.get(i + 1))).at(0);
        if (whole == null || whole.to() < 2) {
          Token name = tokens.get(i + 1);
          written.addAll(List.of(as(name, "first"), name, as(name, "and"), as(name, "last"), name));
          i = afterParentheses(tokens, i + 1);
          continue;
        }
      }
      written.add(tokens.get(i));
    }
    return written;
  }

  /** Behind "full name (first and last name)" the parentheses say nothing new. */
  private static int afterParentheses(List<Token> tokens, int name) {
    if (name + 1 < tokens.size() && tokens.get(name + 1).is("(")) {
      for (int i = name + 2; i < Math.min(tokens.size(), name + 8); i++) {
        if (tokens.get(i).is(")")) {
          return i;
        }
      }
    }
    return name;
  }

  private static Token as(Token place, String word) {
    return new Token(
        word,
        word,
        io.custard.translate.text.Stemmer.stem(word),
        Token.Kind.WORD,
        place.start(),
        place.end());
  }

  private static List<Token> shareNoun(List<Token> tokens, SchemaIndex index) {
    List<Token> written = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      written.add(token);
      boolean joined =
          i + 3 < tokens.size()
              && token.kind() == Token.Kind.WORD
              && (tokens.get(i + 1).is("and") || tokens.get(i + 1).is("or"))
              && tokens.get(i + 2).kind() == Token.Kind.WORD
              && tokens.get(i + 3).kind() == Token.Kind.WORD;
      if (joined) {
        Token noun = tokens.get(i + 3);
        Mention alone = new Linker(index, List.of(token)).at(0);
        Mention one = new Linker(index, List.of(token, noun)).at(0);
        Mention other = new Linker(index, List.of(tokens.get(i + 2), noun)).at(0);
        if (one != null
            && column(one)
            && column(other)
            && one.columnScore()
                > (alone == null ? 0 : Math.max(alone.columnScore(), alone.tableScore()))) {
          written.add(noun);
        }
      }
    }
    return written;
  }

  private static boolean column(@org.jspecify.annotations.Nullable Mention mention) {
    return mention != null && mention.to() == 2 && mention.columnScore() >= 0.7;
  }
}
