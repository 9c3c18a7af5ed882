package io.custard.guard.text;

import java.util.List;

/**
 * What the parser gets to see of a statement: its key words and marks, with every name, literal and
 * operator replaced by a neutral stand-in. A name taken from token 12 reads {@code "n12"}.
 *
 * <p>No literal and no name of the user reaches the parser or its error messages, and nothing is
 * left that two lexers could read differently.
 */
public record Skeleton(List<Piece> pieces) {

  /** One token for the parser and the index of the token it stands for. */
  public record Piece(String text, int token) {}

  public Skeleton {
    pieces = List.copyOf(pieces);
  }

  /** The text for the parser: the pieces with one blank between them. */
  public String text() {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text()).append(' '));
    return text.toString().stripTrailing();
  }

  /** The index of the token that stands at this offset of {@link #text()}. */
  public int tokenAt(int offset) {
    int end = 0;
    int token = 0;
    for (Piece piece : pieces) {
      token = piece.token();
      end += piece.text().length() + 1;
      if (offset < end) {
        break;
      }
    }
    return token;
  }

  /** The stand-in for the name at a token. */
  public static String standIn(int token) {
    return "\"n" + token + "\"";
  }

  /** The token a stand-in was made from, or -1 if the text is none. */
  public static int tokenOf(String standIn) {
    int end = standIn.length() - 1;
    if (!standIn.startsWith("\"n") || !standIn.endsWith("\"") || end < 3) {
      return -1;
    }
    int token = 0;
    for (int i = 2; i < end; i++) {
      char c = standIn.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      token = 10 * token + c - '0';
    }
    return token;
  }
}
