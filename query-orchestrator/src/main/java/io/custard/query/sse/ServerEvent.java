package io.custard.query.sse;

import org.jspecify.annotations.Nullable;

/**
 * One server-sent event.
 *
 * @param id where a reader goes on who names it; null for a comment
 * @param name of the event; for a comment what it says; one line
 * @param data one line of JSON; null for a comment
 */
public record ServerEvent(@Nullable String id, String name, @Nullable String data) {

  /** Keeps the connection open and says nothing. */
  public static ServerEvent comment(String words) {
    return new ServerEvent(null, words, null);
  }

  /** As the HTML standard has it, section 9.2.6. */
  String text() {
    return data == null
        ? ": " + name + "\n\n"
        : "id: " + id + "\nevent: " + name + "\ndata: " + data + "\n\n";
  }
}
